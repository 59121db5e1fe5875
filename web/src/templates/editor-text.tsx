import { useT } from "../i18n/index.ts";
import { Input, Section, Select } from "../ui/index.ts";
import { useEditing } from "./editor-context.ts";
import { EditorField, PartProblem } from "./editor-field.tsx";
import type { HeaderKind } from "./form.ts";
import { SampleField } from "./sample-field.tsx";
import { TextWithVariables } from "./text-with-variables.tsx";

/** Header, offer, text and footer. Beside cards there is the text alone. */
export function EditorText() {
  const t = useT();
  const { form, change } = useEditing();
  const { header, build } = form;
  const kinds: { value: HeaderKind; label: string }[] = [
    { value: "NONE", label: t("templates.header_none") },
    ...(build === "offer" ? [] : [{ value: "TEXT" as const, label: t("templates.header_text") }]),
    { value: "IMAGE", label: t("templates.image") },
    { value: "VIDEO", label: t("templates.video") },
    ...(build === "offer"
      ? []
      : [
          { value: "DOCUMENT" as const, label: t("templates.document") },
          { value: "LOCATION" as const, label: t("templates.location") },
        ]),
  ];
  return (
    <Section title={t("templates.content")}>
      {build !== "carousel" && (
        <>
          <EditorField field="header" label={t("templates.header")} optional>
            <Select value={header.kind} onChange={(kind) => change({ header: { ...header, kind } })} options={kinds} />
          </EditorField>
          {header.kind === "TEXT" && (
            <TextWithVariables
              line
              field="header"
              label={t("templates.header_words")}
              value={header}
              onChange={(text) => change({ header: { ...header, ...text } })}
              most={60}
            />
          )}
          {(header.kind === "IMAGE" || header.kind === "VIDEO" || header.kind === "DOCUMENT") && (
            <SampleField
              key={header.kind}
              field="header"
              kind={header.kind}
              value={header.sample}
              onChange={(sample) => change({ header: { ...header, sample } })}
            />
          )}
          {header.kind === "LOCATION" && <p className="text-12 text-subtle">{t("templates.location_text")}</p>}
        </>
      )}
      {build === "offer" && (
        <EditorField field="offer.text" label={t("templates.offer")} hint={t("templates.offer_text")} used={form.offer.length} most={16}>
          <Input dir="auto" value={form.offer} onChange={(event) => change({ offer: event.target.value })} />
        </EditorField>
      )}
      <PartProblem field="body" />
      <TextWithVariables
        field="body"
        label={t("templates.body")}
        value={form.body}
        onChange={(body) => change({ body })}
        most={build === "offer" ? 600 : 1024}
      />
      {build === "plain" && (
        <EditorField
          field="footer.text"
          label={t("templates.footer")}
          hint={form.category === "MARKETING" ? t("templates.footer_marketing") : undefined}
          optional
          used={form.footer.length}
          most={60}
        >
          <Input dir="auto" value={form.footer} onChange={(event) => change({ footer: event.target.value })} />
        </EditorField>
      )}
    </Section>
  );
}
