import { useMemo } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { type Me, meQuery, useCan, useMe } from "../api/session.ts";
import { SettingsBar, SettingsPage } from "../frame/index.ts";
import { type Language, languages, useFormat, useT } from "../i18n/index.ts";
import { Combobox, Field, SavedAt, Section, Select } from "../ui/index.ts";
import { useAutosave } from "./autosave.ts";
import { countryOptions } from "./places.ts";
import { SavedInput } from "./saved-input.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

type Organization = Me["organization"];
type Change = Pick<Organization, "name" | "language" | "timeZone" | "country">;

export function GeneralPage() {
  const t = useT();
  const format = useFormat();
  const { data: me } = useMe();
  const may = useCan()("organization.manage");
  const { save, say, saving, savedAt, errorOf } = useAutosave<Change>(saveOrganization);
  const countries = useMemo(() => countryOptions(format.locale), [format.locale]);
  if (!me) return null;
  const { name, language, timeZone, country } = me.organization;

  return (
    <SettingsPage title={t("settings.general")} description={may ? t("settings.general_text") : t("settings.read_only")}>
      <SettingsBar>
        <SavedAt at={savedAt ?? null} saving={saving} />
      </SettingsBar>
      <Section title={t("settings.organization")}>
        <Field label={t("settings.organization_name")} hint={t("settings.organization_name_hint")} error={errorOf("name")}>
          <SavedInput
            value={name}
            maxLength={120}
            disabled={!may}
            autoComplete="organization"
            onEdit={() => say("name", undefined)}
            onSave={(next) => (next ? void save({ name: next }) : say("name", t("accounts.organization_needed")))}
          />
        </Field>
        <Field label={t("settings.country")} hint={t("settings.country_hint")} error={errorOf("country")}>
          <Combobox options={countries} value={country} onChange={(next) => void save({ country: next })} disabled={!may} />
        </Field>
      </Section>
      <Section title={t("settings.language_and_time")}>
        <Field label={t("settings.organization_language")} hint={t("settings.organization_language_hint")} error={errorOf("language")}>
          <Select
            value={language as Language}
            onChange={(next) => void save({ language: next })}
            options={languages.map((each) => ({ value: each.code, label: each.name }))}
            disabled={!may}
          />
        </Field>
        <TimeZoneField
          value={timeZone}
          onChange={(next) => void save({ timeZone: next })}
          hint={t("settings.organization_time_zone_hint")}
          error={errorOf("timeZone")}
          disabled={!may}
        />
      </Section>
    </SettingsPage>
  );
}

async function saveOrganization(change: Partial<Change>) {
  const organization = await request<Organization>("PATCH", "/organization", { body: change });
  queryClient.setQueryData(meQuery.queryKey, (me) => me && { ...me, organization, organizations: renamed(me, organization) });
}

const renamed = (me: Me, { id, name }: Organization) => me.organizations.map((each) => (each.id === id ? { ...each, name } : each));
