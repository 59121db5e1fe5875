import { ConditionEditor } from "../contacts/condition-editor.tsx";
import { useT } from "../i18n/index.ts";
import { Combobox, Select } from "../ui/index.ts";
import { EventEditor } from "./event-editor.tsx";
import type { Known } from "./known.ts";
import type { Leaf } from "./rule.ts";

/** One condition, put together from left to right as it is read. What is asked of a contact is asked as in the list of contacts. */
export function LeafEditor({ leaf, onChange, known }: { leaf: Leaf; onChange: (leaf: Leaf) => void; known: Known }) {
  const t = useT();
  if (leaf.about === "event") return <EventEditor leaf={leaf} onChange={onChange} known={known} />;
  if (leaf.about !== "list")
    return (
      <div className="min-w-0 flex-1">
        <ConditionEditor condition={leaf} onChange={onChange} fields={known.conditions} />
      </div>
    );
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
      <Select
        className="w-auto!"
        label={t("segments.membership")}
        value={leaf.op}
        onChange={(op) => onChange({ ...leaf, op })}
        options={(["in", "not_in"] as const).map((op) => ({ value: op, label: t(`segments.${op}`) }))}
      />
      <div className="w-60">
        <Combobox
          label={t("segments.which_list")}
          value={leaf.listId || null}
          onChange={(listId) => onChange({ ...leaf, listId })}
          options={known.lists.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </div>
  );
}
