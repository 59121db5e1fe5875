import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";

export function ResetPage() {
  const t = useT();
  return <AuthCard title={t("accounts.reset")} />;
}
