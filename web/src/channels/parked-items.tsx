import { useMutation } from "@tanstack/react-query";
import { RotateCw, Trash2 } from "lucide-react";
import { request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { Button, ErrorNotice, IconButton, Section, Table, toast, toastError } from "../ui/index.ts";
import { type ParkedItem, parkedList } from "./channel-data.ts";

/** What came in and was not understood: kept, tried again when asked. Items of no known number are shown with every number. */
export function ParkedItems({ channelId }: { channelId: string }) {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(parkedList);
  const items = list.items.filter((item) => item.channelId === null || item.channelId === channelId);
  const again = () => queryClient.invalidateQueries({ queryKey: ["parked"] });
  const replay = useMutation({
    mutationFn: (item: ParkedItem) => request("POST", `/parked/${item.id}/replay`),
    onSuccess: () => toast({ title: t("channels.replayed"), tone: "success" }),
    onError: toastError,
    onSettled: again,
  });
  const discard = useMutation({
    mutationFn: (item: ParkedItem) => request("DELETE", `/parked/${item.id}`),
    onSuccess: () => toast({ title: t("channels.discarded") }),
    onError: toastError,
    onSettled: again,
  });
  if (list.isPending) return null;

  return (
    <Section
      flush
      title={t("channels.parked")}
      aside={
        <>
          {items.length > 0 && <span className="num text-text">{format.number(items.length)} </span>}
          {t("channels.parked_text")}
        </>
      }
    >
      {list.error ? (
        <div className="p-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : (
        <Table
          caption={t("channels.parked")}
          rows={items}
          rowKey={(item) => item.id}
          empty={<p className="px-4 py-3 text-subtle">{t("channels.parked_none")}</p>}
          columns={[
            { key: "item", header: t("channels.parked_item"), cell: (item) => <bdi className="font-medium">{item.kind}</bdi> },
            {
              key: "why",
              header: t("channels.parked_why"),
              cell: (item) => (
                <>
                  <span className="block">{reasons[item.reason] ? t(reasons[item.reason] as Key) : item.reason.replaceAll("_", " ")}</span>
                  {item.detail && (
                    <bdi className="block text-12 text-subtle" lang="en">
                      {item.detail}
                    </bdi>
                  )}
                </>
              ),
            },
            { key: "at", header: t("channels.parked_at"), cell: (item) => <span className="num">{format.short(item.parkedAt)}</span> },
            { key: "tries", header: t("channels.parked_tries"), align: "end", hideOnPhone: true, cell: (item) => <span className="num">{format.number(item.tries)}</span> },
            {
              key: "act",
              header: "",
              align: "end",
              cell: (item) => (
                <span className="inline-flex items-center gap-1">
                  <IconButton label={t("channels.discard")} onClick={() => discard.mutate(item)}>
                    <Trash2 size={16} />
                  </IconButton>
                  <Button
                    size="xs"
                    icon={<RotateCw size={14} />}
                    loading={replay.isPending && replay.variables?.id === item.id}
                    onClick={() => replay.mutate(item)}
                  >
                    {t("channels.replay")}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {list.hasNextPage && (
        <div className="border-t p-2 text-center">
          <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("common.load_more")}
          </Button>
        </div>
      )}
    </Section>
  );
}

const reasons: Record<string, Key> = {
  malformed: "channels.reason_malformed",
  unknown_status: "channels.reason_unknown_status",
  unknown_preference: "channels.reason_unknown_preference",
  unknown_message: "channels.reason_unknown_message",
  unknown_number: "channels.reason_unknown_number",
  no_channel_yet: "channels.reason_no_channel_yet",
  failed: "channels.reason_failed",
  error: "channels.reason_failed",
};
