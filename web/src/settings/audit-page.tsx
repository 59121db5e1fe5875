import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { SkeletonRows } from "../ui/index.ts";

export function AuditPage() {
  const t = useT();
  return (
    <SettingsPage title={t("settings.audit")}>
      <SkeletonRows rows={4} />
    </SettingsPage>
  );
}
