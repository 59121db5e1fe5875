import { useEffect, useId, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, Dialog, Field, Select, Textarea } from "../ui/index.ts";
import { useReasons } from "./deal-data.ts";
import { useNames } from "./stage-words.ts";
import type { Decision } from "./use-move.ts";

const none = "none";

/** Why a deal was won or lost. One press goes on without a reason. */
export function DecideDialog({
  deciding,
  onCancel,
  onDecide,
}: {
  deciding: Decision | undefined;
  onCancel: () => void;
  onDecide: (decision: Decision, reason: { reasonId: string | null; reasonNote: string | null }) => void;
}) {
  const t = useT();
  const names = useNames();
  const form = useId();
  const [reasonId, setReasonId] = useState(none);
  const [note, setNote] = useState("");
  const kind = deciding?.target.stage.kind === "lost" ? "lost" : "won";
  const reasons = useReasons().filter((reason) => reason.kind === kind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another deal begins with an empty form
  useEffect(() => {
    setReasonId(none);
    setNote("");
  }, [deciding?.deal.id]);
  return (
    <Dialog
      size="sm"
      open={deciding !== undefined}
      onOpenChange={(open) => !open && onCancel()}
      title={deciding ? t(`deals.${kind}_title`, { title: deciding.deal.title }) : ""}
      description={t(`deals.${kind}_text`)}
      footer={
        <>
          <Button size="lg" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={form}>
            {t(`deals.mark_${kind}`)}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (deciding) onDecide(deciding, { reasonId: reasonId === none ? null : reasonId, reasonNote: note.trim() || null });
        }}
      >
        <Field label={t("deals.reason")} optional>
          <Select
            value={reasonId}
            onChange={setReasonId}
            options={[
              { value: none, label: t("deals.no_reason") },
              ...reasons.map((reason) => ({ value: reason.id, label: names.reason(reason) })),
            ]}
          />
        </Field>
        <Field label={t("deals.reason_note")} optional>
          <Textarea rows={3} maxLength={2000} dir="auto" value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
