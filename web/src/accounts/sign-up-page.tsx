import { Link } from "@tanstack/react-router";
import { request } from "../api/client.ts";
import type { Me } from "../api/session.ts";
import { AuthCard } from "../frame/index.ts";
import { useLanguage, useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input } from "../ui/index.ts";
import { useEnter } from "./enter.ts";
import { NewPasswordField } from "./password-input.tsx";
import { shortestPassword } from "./strength.ts";
import { looksLikeEmail, useForm } from "./use-form.ts";
import { useWelcome } from "./welcome.ts";

export function SignUpPage() {
  const t = useT();
  const welcome = useWelcome();
  const signIn = (
    <Link to="/sign-in" className="link">
      {t("accounts.sign_in")}
    </Link>
  );
  if (welcome?.signUpOpen === false) {
    return (
      <AuthCard title={t("accounts.sign_up_closed_title")} description={t("accounts.sign_up_closed")}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/sign-in">{t("accounts.sign_in")}</Link>
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard
      title={t("accounts.sign_up")}
      description={t("accounts.sign_up_text")}
      footer={
        <>
          {t("accounts.account_already")} {signIn}
        </>
      }
    >
      <SignUpForm />
    </AuthCard>
  );
}

function SignUpForm() {
  const t = useT();
  const [language] = useLanguage();
  const enter = useEnter();
  const form = useForm({
    initial: { name: "", organization: "", email: "", password: "" },
    check: ({ name, organization, email, password }) => ({
      ...(name.trim() ? {} : { name: t("accounts.name_needed") }),
      ...(organization.trim() ? {} : { organization: t("accounts.organization_needed") }),
      ...(looksLikeEmail(email) ? {} : { email: t("accounts.email_needed") }),
      ...(password.length >= shortestPassword ? {} : { password: t("accounts.password_rule") }),
    }),
    send: (values) =>
      request<Me>("POST", "/sign-up", {
        body: { ...values, language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      }),
    done: enter,
  });
  const { name, organization, email } = form.values;
  return (
    <form {...form.form} className="flex flex-col gap-4">
      {form.error !== undefined && <ErrorNotice error={form.error} />}
      <Field label={t("accounts.name")} required error={form.errorOf("name")}>
        <Input {...form.input("name")} autoComplete="name" maxLength={120} autoFocus />
      </Field>
      <Field label={t("accounts.organization")} hint={t("accounts.organization_hint")} required error={form.errorOf("organization")}>
        <Input {...form.input("organization")} autoComplete="organization" maxLength={120} />
      </Field>
      <Field label={t("accounts.email")} required error={form.errorOf("email")}>
        <Input {...form.input("email")} type="email" inputMode="email" autoComplete="username" dir="ltr" maxLength={254} />
      </Field>
      <NewPasswordField
        label={t("accounts.password")}
        error={form.errorOf("password")}
        known={[name, organization, email]}
        {...form.input("password")}
      />
      <Button type="submit" variant="primary" size="lg" loading={form.working}>
        {t("accounts.create_yours")}
      </Button>
    </form>
  );
}
