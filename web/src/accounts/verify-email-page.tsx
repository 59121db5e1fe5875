import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";

export function VerifyEmailPage() {
  const t = useT();
  return <AuthCard title={t("accounts.verify_email")} />;
}
