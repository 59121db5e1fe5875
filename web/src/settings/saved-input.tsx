import { useEffect, useState } from "react";
import { Input, type InputProps } from "../ui/index.ts";

/** A text that is saved when one leaves it or presses Enter; Escape takes the saved one back. */
export function SavedInput({
  value,
  onSave,
  ...rest
}: Omit<InputProps, "value" | "onChange"> & { value: string; onSave: (value: string) => void }) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const save = () => {
    if (draft.trim() !== value) onSave(draft.trim());
  };
  return (
    <Input
      {...rest}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key === "Escape") setDraft(value);
      }}
    />
  );
}
