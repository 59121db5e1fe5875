import { useT } from "../i18n/index.ts";
import { Checkbox, Input, Section } from "../ui/index.ts";
import { useEditing } from "./editor-context.ts";
import { EditorField, PartProblem } from "./editor-field.tsx";

/** Meta writes authentication templates; a warning, the life of the code and the button's word can be chosen. */
export function EditorCode() {
  const t = useT();
  const { form, change } = useEditing();
  const { code } = form;
  const set = (part: Partial<typeof code>) => change({ code: { ...code, ...part } });
  return (
    <Section title={t("templates.content")} aside={t("templates.code_text")}>
      <PartProblem field="body" />
      <Checkbox checked={code.safety} onChange={(safety) => set({ safety: safety === true })} label={t("templates.code_safety_choice")} />
      <Checkbox
        checked={code.minutes !== null}
        onChange={(expires) => set({ minutes: expires === true ? 10 : null })}
        label={t("templates.code_expires_choice")}
      />
      {code.minutes !== null && (
        <EditorField field="footer.code_expiration_minutes" label={t("templates.code_minutes")} hint={t("templates.code_minutes_text")}>
          <Input
            type="number"
            min={1}
            max={90}
            inputMode="numeric"
            value={code.minutes}
            onChange={(event) => set({ minutes: Math.round(event.target.valueAsNumber || 0) })}
            className="max-w-24"
          />
        </EditorField>
      )}
      <EditorField
        field="buttons.0.text"
        label={t("templates.code_button")}
        hint={t("templates.code_button_text")}
        optional
        used={code.button.length}
        most={25}
      >
        <Input
          dir="auto"
          value={code.button}
          placeholder={t("templates.copy_code")}
          onChange={(event) => set({ button: event.target.value })}
        />
      </EditorField>
    </Section>
  );
}
