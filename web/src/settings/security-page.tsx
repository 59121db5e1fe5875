import { NewPasswordField, PasswordInput } from "../accounts/password-input.tsx";
import { shortestPassword } from "../accounts/strength.ts";
import { useForm } from "../accounts/use-form.ts";
import { request } from "../api/client.ts";
import { useCan, useMe } from "../api/session.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Section, toast } from "../ui/index.ts";
import { SessionList } from "./session-list.tsx";
import { TwoFactorPolicy } from "./two-factor-policy.tsx";
import { TwoFactorSection } from "./two-factor-section.tsx";

export function SecurityPage() {
  const t = useT();
  const can = useCan();
  const { data: me } = useMe();
  const form = useForm({
    initial: { current: "", password: "" },
    check: ({ current, password }) => ({
      ...(current ? {} : { current: t("accounts.password_needed") }),
      ...(password.length >= shortestPassword ? {} : { password: t("accounts.password_rule") }),
    }),
    send: (body) => request("POST", "/password/change", { body }),
    done: () => {
      form.reset();
      toast({ title: t("settings.password_changed"), description: t("settings.password_changed_text"), tone: "success" });
    },
  });
  return (
    <SettingsPage title={t("settings.security")} description={t("settings.security_text")}>
      <form {...form.form}>
        <Section
          title={t("settings.change_password")}
          footer={
            <>
              <span className="me-auto text-12 text-pretty text-subtle">{t("settings.sessions_end")}</span>
              <Button type="submit" variant="primary" loading={form.working}>
                {t("settings.change_password")}
              </Button>
            </>
          }
        >
          {form.error !== undefined && <ErrorNotice error={form.error} />}
          <input type="email" name="email" autoComplete="username" value={me?.user.email ?? ""} readOnly hidden />
          <Field label={t("settings.current_password")} required error={form.errorOf("current")}>
            <PasswordInput {...form.input("current")} autoComplete="current-password" />
          </Field>
          <NewPasswordField
            label={t("accounts.new_password")}
            error={form.errorOf("password")}
            known={me ? [me.user.name, me.user.email, me.organization.name] : []}
            {...form.input("password")}
          />
        </Section>
      </form>
      <TwoFactorSection />
      <SessionList />
      {can("organization.manage") && <TwoFactorPolicy />}
    </SettingsPage>
  );
}
