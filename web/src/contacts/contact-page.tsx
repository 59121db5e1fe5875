import { useT } from "../i18n/index.ts";
import { PageHeader, SkeletonRows } from "../ui/index.ts";

export function ContactPage() {
  const t = useT();
  return (
    <>
      <PageHeader title={t("contacts.title")} />
      <SkeletonRows />
    </>
  );
}
