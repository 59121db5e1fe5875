import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice } from "../ui/index.ts";
import { NewPasswordField } from "./password-input.tsx";
import { shortestPassword } from "./strength.ts";
import { useForm } from "./use-form.ts";

export function ResetPage() {
  const t = useT();
  const { token = "" } = useSearch({ strict: false }) as { token?: string };
  const [done, setDone] = useState(false);
  const form = useForm({
    initial: { password: "" },
    check: ({ password }) => (password.length >= shortestPassword ? {} : { password: t("accounts.password_rule") }),
    send: ({ password }) => request("POST", "/password/reset", { body: { token, password } }),
    done: () => setDone(true),
  });
  const over = token === "" || (form.error instanceof ApiError && form.error.code === "link_over");

  if (done) {
    return (
      <AuthCard title={t("accounts.reset_done_title")} description={t("accounts.reset_done")}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/sign-in">{t("accounts.sign_in")}</Link>
        </Button>
      </AuthCard>
    );
  }
  if (over) {
    return (
      <AuthCard title={t("accounts.link_over_title")} description={t("accounts.reset_over")}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/forgot">{t("accounts.forgot_send")}</Link>
        </Button>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("accounts.reset")} description={t("accounts.reset_text")}>
      <form {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <NewPasswordField label={t("accounts.new_password")} error={form.errorOf("password")} autoFocus {...form.input("password")} />
        <Button type="submit" variant="primary" size="lg" loading={form.working}>
          {t("accounts.reset_save")}
        </Button>
      </form>
    </AuthCard>
  );
}
