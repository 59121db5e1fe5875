import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { CodeBlock, CopyField, cx, Field, IconButton } from "../ui/index.ts";
import { actionWords, actorWords } from "./audit-words.ts";

export interface AuditEntry {
  /** Where it stands in the organization's chain. */
  position: string;
  at: string;
  actor: { kind: string; name: string | null };
  action: string;
  target: Record<string, unknown>;
  details: Record<string, unknown>;
  hash: string;
}

export function AuditRow({ entry, name }: { entry: AuditEntry; name: string | undefined }) {
  const t = useT();
  const id = useId();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const action = actionWords(t, entry);
  return (
    <>
      <tr
        className={cx(
          "border-b last:border-b-0 hover:bg-surface-hover phone:grid phone:grid-cols-[minmax(0,1fr)_auto] phone:px-4 phone:py-2",
          open && "bg-surface-hover",
        )}
      >
        <td className="num px-3 py-2 ps-4! whitespace-nowrap text-muted phone:order-3 phone:p-0! phone:text-12">
          {format.dateTime(entry.at)}
        </td>
        <td className="px-3 py-2 phone:order-4 phone:col-span-2 phone:p-0! phone:text-12 phone:text-muted">{actorWords(t, entry.actor)}</td>
        <td className="px-3 py-2 font-medium phone:order-1 phone:p-0!">
          {action}
          {name && <span className="font-regular text-muted">: {name}</span>}
        </td>
        <td className="px-3 py-2 phone:hidden">
          <code dir="ltr" className="font-mono text-12 text-subtle" title={entry.hash}>
            {entry.hash.slice(0, 8)}
          </code>
        </td>
        <td className="py-1 pe-3 text-end phone:order-2 phone:p-0!">
          <IconButton label={t("settings.details_of", { action })} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <ChevronDown size={16} className={cx("transition-transform duration-base", open && "rotate-180")} />
          </IconButton>
        </td>
      </tr>
      {open && (
        <tr id={id} className="border-b bg-surface-sunken last:border-b-0 phone:block">
          <td colSpan={5} className="p-4 phone:block">
            <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-4 phone:grid-cols-1">
              <CodeBlock
                label={t("settings.details")}
                code={JSON.stringify({ action: entry.action, target: entry.target, details: entry.details }, null, 2)}
              />
              <div className="flex flex-col gap-3">
                <Field label={t("settings.hash")} hint={t("settings.hash_hint", { position: entry.position })}>
                  <CopyField value={entry.hash} />
                </Field>
              </div>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
