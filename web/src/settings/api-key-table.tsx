import { useQuery } from "@tanstack/react-query";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, cx, Popover, Table } from "../ui/index.ts";
import type { ApiKey } from "./api-keys.ts";
import { permissionsQuery } from "./members.ts";
import { sentenceOf } from "./permission-words.ts";

export function ApiKeyTable({ keys, onRevoke }: { keys: ApiKey[]; onRevoke: (key: ApiKey) => void }) {
  const t = useT();
  const format = useFormat();
  const used = (key: ApiKey) => (key.lastUsedAt ? format.relative(key.lastUsedAt) : t("settings.never"));
  return (
    <Table
      caption={t("settings.keys")}
      rows={keys}
      rowKey={(key) => key.id}
      columns={[
        {
          key: "name",
          header: t("accounts.name"),
          cell: (key) => (
            <div className={cx("min-w-0", key.revokedAt && "text-subtle")}>
              <div className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{key.name}</span>
                {key.revokedAt && <Badge dashed>{t("settings.revoked_on", { date: format.date(key.revokedAt) })}</Badge>}
              </div>
              <code dir="ltr" className="font-mono text-12 text-subtle">
                candor_…{key.endsWith}
              </code>
              <div className="num text-12 text-subtle desk:hidden">
                {t("settings.last_used")}: {used(key)}
              </div>
            </div>
          ),
        },
        { key: "permissions", header: t("settings.permissions"), width: "130px", cell: (key) => <Permissions of={key} /> },
        {
          key: "used",
          header: t("settings.last_used"),
          width: "130px",
          hideOnPhone: true,
          cell: (key) => <span className="num text-muted">{used(key)}</span>,
        },
        {
          key: "created",
          header: t("settings.created"),
          width: "115px",
          hideOnPhone: true,
          cell: (key) => <span className="num text-muted">{format.date(key.createdAt)}</span>,
        },
        {
          key: "actions",
          header: "",
          width: "90px",
          align: "end",
          cell: (key) =>
            !key.revokedAt && (
              <Button
                size="xs"
                className="phone:h-9!"
                onClick={() => onRevoke(key)}
                aria-label={t("settings.revoke_named", { name: key.name })}
              >
                {t("settings.revoke")}
              </Button>
            ),
        },
      ]}
    />
  );
}

function Permissions({ of }: { of: ApiKey }) {
  const t = useT();
  const { data } = useQuery(permissionsQuery);
  const all = data?.items.every(({ permission }) => of.permissions.includes(permission));
  return (
    <Popover
      label={t("settings.permissions")}
      trigger={
        <button type="button" className="-mx-1.5 rounded-6 px-1.5 py-1 hover:bg-surface-hover aria-expanded:bg-surface-hover">
          {all ? t("settings.permissions_all") : t("settings.permissions_count", { count: of.permissions.length })}
        </button>
      }
    >
      <ul className="flex flex-col gap-2">
        {of.permissions.map((permission) => {
          const known = data?.items.find((each) => each.permission === permission);
          return (
            <li key={permission}>
              {known && <span className="block">{sentenceOf(t, known)}</span>}
              <code dir="ltr" className="font-mono text-12 text-subtle">
                {permission}
              </code>
            </li>
          );
        })}
      </ul>
    </Popover>
  );
}
