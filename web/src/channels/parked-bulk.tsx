import { useMutation, useQuery } from "@tanstack/react-query";
import { RotateCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { Button, Dialog, Progress, toast, toastError } from "../ui/index.ts";
import { parkedChanged } from "./channel-data.ts";
import { type ParkedReplay, parkedReasonsQuery } from "./health-data.ts";
import { parkedReasonKeys } from "./parked-words.ts";

/** All of one reason at once: tried again in the background, or discarded. */
export function ParkedBulk({ channelId }: { channelId: string }) {
  const t = useT();
  const format = useFormat();
  const { data = [] } = useQuery(parkedReasonsQuery(channelId));
  const [discarding, setDiscarding] = useState<{ reason: string; count: number }>();
  const [replayId, setReplayId] = useState<string>();
  const again = parkedChanged;
  const counts = new Map<string, number>();
  for (const { reason, count } of data) counts.set(reason, (counts.get(reason) ?? 0) + count);

  const replay = useMutation({
    mutationFn: (reason: string) => request<ParkedReplay>("POST", "/parked/replays", { body: { channelId, reason } }),
    onSuccess: ({ id }) => setReplayId(id),
    onError: toastError,
  });
  const discard = useMutation({
    mutationFn: (reason: string) => request<{ discarded: number }>("POST", "/parked/discards", { body: { channelId, reason } }),
    onSuccess: ({ discarded }) => {
      setDiscarding(undefined);
      toast({ title: t("health.parked_discarded", { count: discarded }) });
    },
    onError: toastError,
    onSettled: again,
  });
  const words = (reason: string) => (parkedReasonKeys[reason] ? t(parkedReasonKeys[reason] as Key) : reason.replaceAll("_", " "));

  return (
    <div className="border-b bg-surface-sunken">
      <ul>
        {[...counts].map(([reason, count]) => (
          <li key={reason} className="flex flex-wrap items-center gap-2 px-4 py-1.5">
            <span className="num font-semibold">{count >= 1000 ? `${format.number(999)}+` : format.number(count)}</span>
            <span className="min-w-0 flex-1">{words(reason)}</span>
            <Button size="xs" variant="ghost" icon={<Trash2 size={14} />} onClick={() => setDiscarding({ reason, count })}>
              {t("health.parked_discard_all")}
            </Button>
            <Button
              size="xs"
              icon={<RotateCw size={14} />}
              loading={replay.isPending && replay.variables === reason}
              disabled={replayId !== undefined}
              onClick={() => replay.mutate(reason)}
            >
              {t("health.parked_replay_all")}
            </Button>
          </li>
        ))}
      </ul>
      {replayId && (
        <Run
          id={replayId}
          onEnd={() => {
            setReplayId(undefined);
            again();
          }}
        />
      )}
      <Dialog
        size="sm"
        open={discarding !== undefined}
        onOpenChange={(open) => !open && setDiscarding(undefined)}
        title={t("health.parked_discard_title", { count: discarding?.count ?? 0 })}
        description={t("health.parked_discard_text", { reason: discarding ? words(discarding.reason) : "" })}
        footer={
          <>
            <Button size="lg" onClick={() => setDiscarding(undefined)}>
              {t("common.cancel")}
            </Button>
            <Button size="lg" variant="danger" loading={discard.isPending} onClick={() => discarding && discard.mutate(discarding.reason)}>
              {t("health.parked_discard_all")}
            </Button>
          </>
        }
      />
    </div>
  );
}

/** It goes on when the page is left; whoever stays sees how far it has come. */
function Run({ id, onEnd }: { id: string; onEnd: () => void }) {
  const t = useT();
  const { data } = useQuery({
    queryKey: ["parked-replay", id],
    queryFn: async ({ signal }) => {
      const run = await request<ParkedReplay>("GET", `/parked/replays/${id}`, { signal });
      if (run.finishedAt) {
        toast({
          title: t("health.parked_replayed", { count: run.replayed }),
          ...(run.stillParked > 0 ? { description: t("health.parked_still", { count: run.stillParked }) } : {}),
          tone: run.replayed > 0 ? "success" : "danger",
        });
        onEnd();
      }
      return run;
    },
    refetchInterval: 700,
  });
  const done = data ? data.replayed + data.stillParked : 0;
  return (
    <div className="flex flex-col gap-1 px-4 pb-2" role="status">
      <span className="text-12 text-subtle">{t("health.parked_running", { done, total: data?.total ?? 0 })}</span>
      <Progress value={data ? done : null} max={Math.max(1, data?.total ?? 1)} label={t("health.parked_replay_all")} />
    </div>
  );
}
