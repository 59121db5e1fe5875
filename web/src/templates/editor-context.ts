import { createContext, useContext } from "react";
import type { Form } from "./form.ts";
import type { Problem } from "./template-data.ts";

export interface Editing {
  form: Form;
  change: (part: Partial<Form>) => void;
  /** Meta has it: name and language stay, the category of an approved one too. */
  revising: { state: string } | null;
  /** What is wrong with a field, in words; nothing before one has been there. */
  wrong: (field: string) => string | undefined;
  problems: Problem[];
}

const Context = createContext<Editing | null>(null);
export const EditorContext = Context;
export const useEditing = (): Editing => {
  const editing = useContext(Context);
  if (!editing) throw new Error("outside of the template editor");
  return editing;
};
