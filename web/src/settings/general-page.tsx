import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { SkeletonRows } from "../ui/index.ts";

export function GeneralPage() {
  const t = useT();
  return (
    <SettingsPage title={t("settings.general")}>
      <SkeletonRows rows={4} />
    </SettingsPage>
  );
}
