import { BookOpen, KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { SettingsPage, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, Section, SkeletonRows, toast } from "../ui/index.ts";
import { ApiKeySheet } from "./api-key-sheet.tsx";
import { ApiKeyTable } from "./api-key-table.tsx";
import { type ApiKey, apiKeysKey, apiKeysQuery } from "./api-keys.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { LoadMore } from "./load-more.tsx";

export function ApiKeysPage() {
  const t = useT();
  const list = useKeyset(apiKeysQuery);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey>();
  const create = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setMaking(true)}>
      {t("settings.new_key")}
    </Button>
  );
  useShortcut("c", () => setMaking(true), { describe: t("settings.new_key") });

  return (
    <SettingsPage
      title={t("settings.api_keys")}
      description={t("settings.api_keys_text")}
      actions={
        <>
          <Button asChild>
            <a href="/api/docs">
              <BookOpen size={16} aria-hidden />
              {t("settings.api_reference")}
            </a>
          </Button>
          {list.items.length > 0 && create}
        </>
      }
    >
      <Section
        title={t("settings.keys")}
        aside={list.data && <span className="num">{list.items.filter((key) => !key.revokedAt).length}</span>}
        flush
      >
        {list.isPending && <SkeletonRows rows={3} height={52} />}
        {list.error && (
          <div className="p-4">
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.data && list.items.length === 0 && (
          <EmptyState icon={<KeyRound size={20} />} title={t("settings.no_keys")} action={create}>
            {t("settings.no_keys_text")}
          </EmptyState>
        )}
        {list.items.length > 0 && <ApiKeyTable keys={list.items} onRevoke={setRevoking} />}
        <LoadMore list={list} />
      </Section>
      <ApiKeySheet open={making} onOpenChange={setMaking} />
      <ConfirmDialog
        subject={revoking}
        onClose={() => setRevoking(undefined)}
        title={({ name }) => t("settings.revoke_key_title", { name })}
        text={t("settings.revoke_key_text")}
        action={t("settings.revoke")}
        onConfirm={async ({ id, name }) => {
          await request("DELETE", `/api-keys/${id}`);
          await queryClient.invalidateQueries({ queryKey: apiKeysKey });
          toast({ title: t("settings.key_revoked", { name }), tone: "success" });
        }}
      />
    </SettingsPage>
  );
}
