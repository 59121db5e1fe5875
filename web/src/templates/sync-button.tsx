import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { request } from "../api/client.ts";
import type { Channel } from "../channels/channel-data.ts";
import { useT } from "../i18n/index.ts";
import { Button, Menu, toast, toastError } from "../ui/index.ts";
import { templatesChanged } from "./template-data.ts";

/** One account is fetched at once; of several numbers one says whose account it is. */
export function SyncButton({ channels }: { channels: Channel[] }) {
  const t = useT();
  const sync = useMutation({
    mutationFn: (channelId: string) => request<{ templates: number }>("POST", `/channels/${channelId}/templates/sync`),
    onSuccess: ({ templates }) => {
      toast({ title: t("templates.synced", { count: templates }), tone: "success" });
      templatesChanged();
    },
    onError: toastError,
  });
  const perAccount = [...new Map(channels.map((channel) => [channel.accountId, channel])).values()];
  const only = perAccount.length === 1 ? perAccount[0] : undefined;
  const button = (
    <Button
      icon={<RefreshCw size={14} />}
      loading={sync.isPending}
      disabled={perAccount.length === 0}
      onClick={only ? () => sync.mutate(only.id) : undefined}
    >
      {t("templates.sync")}
    </Button>
  );
  if (only) return button;
  return (
    <Menu
      align="end"
      trigger={button}
      items={perAccount.map((channel) => ({ label: channel.name, onSelect: () => sync.mutate(channel.id) }))}
    />
  );
}
