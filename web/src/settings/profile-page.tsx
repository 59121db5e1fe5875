import { BadgeCheck } from "lucide-react";
import { inWords } from "../accounts/refusal.ts";
import { useWelcome } from "../accounts/welcome.ts";
import { request } from "../api/client.ts";
import { changeProfile, useMe } from "../api/session.ts";
import { SettingsBar, SettingsPage, setTheme, type Theme } from "../frame/index.ts";
import { type Language, languages, useLanguage, useT } from "../i18n/index.ts";
import { Avatar, Badge, Button, Field, SavedAt, Section, Segmented, Select, SettingRow, toast, toastError } from "../ui/index.ts";
import { useAutosave } from "./autosave.ts";
import { SavedInput } from "./saved-input.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

const themes: Theme[] = ["system", "light", "dark"];

export function ProfilePage() {
  const t = useT();
  const { data: me } = useMe();
  const [language, setLanguage] = useLanguage();
  const { save, say, saving, savedAt, errorOf } = useAutosave(changeProfile);
  if (!me) return null;
  const { name, email, theme, timeZone } = me.user;

  return (
    <SettingsPage title={t("settings.profile")} description={t("settings.profile_text")} mark={<Avatar name={name} size={40} />}>
      <SettingsBar>
        <SavedAt at={savedAt ?? null} saving={saving} />
      </SettingsBar>
      <Section title={t("settings.you")}>
        <Field label={t("accounts.name")} hint={t("settings.name_hint")} error={errorOf("name")}>
          <SavedInput
            value={name}
            maxLength={120}
            autoComplete="name"
            onEdit={() => say("name", undefined)}
            onSave={(next) => (next ? void save({ name: next }) : say("name", t("accounts.name_needed")))}
          />
        </Field>
        <SettingRow label={t("accounts.email")} hint={<bdi>{email}</bdi>}>
          <EmailState verified={me.user.emailVerified} />
        </SettingRow>
      </Section>
      <Section title={t("settings.appearance")}>
        <SettingRow label={t("settings.theme")} hint={t("settings.theme_hint")}>
          <Segmented
            label={t("settings.theme")}
            value={theme}
            onChange={(next) => {
              setTheme(next);
              void save({ theme: next });
            }}
            options={themes.map((each) => ({ value: each, label: t(`frame.theme_${each}`) }))}
          />
        </SettingRow>
        <Field label={t("settings.language")} hint={t("settings.language_hint")} error={errorOf("language")}>
          <Select
            value={language}
            onChange={(next: Language) => {
              void setLanguage(next);
              void save({ language: next });
            }}
            options={languages.map((each) => ({ value: each.code, label: each.name }))}
          />
        </Field>
        <TimeZoneField
          value={timeZone}
          onChange={(next) => void save({ timeZone: next })}
          hint={t("settings.time_zone_hint")}
          error={errorOf("timeZone")}
        />
      </Section>
    </SettingsPage>
  );
}

function EmailState({ verified }: { verified: boolean }) {
  const t = useT();
  const mail = useWelcome()?.mailConfigured;
  const sendAgain = () =>
    request("POST", "/email/verification").then(
      () => toast({ title: t("settings.verification_sent"), tone: "success" }),
      (error) => toastError(inWords(t, error)),
    );
  if (verified) {
    return (
      <Badge tone="success" icon={<BadgeCheck size={14} />}>
        {t("settings.email_verified")}
      </Badge>
    );
  }
  // Without mail nobody could confirm anything, and nothing waits for it.
  if (mail === false) return <Badge>{t("settings.email_no_mail")}</Badge>;
  return (
    <>
      <Badge tone="warning">{t("settings.email_unverified")}</Badge>
      <Button onClick={sendAgain}>{t("settings.send_again")}</Button>
    </>
  );
}
