import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { SkeletonRows } from "../ui/index.ts";

export function MembersPage() {
  const t = useT();
  return (
    <SettingsPage title={t("settings.members")}>
      <SkeletonRows rows={4} />
    </SettingsPage>
  );
}
