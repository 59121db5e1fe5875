import { useEffect, useState } from "react";
import { Input, type InputProps } from "../ui/index.ts";

/** A text that is saved when one leaves it or presses Enter; Escape takes the saved one back. */
export function SavedInput({
  value,
  onSave,
  onEdit,
  ...rest
}: Omit<InputProps, "value" | "onChange"> & {
  value: string;
  onSave: (value: string) => void /** The text is another now: what was said about the last one no longer holds. */;
  onEdit?: () => void;
}) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const edit = (text: string) => {
    setDraft(text);
    onEdit?.();
  };
  const save = () => {
    if (draft.trim() !== value) onSave(draft.trim());
  };
  return (
    <Input
      {...rest}
      value={draft}
      onChange={(event) => edit(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key === "Escape") edit(value);
      }}
    />
  );
}
