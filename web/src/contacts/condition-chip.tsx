import { ListFilterPlus, X } from "lucide-react";
import { useRef, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, Combobox, cx, IconButton, Popover } from "../ui/index.ts";
import { ConditionEditor, useSubjects } from "./condition-editor.tsx";
import { beginCondition, type Condition, type ConditionFields, isWhole } from "./condition-fields.ts";
import { useConditionWords } from "./condition-words.ts";

/** A condition as a chip one reads; opens into its editor. What is not yet whole stays in the editor and is not asked. */
export function ConditionChip({
  condition,
  fields,
  onChange,
  onRemove,
  onClose,
  fresh,
}: {
  condition: Condition;
  fields: ConditionFields;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
  onClose?: () => void;
  /** Just added: opens by itself. */
  fresh?: boolean;
}) {
  const t = useT();
  const [draft, setDraft] = useState(condition);
  const [open, setOpen] = useState(fresh ?? false);
  const sentence = useConditionWords(fields)(open ? draft : condition);
  const born = useRef(performance.now());
  const show = (next: boolean) => {
    // The list the subject was chosen from gives the focus back as it closes: no reason to close.
    if (!next && fresh && performance.now() - born.current < 300) return;
    setOpen(next);
    if (next) setDraft(condition);
    else onClose?.();
  };
  const change = (next: Condition) => {
    setDraft(next);
    if (isWhole(next)) onChange(next);
  };
  return (
    <span
      className={cx(
        "inline-flex h-control-sm max-w-full items-center rounded-full border bg-surface-raised phone:h-9",
        open && "border-focus",
      )}
    >
      <Popover
        label={t("filters.edit", { sentence })}
        open={open}
        onOpenChange={show}
        className="w-96 max-w-[calc(100vw-16px)]"
        trigger={
          <button
            type="button"
            className="min-w-0 rounded-full ps-2.5 pe-1 hover:text-accent-text"
            aria-label={t("filters.edit", { sentence })}
          >
            <bdi className="cut block">{sentence}</bdi>
          </button>
        }
      >
        <div className="flex flex-col gap-3">
          <ConditionEditor condition={draft} onChange={change} fields={fields} />
          <Button className="self-end" variant="primary" disabled={!isWhole(draft)} onClick={() => show(false)}>
            {t("filters.done")}
          </Button>
        </div>
      </Popover>
      <IconButton size="sm" label={t("filters.remove", { sentence })} onClick={onRemove}>
        <X size={12} />
      </IconButton>
    </span>
  );
}

/** Chooses what the next condition is about. */
export function ConditionAdd({
  fields,
  onAdd,
  disabled,
}: {
  fields: ConditionFields;
  onAdd: (condition: Condition) => void;
  disabled?: boolean;
}) {
  const t = useT();
  const subjects = useSubjects(fields);
  return (
    <Combobox
      label={t("filters.add")}
      value={null}
      disabled={disabled ?? false}
      onChange={(subject: string) => onAdd(beginCondition(subject, fields))}
      options={subjects}
      trigger={
        <Button variant="ghost" icon={<ListFilterPlus size={14} />} disabled={disabled ?? false}>
          {t("filters.add")}
        </Button>
      }
    />
  );
}
