import { Link, useSearch } from "@tanstack/react-router";
import { MailCheck } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, CodeBlock, ErrorNotice, Field, Input } from "../ui/index.ts";
import { looksLikeEmail, useForm } from "./use-form.ts";
import { useWelcome } from "./welcome.ts";

export function ForgotPage() {
  const t = useT();
  const welcome = useWelcome();
  const { email = "" } = useSearch({ strict: false }) as { email?: string };
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    initial: { email },
    check: ({ email }) => (looksLikeEmail(email) ? {} : { email: t("accounts.email_needed") }),
    send: (body) => request("POST", "/password/forgotten", { body }),
    done: (_, { email }) => setSentTo(email),
  });
  const back = (
    <Link to="/sign-in" className="link">
      {t("accounts.back_to_sign_in")}
    </Link>
  );

  if (welcome?.mailConfigured === false) {
    return (
      <AuthCard title={t("accounts.forgot")} description={t("accounts.forgot_without_mail")} footer={back}>
        <CodeBlock code="candor user password --email you@example.com --password …" />
      </AuthCard>
    );
  }
  if (sentTo !== undefined) {
    return (
      <AuthCard title={t("accounts.forgot_sent_title")} footer={back}>
        <p role="status" className="flex gap-3 text-pretty text-muted">
          <MailCheck size={20} className="mt-0.5 text-success-text" aria-hidden />
          <span>{t("accounts.forgot_sent", { email: sentTo.trim() })}</span>
        </p>
        <Button size="lg" className="mt-4 w-full" onClick={() => setSentTo(undefined)}>
          {t("accounts.forgot_another")}
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("accounts.forgot")} description={t("accounts.forgot_text")} footer={back}>
      <form {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <Field label={t("accounts.email")} required error={form.errorOf("email")}>
          <Input {...form.input("email")} type="email" inputMode="email" autoComplete="username" dir="ltr" autoFocus />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={form.working}>
          {t("accounts.forgot_send")}
        </Button>
      </form>
    </AuthCard>
  );
}
