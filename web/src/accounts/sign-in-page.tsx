import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError, request } from "../api/client.ts";
import type { Me } from "../api/session.ts";
import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input } from "../ui/index.ts";
import { useEnter } from "./enter.ts";
import { PasswordInput } from "./password-input.tsx";
import { SecondStep } from "./second-step.tsx";
import { looksLikeEmail, useForm } from "./use-form.ts";
import { useWelcome } from "./welcome.ts";

export function SignInPage() {
  const t = useT();
  const { next, email = "" } = useSearch({ strict: false }) as { next?: string; email?: string };
  const enter = useEnter(next);
  const welcome = useWelcome();
  const [challenge, setChallenge] = useState<string>();
  const form = useForm({
    initial: { email, password: "" },
    check: ({ email, password }) => ({
      ...(looksLikeEmail(email) ? {} : { email: t("accounts.email_needed") }),
      ...(password ? {} : { password: t("accounts.password_needed") }),
    }),
    send: (body) =>
      request<Me>("POST", "/sign-in", { body }).catch((refusal) => {
        if (refusal instanceof ApiError && refusal.code === "second_factor_needed") return String(refusal.details["challenge"]);
        throw refusal;
      }),
    done: (answer) => (typeof answer === "string" ? setChallenge(answer) : enter(answer)),
  });
  if (challenge !== undefined) return <SecondStep challenge={challenge} onEnter={enter} onBack={() => setChallenge(undefined)} />;
  return (
    <AuthCard
      title={t("accounts.sign_in")}
      footer={
        welcome?.signUpOpen && (
          <>
            {t("accounts.no_account_yet")}{" "}
            <Link to="/sign-up" className="link">
              {t("accounts.create_yours")}
            </Link>
          </>
        )
      }
    >
      <form {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <Field label={t("accounts.email")} required error={form.errorOf("email")}>
          <Input {...form.input("email")} type="email" inputMode="email" autoComplete="username" dir="ltr" autoFocus={email === ""} />
        </Field>
        <Field
          label={t("accounts.password")}
          required
          error={form.errorOf("password")}
          aside={
            <Link to="/forgot" search={{ email: form.values.email } as never} className="link">
              {t("accounts.forgot")}
            </Link>
          }
        >
          <PasswordInput {...form.input("password")} autoComplete="current-password" autoFocus={email !== ""} />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={form.working}>
          {t("accounts.sign_in")}
        </Button>
      </form>
    </AuthCard>
  );
}
