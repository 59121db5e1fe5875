import { useMutation } from "@tanstack/react-query";
import { RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { useKeyset } from "../api/query.ts";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { Button, Dialog, ErrorNotice, IconButton, Section, Table, toast, toastError } from "../ui/index.ts";
import { type ParkedItem, parkedChanged, parkedList } from "./channel-data.ts";
import { ParkedBulk } from "./parked-bulk.tsx";
import { parkedKinds as kindKeys, parkedReasonKeys as reasons } from "./parked-words.ts";

/** What came in and was not understood: kept, tried again when asked. Items of no known number are shown with every number. */
export function ParkedItems({ channelId }: { channelId: string }) {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(parkedList(channelId));
  const [discarding, setDiscarding] = useState<ParkedItem>();
  const items = list.items;
  const again = parkedChanged;
  const replay = useMutation({
    mutationFn: (item: ParkedItem) => request("POST", `/parked/${item.id}/replay`),
    onSuccess: () => toast({ title: t("channels.replayed"), tone: "success" }),
    onError: (error) =>
      isStillParked(error)
        ? toast({ title: t("channels.still_parked"), description: t("channels.still_parked_text"), tone: "danger" })
        : toastError(error),
    onSettled: again,
  });
  const discard = useMutation({
    mutationFn: (item: ParkedItem) => request("DELETE", `/parked/${item.id}`),
    onSuccess: () => {
      setDiscarding(undefined);
      toast({ title: t("channels.discarded") });
    },
    onError: toastError,
    onSettled: again,
  });
  if (list.isPending) return null;

  return (
    <div id="parked-items">
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
          <>
            {items.length > 1 && <ParkedBulk channelId={channelId} />}
            <Table
              caption={t("channels.parked")}
              rows={items}
              rowKey={(item) => item.id}
              empty={<p className="px-4 py-3 text-subtle">{t("channels.parked_none")}</p>}
              columns={[
                {
                  key: "item",
                  header: t("channels.parked_item"),
                  cell: (item) =>
                    kindKeys[item.kind] ? (
                      <span className="font-medium">{t(kindKeys[item.kind] as Key)}</span>
                    ) : (
                      <bdi className="font-mono text-12">{item.kind}</bdi>
                    ),
                },
                {
                  key: "why",
                  header: t("channels.parked_why"),
                  cell: (item) => (
                    <>
                      <span className="block">
                        {reasons[item.reason] ? t(reasons[item.reason] as Key) : item.reason.replaceAll("_", " ")}
                      </span>
                      {item.detail && (
                        <bdi className="block text-12 text-subtle" lang="en">
                          {item.detail}
                        </bdi>
                      )}
                    </>
                  ),
                },
                { key: "at", header: t("channels.parked_at"), cell: (item) => <span className="num">{format.short(item.parkedAt)}</span> },
                {
                  key: "tries",
                  header: t("channels.parked_tries"),
                  align: "end",
                  hideOnPhone: true,
                  cell: (item) => <span className="num">{format.number(item.tries)}</span>,
                },
                {
                  key: "act",
                  header: "",
                  align: "end",
                  cell: (item) => (
                    <span className="inline-flex items-center gap-1">
                      <IconButton label={t("channels.discard")} onClick={() => setDiscarding(item)}>
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
          </>
        )}
        {list.hasNextPage && (
          <div className="border-t p-2 text-center">
            <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("common.load_more")}
            </Button>
          </div>
        )}
        <Dialog
          size="sm"
          open={discarding !== undefined}
          onOpenChange={(open) => !open && setDiscarding(undefined)}
          title={t("channels.discard_title")}
          description={t("channels.discard_text")}
          footer={
            <>
              <Button size="lg" onClick={() => setDiscarding(undefined)}>
                {t("common.cancel")}
              </Button>
              <Button size="lg" variant="danger" loading={discard.isPending} onClick={() => discarding && discard.mutate(discarding)}>
                {t("channels.discard")}
              </Button>
            </>
          }
        />
      </Section>
    </div>
  );
}

const isStillParked = (error: unknown) => error instanceof ApiError && error.code === "still_parked";
