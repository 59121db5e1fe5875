import { Link } from "@tanstack/react-router";
import { Activity, Globe, Plus } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { SettingsPage, useShortcut } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { LoadMore } from "../settings/load-more.tsx";
import { Badge, Button, cx, EmptyState, ErrorNotice, Section, SkeletonRows, Table, toast } from "../ui/index.ts";
import { type WriteKey, writeKeysKey, writeKeysQuery } from "./event-data.ts";
import { InstallSheet } from "./install-sheet.tsx";
import { WriteKeySheet } from "./write-key-sheet.tsx";

/** Websites that send events: their keys, from where they may, what is kept of visitors, and the lines for their pages. */
export function WebsitesPage() {
  const t = useT();
  const may = useCan()("events.manage");
  const list = useKeyset(writeKeysQuery);
  const [editing, setEditing] = useState<WriteKey | "new">();
  const [installing, setInstalling] = useState<WriteKey>();
  const [revoking, setRevoking] = useState<WriteKey>();
  const create = may && (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setEditing("new")}>
      {t("events.new_website")}
    </Button>
  );
  useShortcut("c", () => may && setEditing("new"), { describe: t("events.new_website") });

  return (
    <SettingsPage
      title={t("events.websites")}
      description={t("events.websites_text")}
      actions={
        <>
          <Button asChild>
            <Link to="/events/live">
              <Activity size={16} aria-hidden />
              {t("events.live")}
            </Link>
          </Button>
          {list.items.length > 0 && create}
        </>
      }
    >
      <Section title={t("events.write_keys")} flush>
        {list.isPending && <SkeletonRows rows={3} height={52} />}
        {list.error && (
          <div className="p-4">
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.data && list.items.length === 0 && (
          <EmptyState icon={<Globe size={20} />} title={t("events.no_websites")} action={create}>
            {t("events.no_websites_text")}
          </EmptyState>
        )}
        {list.items.length > 0 && (
          <WebsiteTable keys={list.items} may={may} onInstall={setInstalling} onEdit={setEditing} onRevoke={setRevoking} />
        )}
        <LoadMore list={list} />
      </Section>
      <WriteKeySheet
        key={editing === "new" ? "new" : (editing?.id ?? "none")}
        subject={editing}
        onClose={() => setEditing(undefined)}
        onMade={(made) => setInstalling(made)}
      />
      <InstallSheet subject={installing} onClose={() => setInstalling(undefined)} may={may} />
      <ConfirmDialog
        subject={revoking}
        onClose={() => setRevoking(undefined)}
        title={({ name }) => t("events.revoke_title", { name })}
        text={t("events.revoke_text")}
        action={t("settings.revoke")}
        onConfirm={async ({ id }) => {
          await request("DELETE", `/write-keys/${id}`);
          await queryClient.invalidateQueries({ queryKey: writeKeysKey });
          toast({ title: t("events.revoked"), tone: "success" });
        }}
      />
    </SettingsPage>
  );
}

function WebsiteTable({
  keys,
  may,
  onInstall,
  onEdit,
  onRevoke,
}: {
  keys: WriteKey[];
  may: boolean;
  onInstall: (key: WriteKey) => void;
  onEdit: (key: WriteKey) => void;
  onRevoke: (key: WriteKey) => void;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <Table
      caption={t("events.write_keys")}
      rows={keys}
      rowKey={(key) => key.id}
      columns={[
        {
          key: "name",
          header: t("events.website"),
          cell: (key) => (
            <div className={cx("min-w-0", key.revokedAt && "text-subtle")}>
              <div className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{key.name}</span>
                {key.revokedAt && <Badge dashed>{t("settings.revoked_on", { date: format.date(key.revokedAt) })}</Badge>}
              </div>
              <div dir="ltr" className="text-start font-mono text-12 break-all text-subtle">
                {key.origins.join(", ")}
              </div>
            </div>
          ),
        },
        {
          key: "ip",
          header: t("events.ip"),
          width: "130px",
          hideOnPhone: true,
          cell: (key) => <span className="text-muted">{t(`events.ip_${key.ip}`)}</span>,
        },
        {
          key: "used",
          header: t("settings.last_used"),
          width: "130px",
          hideOnPhone: true,
          cell: (key) => <span className="num text-muted">{key.lastUsedAt ? format.relative(key.lastUsedAt) : t("settings.never")}</span>,
        },
        {
          key: "actions",
          header: "",
          align: "end",
          cell: (key) =>
            !key.revokedAt && (
              <span className="inline-flex flex-wrap justify-end gap-1.5">
                <Button
                  size="xs"
                  className="phone:h-9!"
                  onClick={() => onInstall(key)}
                  aria-label={t("events.install_named", { name: key.name })}
                >
                  {t("events.install")}
                </Button>
                {may && (
                  <>
                    <Button
                      size="xs"
                      className="phone:h-9!"
                      onClick={() => onEdit(key)}
                      aria-label={t("events.edit_named", { name: key.name })}
                    >
                      {t("common.edit")}
                    </Button>
                    <Button
                      size="xs"
                      className="phone:h-9!"
                      onClick={() => onRevoke(key)}
                      aria-label={t("settings.revoke_named", { name: key.name })}
                    >
                      {t("settings.revoke")}
                    </Button>
                  </>
                )}
              </span>
            ),
        },
      ]}
    />
  );
}
