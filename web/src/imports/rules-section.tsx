import { useMemo } from "react";
import { useTags } from "../contacts/contact-data.ts";
import { useFields } from "../contacts/record-data.ts";
import { useLanguage, useT } from "../i18n/index.ts";
import { countryOptions } from "../settings/places.ts";
import { Checkbox, Combobox, Field, Input, Section, Select } from "../ui/index.ts";
import type { Settings } from "./import-data.ts";
import { targetWord } from "./import-words.ts";

export type Rules = {
  /** Null until it is chosen by hand. */
  match: string[] | null;
  found: NonNullable<Settings["found"]>;
  missing: NonNullable<Settings["missing"]>;
  country: string | null;
  tagIds: string[];
  consent: NonNullable<Settings["consent"]>;
};

export function RulesSection({
  rules,
  match,
  keys,
  hasConsent,
  onChange,
}: {
  rules: Rules;
  match: string[];
  keys: string[];
  hasConsent: boolean;
  onChange: (change: Partial<Rules>) => void;
}) {
  const t = useT();
  const fields = useFields();
  const tags = useTags();
  const [language] = useLanguage();
  const countries = useMemo(() => [{ value: "", label: t("imports.own_country") }, ...countryOptions(language)], [language, t]);
  return (
    <>
      <Section title={t("imports.rules")}>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 font-medium">{t("imports.match")}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-1.5">
            {keys.map((key) => (
              <Checkbox
                key={key}
                label={targetWord(key, fields, t)}
                checked={match.includes(key)}
                onChange={(on) => onChange({ match: on ? [...match, key] : match.filter((each) => each !== key) })}
              />
            ))}
          </div>
          <p className="text-12 text-subtle">{keys.length === 0 ? t("imports.match_needed") : t("imports.match_hint")}</p>
        </fieldset>
        <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
          <Field label={t("imports.found")}>
            <Select
              value={rules.found}
              onChange={(found) => onChange({ found })}
              options={[
                { value: "update", label: t("imports.found_update") },
                { value: "fill", label: t("imports.found_fill") },
                { value: "skip", label: t("imports.found_skip") },
              ]}
            />
          </Field>
          <Field label={t("imports.missing")}>
            <Select
              value={rules.missing}
              onChange={(missing) => onChange({ missing })}
              options={[
                { value: "create", label: t("imports.missing_create") },
                { value: "skip", label: t("imports.missing_skip") },
              ]}
            />
          </Field>
          <Field label={t("imports.country")}>
            <Combobox options={countries} value={rules.country ?? ""} onChange={(country) => onChange({ country: country || null })} />
          </Field>
          <Field label={t("imports.tags")} optional>
            <Combobox
              multiple
              options={tags.map((tag) => ({ value: tag.id, label: tag.name }))}
              value={rules.tagIds}
              onChange={(tagIds) => onChange({ tagIds })}
            />
          </Field>
        </div>
      </Section>
      {hasConsent && (
        <ConsentSection consent={rules.consent} onChange={(consent) => onChange({ consent: { ...rules.consent, ...consent } })} />
      )}
    </>
  );
}

function ConsentSection({ consent, onChange }: { consent: Rules["consent"]; onChange: (change: Partial<Rules["consent"]>) => void }) {
  const t = useT();
  return (
    <Section title={t("imports.consent")}>
      <p className="text-pretty text-muted">{t("imports.consent_text")}</p>
      <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Field label={t("imports.consent_channel")}>
          <Select
            value={consent.channel}
            onChange={(channel) => onChange({ channel })}
            options={[
              { value: "whatsapp", label: "WhatsApp" },
              { value: "email", label: t("imports.target_email") },
            ]}
          />
        </Field>
        <Field label={t("imports.consent_proof")} optional>
          <Input value={consent.proof ?? ""} maxLength={2000} onChange={(event) => onChange({ proof: event.target.value || null })} />
        </Field>
        <Field label={t("imports.consent_source")} optional>
          <Input value={consent.source ?? ""} maxLength={200} onChange={(event) => onChange({ source: event.target.value || null })} />
        </Field>
        <Field label={t("imports.consent_date")} optional>
          <Input type="date" value={consent.date ?? ""} onChange={(event) => onChange({ date: event.target.value || null })} />
        </Field>
      </div>
    </Section>
  );
}
