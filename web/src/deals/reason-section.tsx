import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { InlineText } from "../contacts/inline-text.tsx";
import { useT } from "../i18n/index.ts";
import { Button, IconButton, Input, Section, toastError } from "../ui/index.ts";
import { pipelinesChanged, useReasons } from "./deal-data.ts";
import { useNames } from "./stage-words.ts";

/** Why deals are won, or lost: words to choose from when one is decided. */
export function ReasonSection({ kind, may }: { kind: "won" | "lost"; may: boolean }) {
  const t = useT();
  const names = useNames();
  const reasons = useReasons().filter((reason) => reason.kind === kind);
  const [typed, setTyped] = useState("");
  const send = (answer: Promise<unknown>) => void answer.then(pipelinesChanged, toastError);
  const title = t(`deals.reasons_${kind}`);
  return (
    <Section flush title={title} aside={<span className="text-12 text-pretty">{t("deals.reasons_text")}</span>}>
      <ul aria-label={title}>
        {reasons.map((reason) => (
          <li key={reason.id} className="flex min-h-11 items-center gap-2 border-b px-4 py-1.5">
            <span className="min-w-0 flex-1">
              {may ? (
                <InlineText
                  label={names.reason(reason)}
                  value={names.reason(reason)}
                  required
                  onSave={(name) => send(request("PATCH", `/deal-reasons/${reason.id}`, { body: { name } }))}
                />
              ) : (
                <bdi>{names.reason(reason)}</bdi>
              )}
            </span>
            {may && (
              <IconButton
                label={t("settings.delete_named", { name: names.reason(reason) })}
                onClick={() => send(request("DELETE", `/deal-reasons/${reason.id}`))}
              >
                <Trash2 size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <form
          className="flex items-center gap-2 px-4 py-2"
          onSubmit={(event) => {
            event.preventDefault();
            const name = typed.trim();
            if (!name) return;
            setTyped("");
            send(request("POST", "/deal-reasons", { body: { kind, name } }));
          }}
        >
          <Input
            aria-label={t("deals.new_reason")}
            placeholder={t("deals.new_reason")}
            maxLength={80}
            dir={typed ? "auto" : undefined}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button size="lg" type="submit" icon={<Plus size={16} />} disabled={!typed.trim()}>
            {t("common.add")}
          </Button>
        </form>
      )}
    </Section>
  );
}
