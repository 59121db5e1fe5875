import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { SkeletonRows } from "../ui/index.ts";

export function ApiKeysPage() {
  const t = useT();
  return (
    <SettingsPage title={t("settings.api_keys")}>
      <SkeletonRows rows={4} />
    </SettingsPage>
  );
}
