import { ArrowDown, ArrowUp, Copy, ExternalLink, Phone, Plus, Reply, Trash2, Workflow } from "lucide-react";
import { type Key, useT } from "../i18n/index.ts";
import { Button, IconButton, Input, Menu } from "../ui/index.ts";
import { EditorField, PartProblem } from "./editor-field.tsx";
import { type FormButton, newButton } from "./form.ts";
import { variablesIn } from "./variables.ts";

const kinds: Record<FormButton["type"], { label: Key; says: Key; icon: typeof Reply }> = {
  QUICK_REPLY: { label: "templates.quick_reply", says: "templates.quick_reply_says", icon: Reply },
  URL: { label: "templates.link", says: "templates.link_says", icon: ExternalLink },
  PHONE_NUMBER: { label: "templates.call", says: "templates.call_says", icon: Phone },
  COPY_CODE: { label: "templates.copy_code", says: "templates.copy_code_says", icon: Copy },
  FLOW: { label: "templates.flow", says: "templates.flow_says", icon: Workflow },
};
/** How many of a kind Meta takes. */
const atMost: Record<FormButton["type"], number> = { QUICK_REPLY: 10, URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, FLOW: 1 };

/** The buttons in their order, and what may still be added. */
export function EditorButtons({
  field,
  buttons,
  onChange,
  only,
  most = 10,
}: {
  field: string;
  buttons: FormButton[];
  onChange: (buttons: FormButton[]) => void;
  only?: FormButton["type"][];
  most?: number;
}) {
  const t = useT();
  const allowed = (only ?? (Object.keys(kinds) as FormButton["type"][])).filter(
    (type) => buttons.filter((button) => button.type === type).length < atMost[type],
  );
  // Quick replies stand together, so a new button goes to its own kind.
  const add = (type: FormButton["type"]) => {
    const last = type === "QUICK_REPLY" ? buttons.findLastIndex((button) => button.type === type) : -1;
    const made = newButton(type);
    onChange(last < 0 ? [...buttons, made] : buttons.toSpliced(last + 1, 0, made));
  };
  const change = (at: number, part: Partial<FormButton>) => onChange(buttons.with(at, { ...(buttons[at] as FormButton), ...part }));
  const move = (at: number, by: number) => {
    const [one] = buttons.slice(at, at + 1);
    if (one) onChange(buttons.toSpliced(at, 1).toSpliced(at + by, 0, one));
  };
  return (
    <div className="flex flex-col gap-3">
      {buttons.length > 0 && <PartProblem field={field} />}
      <ol className="flex flex-col gap-3 empty:hidden">
        {buttons.map((button, at) => {
          const { label, icon: Icon } = kinds[button.type];
          return (
            <li key={button.key} className="flex flex-col gap-2 rounded-8 border p-3">
              <div className="flex items-center gap-2">
                <Icon size={14} className="flip-rtl text-subtle" aria-hidden />
                <b className="flex-1 font-medium">{t(label)}</b>
                <IconButton size="sm" label={t("templates.up")} disabled={at === 0} onClick={() => move(at, -1)}>
                  <ArrowUp size={14} />
                </IconButton>
                <IconButton size="sm" label={t("templates.down")} disabled={at === buttons.length - 1} onClick={() => move(at, 1)}>
                  <ArrowDown size={14} />
                </IconButton>
                <IconButton
                  size="sm"
                  label={t("common.remove_named", { name: button.text || t(label) })}
                  onClick={() => onChange(buttons.toSpliced(at, 1))}
                >
                  <Trash2 size={14} />
                </IconButton>
              </div>
              <ButtonFields field={`${field}.${at}`} button={button} onChange={(part) => change(at, part)} />
            </li>
          );
        })}
      </ol>
      {buttons.length < most && allowed.length > 0 && (
        <span>
          <Menu
            trigger={<Button icon={<Plus size={14} />}>{t("templates.add_button")}</Button>}
            items={allowed.map((type) => {
              const { label, says, icon: Icon } = kinds[type];
              return { label: t(label), hint: t(says), icon: <Icon size={14} />, onSelect: () => add(type) };
            })}
          />
        </span>
      )}
    </div>
  );
}

function ButtonFields({ field, button, onChange }: { field: string; button: FormButton; onChange: (part: Partial<FormButton>) => void }) {
  const t = useT();
  const words = (
    <EditorField field={`${field}.text`} label={t("templates.button_says")} used={button.text.length} most={25}>
      <Input dir="auto" value={button.text} onChange={(event) => onChange({ text: event.target.value })} />
    </EditorField>
  );
  if (button.type === "COPY_CODE")
    return (
      <EditorField field={`${field}.example`} label={t("templates.code_example")} hint={t("templates.code_example_text")}>
        <Input mono dir="ltr" value={button.example} onChange={(event) => onChange({ example: event.target.value })} />
      </EditorField>
    );
  if (button.type === "URL") {
    const dynamic = variablesIn(button.url).length > 0;
    return (
      <>
        {words}
        <EditorField field={`${field}.url`} label={t("templates.address")} hint={t("templates.address_text")}>
          <Input
            mono
            dir="ltr"
            type="url"
            inputMode="url"
            placeholder="https://example.com/track/{{1}}"
            value={button.url}
            onChange={(event) => onChange({ url: event.target.value.trim() })}
            end={
              !dynamic && (
                <Button size="xs" variant="ghost" onClick={() => onChange({ url: `${button.url}{{1}}` })}>
                  {t("templates.add_end")}
                </Button>
              )
            }
          />
        </EditorField>
        {dynamic && (
          <EditorField field={`${field}.example`} label={t("templates.address_example")}>
            <Input
              mono
              dir="ltr"
              placeholder={button.url.replace(/\{\{.*\}\}/, "1042")}
              value={button.example}
              onChange={(event) => onChange({ example: event.target.value.trim() })}
            />
          </EditorField>
        )}
      </>
    );
  }
  return (
    <>
      {words}
      {button.type === "PHONE_NUMBER" && (
        <EditorField field={`${field}.phone_number`} label={t("templates.phone")}>
          <Input
            dir="ltr"
            type="tel"
            placeholder="+44 20 7946 0000"
            value={button.phone}
            onChange={(event) => onChange({ phone: event.target.value })}
          />
        </EditorField>
      )}
      {button.type === "FLOW" && (
        <EditorField field={`${field}.flow_id`} label={t("templates.flow_id")} hint={t("templates.flow_id_text")}>
          <Input mono dir="ltr" value={button.flowId} onChange={(event) => onChange({ flowId: event.target.value.trim() })} />
        </EditorField>
      )}
    </>
  );
}
