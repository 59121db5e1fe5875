import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { ApiError, request } from "../api/client.ts";
import { type Me, meQuery, type Role } from "../api/session.ts";
import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, Skeleton } from "../ui/index.ts";
import { useEnter } from "./enter.ts";
import { NewPasswordField, PasswordInput } from "./password-input.tsx";
import { inWords } from "./refusal.ts";
import { shortestPassword } from "./strength.ts";
import { useForm } from "./use-form.ts";

interface Invitation {
  organization: string;
  email: string;
  role: Role;
  accountExists: boolean;
}

export function InvitationPage() {
  const t = useT();
  const { token = "" } = useSearch({ strict: false }) as { token?: string };
  const me = useQuery({ ...meQuery, retry: false });
  const invitation = useQuery({
    queryKey: ["invitation", token],
    queryFn: () => request<Invitation>("GET", "/invitation", { query: { token } }),
    enabled: token !== "",
    retry: false,
  });
  const over = token === "" || (invitation.error instanceof ApiError && invitation.error.status < 500 && invitation.error.status > 0);

  if (over) {
    return (
      <AuthCard title={t("accounts.invitation_over_title")} description={t("accounts.invitation_over")}>
        <Button asChild size="lg" className="w-full">
          <Link to="/sign-in">{t("accounts.sign_in")}</Link>
        </Button>
      </AuthCard>
    );
  }
  if (invitation.error) {
    return (
      <AuthCard title={t("accounts.invitation")}>
        <ErrorNotice error={inWords(t, invitation.error)} onRetry={() => void invitation.refetch()} />
      </AuthCard>
    );
  }
  if (!invitation.data || me.isPending) {
    return (
      <AuthCard title={t("accounts.invitation")}>
        <Skeleton className="h-24 w-full" />
      </AuthCard>
    );
  }
  const { organization, email, role, accountExists } = invitation.data;
  return (
    <AuthCard
      title={t("accounts.invitation_title", { organization })}
      description={t("accounts.invitation_text", { email, role: t(`settings.role_${role}`) })}
    >
      <Answer token={token} email={email} organization={organization} mode={mode(accountExists, me.data?.user.email === email)} />
    </AuthCard>
  );
}

type Mode = "new" | "password" | "session";
const mode = (accountExists: boolean, signedInAsInvited: boolean): Mode =>
  signedInAsInvited ? "session" : accountExists ? "password" : "new";

function Answer({ token, email, organization, mode }: { token: string; email: string; organization: string; mode: Mode }) {
  const t = useT();
  const enter = useEnter();
  const form = useForm({
    initial: { name: "", password: "" },
    check: ({ name, password }) => ({
      ...(mode === "new" && !name.trim() ? { name: t("accounts.name_needed") } : {}),
      ...(mode === "new" && password.length < shortestPassword ? { password: t("accounts.password_rule") } : {}),
      ...(mode === "password" && !password ? { password: t("accounts.password_needed") } : {}),
    }),
    send: ({ name, password }) =>
      request<Me>("POST", "/invitation", {
        body: { token, ...(mode === "new" ? { name } : {}), ...(mode === "session" ? {} : { password }) },
      }),
    done: enter,
  });
  return (
    <form {...form.form} className="flex flex-col gap-4">
      {form.error !== undefined && <ErrorNotice error={form.error} />}
      {/* Password managers look for the name the password belongs to. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      {mode === "new" && (
        <>
          <Field label={t("accounts.name")} required error={form.errorOf("name")}>
            <Input {...form.input("name")} autoComplete="name" maxLength={120} autoFocus />
          </Field>
          <NewPasswordField
            label={t("accounts.password")}
            error={form.errorOf("password")}
            known={[form.values.name, email, organization]}
            {...form.input("password")}
          />
        </>
      )}
      {mode === "password" && (
        <Field
          label={t("accounts.password")}
          hint={t("accounts.invitation_password_hint")}
          required
          error={form.errorOf("password")}
          aside={
            <Link to="/forgot" search={{ email } as never} className="link">
              {t("accounts.forgot")}
            </Link>
          }
        >
          <PasswordInput {...form.input("password")} autoComplete="current-password" autoFocus />
        </Field>
      )}
      <Button type="submit" variant="primary" size="lg" loading={form.working}>
        {t("accounts.invitation_join", { organization })}
      </Button>
    </form>
  );
}
