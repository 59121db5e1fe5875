import { Link, useNavigate } from "@tanstack/react-router";
import { Download, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { LoadMore } from "../settings/load-more.tsx";
import { Badge, Button, ErrorNotice, IconButton, PageHeader, Progress, Section, SkeletonRows, Table, toastError } from "../ui/index.ts";
import { ExportDialog } from "./export-dialog.tsx";
import { type Export, exportList, exportsKey, type Import, importList, importsKey, removeExport } from "./import-data.ts";
import { stateTone } from "./import-words.ts";
import { UploadBox } from "./upload-box.tsx";

const busy = (item: { state: string }) => ["checking", "running", "waiting"].includes(item.state);

export function ImportsPage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <PageHeader
        title={t("imports.title")}
        crumbs={[
          <Link key="contacts" to="/contacts">
            {t("contacts.title")}
          </Link>,
        ]}
        onBack={() => void navigate({ to: "/contacts" })}
        actions={
          can("contacts.export") && (
            <Button icon={<Download size={16} />} onClick={() => setExporting(true)}>
              {t("imports.export")}
            </Button>
          )
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          {can("contacts.import") && (
            <>
              <UploadBox />
              <Imports />
            </>
          )}
          {can("contacts.export") && <Exports />}
        </div>
      </div>
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  );
}

function Imports() {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(importList);
  usePolling(list.items.some(busy), importsKey);
  return (
    <Section flush title={t("imports.history")}>
      {list.error ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={3} height={44} />
      ) : (
        <>
          <Table<Import>
            caption={t("imports.history")}
            rows={list.items}
            rowKey={(row) => row.id}
            empty={<p className="p-4 text-muted">{t("imports.none")}</p>}
            columns={[
              {
                key: "file",
                header: t("imports.file"),
                cell: (row) => (
                  <Link to="/contacts/imports/$importId" params={{ importId: row.id }} className="font-medium hover:underline">
                    {row.fileName}
                  </Link>
                ),
              },
              {
                key: "state",
                header: t("imports.state"),
                cell: (row) => <State state={row.undoneAt ? "undone" : row.state} share={row.progress} />,
              },
              { key: "result", header: t("imports.result"), cell: (row) => <Short item={row} /> },
              { key: "by", header: t("imports.by"), cell: (row) => row.createdBy, hideOnPhone: true },
              {
                key: "at",
                header: t("imports.at"),
                cell: (row) => <span className="num">{format.dateTime(row.createdAt)}</span>,
                hideOnPhone: true,
              },
            ]}
          />
          <LoadMore list={list} />
        </>
      )}
    </Section>
  );
}

const Short = ({ item }: { item: Import }) => {
  const t = useT();
  const format = useFormat();
  const counts = item.state === "done" || item.state === "cancelled" || item.state === "failed" ? item.counts : null;
  if (!counts) return null;
  return (
    <span className="num text-muted">
      {t("imports.short", {
        created: format.number(counts.created),
        changed: format.number(counts.changed),
        wrong: format.number(counts.wrong),
      })}
    </span>
  );
};

function State({ state, share }: { state: string; share?: number }) {
  const t = useT();
  return (
    <span className="inline-flex items-center gap-2">
      <Badge tone={stateTone(state)}>{t(`imports.state_${state}` as Key)}</Badge>
      {busy({ state }) && share !== undefined && (
        <span className="w-16">
          <Progress value={share * 100} label={t(`imports.state_${state}` as Key)} />
        </span>
      )}
    </span>
  );
}

function Exports() {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(exportList);
  usePolling(list.items.some(busy), exportsKey);
  return (
    <Section flush title={t("imports.exports")}>
      {list.error ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={3} height={44} />
      ) : (
        <>
          <Table<Export>
            caption={t("imports.exports")}
            rows={list.items}
            rowKey={(row) => row.id}
            empty={<p className="p-4 text-muted">{t("imports.no_exports")}</p>}
            columns={[
              { key: "file", header: t("imports.file"), cell: (row) => <span className="font-medium">{row.fileName}</span> },
              {
                key: "state",
                header: t("imports.state"),
                cell: (row) => <State state={row.state} {...(row.total ? { share: row.rows / row.total } : {})} />,
              },
              {
                key: "rows",
                header: t("imports.result"),
                cell: (row) => <span className="num text-muted">{t("imports.contacts_count", { count: row.rows })}</span>,
              },
              { key: "by", header: t("imports.by"), cell: (row) => row.createdBy, hideOnPhone: true },
              {
                key: "at",
                header: t("imports.at"),
                hideOnPhone: true,
                cell: (row) => (
                  <span className="num">
                    {format.dateTime(row.createdAt)}
                    {row.state === "done" && row.expiresAt && (
                      <span className="text-subtle"> · {t("imports.until", { date: format.date(row.expiresAt) })}</span>
                    )}
                  </span>
                ),
              },
              { key: "actions", header: "", align: "end", cell: (row) => <ExportActions row={row} /> },
            ]}
          />
          <LoadMore list={list} />
        </>
      )}
    </Section>
  );
}

function ExportActions({ row }: { row: Export }) {
  const t = useT();
  if (row.state !== "done" && !busy(row)) return null;
  return (
    <span className="inline-flex items-center gap-1">
      {row.state === "done" && (
        <Button asChild size="xs">
          <a href={`/api/v1/exports/${row.id}/file`} download aria-label={`${t("imports.download")}: ${row.fileName}`}>
            <Download size={14} aria-hidden />
            {t("imports.download")}
          </a>
        </Button>
      )}
      <IconButton
        label={`${busy(row) ? t("imports.cancel") : t("imports.remove")}: ${row.fileName}`}
        onClick={() => void removeExport(row.id).catch(toastError)}
      >
        <Trash2 size={14} />
      </IconButton>
    </span>
  );
}

/** While something is under way the list is looked at again. */
function usePolling(on: boolean, key: string[]) {
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: key, exact: true }), 1000);
    return () => clearInterval(timer);
  }, [on, key]);
}
