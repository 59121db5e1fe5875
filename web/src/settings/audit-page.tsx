import { request } from "../api/client.ts";
import { keyset, useKeyset } from "../api/query.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { EmptyState, ErrorNotice, Section, SkeletonRows } from "../ui/index.ts";
import { useTargetNames } from "./audit-names.ts";
import { type AuditEntry, AuditRow } from "./audit-row.tsx";
import { LoadMore } from "./load-more.tsx";

const entries = keyset<AuditEntry>(["settings", "audit"], ({ signal, ...page }) => request("GET", "/audit-log", { query: page, signal }));

export function AuditPage() {
  const t = useT();
  const list = useKeyset(entries);
  const nameOf = useTargetNames();
  return (
    <SettingsPage wide title={t("settings.audit")} description={t("settings.audit_text")}>
      <Section title={t("settings.entries")} flush>
        {list.isPending && <SkeletonRows rows={6} height={44} />}
        {list.error && (
          <div className="p-4">
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.data && list.items.length === 0 && <EmptyState title={t("settings.no_entries")}>{t("settings.no_entries_text")}</EmptyState>}
        {list.items.length > 0 && (
          <table className="w-full border-collapse">
            <caption className="sr-only">{t("settings.audit")}</caption>
            <thead className="phone:sr-only">
              <tr className="text-12 text-subtle">
                {(["when", "actor", "action", "hash"] as const).map((column) => (
                  <th key={column} scope="col" className="border-b px-3 py-1.5 text-start font-medium first:ps-4">
                    {t(`settings.${column}`)}
                  </th>
                ))}
                <th scope="col" className="w-12 border-b">
                  <span className="sr-only">{t("settings.details")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((entry) => (
                <AuditRow key={entry.position} entry={entry} name={nameOf(entry)} />
              ))}
            </tbody>
          </table>
        )}
        <LoadMore list={list} />
      </Section>
    </SettingsPage>
  );
}
