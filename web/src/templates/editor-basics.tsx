import type { Channel } from "../channels/channel-data.ts";
import { useT } from "../i18n/index.ts";
import { Input, RadioGroup, Section, Segmented, Select } from "../ui/index.ts";
import { useEditing } from "./editor-context.ts";
import { EditorField } from "./editor-field.tsx";
import type { Build } from "./form.ts";
import { LanguageChoice } from "./language-choice.tsx";
import type { Category } from "./template-data.ts";
import { rewritten } from "./variables.ts";

/** Name, language, category with what each means, how variables are written, and the build of a marketing message. */
export function EditorBasics({
  channels,
  channelId,
  onChannel,
}: {
  channels: Channel[];
  channelId: string;
  onChannel: (id: string) => void;
}) {
  const t = useT();
  const { form, change, revising } = useEditing();
  const perAccount = [...new Map(channels.map((channel) => [channel.accountId, channel])).values()];
  const category = (value: Category, label: string, hint: string) => ({
    value,
    label,
    hint,
    // Meta keeps the category of an approved one, and an authentication template is nothing else.
    disabled: revising !== null && (revising.state === "APPROVED" || (value === "AUTHENTICATION") !== (form.category === "AUTHENTICATION")),
  });
  return (
    <Section title={t("templates.basics")}>
      {!revising && perAccount.length > 1 && (
        <EditorField field="channel" label={t("templates.for_number")} hint={t("templates.for_number_text")}>
          <Select
            value={channelId}
            onChange={onChannel}
            options={perAccount.map((channel) => ({ value: channel.id, label: channel.name }))}
          />
        </EditorField>
      )}
      <div className="grid grid-cols-2 items-start gap-4 phone:grid-cols-1">
        <EditorField field="name" label={t("templates.name")} hint={t("templates.name_text")}>
          <Input
            mono
            dir="ltr"
            spellCheck={false}
            autoComplete="off"
            maxLength={600}
            disabled={revising !== null}
            value={form.name}
            placeholder="order_shipped"
            onChange={(event) => change({ name: event.target.value.toLowerCase().replace(/[\s-]+/g, "_") })}
          />
        </EditorField>
        <EditorField field="language" label={t("templates.language")} hint={t("templates.language_text")}>
          <LanguageChoice value={form.language || undefined} onChange={(language) => change({ language })} disabled={revising !== null} />
        </EditorField>
      </div>
      <EditorField field="category" label={t("templates.category")}>
        <RadioGroup
          cards
          label={t("templates.category")}
          value={form.category}
          onChange={(value) => change({ category: value, ...(value === "MARKETING" ? {} : { build: "plain" }) })}
          options={[
            category("UTILITY", t("templates.utility"), t("templates.utility_means")),
            category("MARKETING", t("templates.marketing"), t("templates.marketing_means")),
            category("AUTHENTICATION", t("templates.authentication"), t("templates.authentication_means")),
          ]}
        />
      </EditorField>
      {form.category === "MARKETING" && (
        <Line label={t("templates.build")}>
          <Segmented<Build>
            label={t("templates.build")}
            value={form.build}
            onChange={(build) => change({ build })}
            options={[
              { value: "plain", label: t("templates.build_plain") },
              { value: "carousel", label: t("templates.build_carousel") },
              { value: "offer", label: t("templates.build_offer") },
            ]}
          />
        </Line>
      )}
      {form.category !== "AUTHENTICATION" && (
        <Line label={t("templates.variables")} hint={t("templates.variables_text")}>
          <Segmented
            label={t("templates.variables")}
            value={form.format}
            onChange={(format) => {
              const written = <T extends Parameters<typeof rewritten>[0]>(text: T): T => ({ ...text, ...rewritten(text, format) });
              change({
                format,
                header: written(form.header),
                body: written(form.body),
                cards: form.cards.map((card) => ({ ...card, body: written(card.body) })),
              });
            }}
            options={[
              { value: "NAMED", label: t("templates.by_name"), disabled: revising !== null },
              { value: "POSITIONAL", label: t("templates.by_number"), disabled: revising !== null },
            ]}
          />
        </Line>
      )}
    </Section>
  );
}

const Line = ({ label, hint, children }: { label: string; hint?: string; children: React.ReactNode }) => (
  <div>
    <p className="font-medium">{label}</p>
    <div className="-ms-1.5">{children}</div>
    {hint && <p className="text-12 text-subtle">{hint}</p>}
  </div>
);
