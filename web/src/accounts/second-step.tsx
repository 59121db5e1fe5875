import { request } from "../api/client.ts";
import type { Me } from "../api/session.ts";
import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { CodeField } from "../settings/code-field.tsx";
import { Button, ErrorNotice } from "../ui/index.ts";
import { useForm } from "./use-form.ts";

/** The password was right; the code of the app, or a recovery code, is what remains. */
export function SecondStep({ challenge, onEnter, onBack }: { challenge: string; onEnter: (me: Me) => void; onBack: () => void }) {
  const t = useT();
  const form = useForm({
    initial: { code: "" },
    check: ({ code }) => (code.trim() ? {} : { code: t("security.six_digits") }),
    send: ({ code }) => request<Me>("POST", "/sign-in/second-step", { body: { challenge, code } }),
    done: onEnter,
  });
  return (
    <AuthCard
      title={t("security.second_step")}
      footer={
        <button type="button" className="link" onClick={onBack}>
          {t("security.other_account")}
        </button>
      }
    >
      <form {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <p className="text-muted">{t("security.second_step_text")}</p>
        <CodeField error={form.errorOf("code")} input={form.input("code")} hint={t("security.code_or_recovery")} autoFocus />
        <Button type="submit" variant="primary" size="lg" loading={form.working}>
          {t("accounts.sign_in")}
        </Button>
      </form>
    </AuthCard>
  );
}
