import { Bold, Braces, Italic } from "lucide-react";
import { useRef } from "react";
import { type Key, useT } from "../i18n/index.ts";
import { Button, IconButton, Input, Menu, Textarea } from "../ui/index.ts";
import { useEditing } from "./editor-context.ts";
import { EditorField } from "./editor-field.tsx";
import type { Text } from "./form.ts";
import { nextVariable, renumbered, variablesIn } from "./variables.ts";

const usual: [name: string, label: Key][] = [
  ["first_name", "templates.v_first_name"],
  ["order_number", "templates.v_order_number"],
  ["date", "templates.v_date"],
  ["amount", "templates.v_amount"],
  ["value", "templates.v_other"],
];

/** A text whose variables come in by a button, with an example for each under it. */
export function TextWithVariables({
  field,
  label,
  hint,
  value,
  onChange,
  most,
  line,
  rows = 5,
  optional,
}: {
  field: string;
  label: string;
  hint?: string;
  value: Text;
  onChange: (value: Text) => void;
  most: number;
  /** One line, without formatting: a header. */
  line?: boolean;
  rows?: number;
  optional?: boolean;
}) {
  const t = useT();
  const { form } = useEditing();
  const control = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const write = (text: string) => onChange({ ...value, text });
  const put = (make: (chosen: string) => string) => {
    const element = control.current;
    const [from, to] = [element?.selectionStart ?? value.text.length, element?.selectionEnd ?? value.text.length];
    const piece = make(value.text.slice(from, to));
    write(value.text.slice(0, from) + piece + value.text.slice(to));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + piece.length, from + piece.length);
    });
  };
  const variable = (wanted?: string) => put(() => `{{${nextVariable(value.text, form.format, wanted)}}}`);
  const full = line === true && variablesIn(value.text).length > 0;
  const button = (
    <Button size="xs" icon={<Braces size={14} />} disabled={full} onClick={form.format === "POSITIONAL" ? () => variable() : undefined}>
      {t("templates.insert_variable")}
    </Button>
  );
  const shared = {
    ref: control,
    value: value.text,
    dir: value.text ? "auto" : undefined,
    onChange: (event: { target: { value: string } }) => write(event.target.value),
    onBlur: () => form.format === "POSITIONAL" && onChange(renumbered(value)),
  };
  return (
    <div className="flex flex-col gap-2">
      <EditorField field={`${field}.text`} label={label} hint={hint} used={value.text.length} most={most} optional={optional ?? false}>
        {line ? <Input {...shared} /> : <Textarea rows={rows} maxHeight={480} {...shared} />}
      </EditorField>
      <div className="flex items-center gap-1">
        {form.format === "POSITIONAL" || full ? (
          button
        ) : (
          <Menu
            trigger={button}
            items={usual.map(([name, says]) => ({ label: t(says), hint: `{{${name}}}`, onSelect: () => variable(name) }))}
          />
        )}
        {!line && (
          <>
            <IconButton size="sm" label={t("templates.bold")} onClick={() => put((text) => `*${text}*`)}>
              <Bold size={14} />
            </IconButton>
            <IconButton size="sm" label={t("templates.italic")} onClick={() => put((text) => `_${text}_`)}>
              <Italic size={14} />
            </IconButton>
          </>
        )}
      </div>
      <Examples field={field} value={value} onChange={onChange} />
    </div>
  );
}

/** What reviewers see in each variable's place; a name can be changed here, and changes in the text. */
function Examples({ field, value, onChange }: { field: string; value: Text; onChange: (value: Text) => void }) {
  const t = useT();
  const { form } = useEditing();
  const names = variablesIn(value.text);
  if (names.length === 0) return null;
  const rename = (from: string, typed: string) => {
    const to = typed.toLowerCase().replace(/[^a-z0-9_]/g, "_");
    if (to === "" || names.includes(to)) return false;
    onChange({
      text: value.text.replaceAll(new RegExp(`\\{\\{\\s*${from}\\s*\\}\\}`, "g"), `{{${to}}}`),
      examples: { ...value.examples, [to]: value.examples[from] ?? "" },
    });
    return true;
  };
  return (
    <fieldset className="flex flex-col gap-2 rounded-8 border bg-surface-sunken p-3">
      <legend className="sr-only">{t("templates.examples")}</legend>
      <p className="text-12 text-subtle">{t("templates.examples_text")}</p>
      {names.map((name, at) => (
        <div key={form.format === "NAMED" ? at : name} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-2">
          {form.format === "NAMED" ? (
            <Input
              mono
              dir="ltr"
              key={name}
              defaultValue={name}
              aria-label={t("templates.variable_name", { name })}
              onBlur={(event) => {
                const field = event.currentTarget;
                if (!rename(name, field.value.trim())) field.value = name;
              }}
            />
          ) : (
            <code className="leading-8">{`{{${name}}}`}</code>
          )}
          <EditorField field={`${field}.example.${name}`} label={t("templates.example_for", { name })} hideLabel>
            <Input
              dir="auto"
              value={value.examples[name] ?? ""}
              placeholder={t("templates.example")}
              onChange={(event) => onChange({ ...value, examples: { ...value.examples, [name]: event.target.value } })}
            />
          </EditorField>
        </div>
      ))}
    </fieldset>
  );
}
