import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { MessageSquareOff, Pause, Play } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { SettingsBar, SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Badge, Button, ChannelMark, EmptyState, ErrorNotice, SavedAt, SkeletonRows, tabClasses, toastError } from "../ui/index.ts";
import { type Channel, channelIs, channelQuery } from "./channel-data.ts";
import { useChannelsLive } from "./channel-live.ts";
import { stateWords } from "./channel-words.ts";

export type ChannelChange = { name?: string; state?: "active" | "paused"; token?: string; graphVersion?: string };
export type SaveChannel = (change: ChannelChange) => Promise<Channel>;

/** What the pages of one number share: head, pause, and the way between them. */
export function ChannelFrame({ children }: { children: (channel: Channel, save: SaveChannel) => ReactNode }) {
  const t = useT();
  const { channelId = "" } = useParams({ strict: false });
  const { data: channel, error, refetch } = useQuery(channelQuery(channelId));
  useChannelsLive();
  if (channel)
    return (
      <Framed key={channel.id} channel={channel}>
        {children}
      </Framed>
    );
  const gone = error instanceof ApiError && error.status === 404;
  return (
    <SettingsPage title={t("settings.channels")} wide>
      {gone ? (
        <EmptyState
          icon={<MessageSquareOff size={20} />}
          title={t("channels.gone")}
          action={
            <Button asChild variant="primary">
              <Link to="/settings/channels">{t("channels.all")}</Link>
            </Button>
          }
        />
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </SettingsPage>
  );
}

function Framed({ channel, children }: { channel: Channel; children: (channel: Channel, save: SaveChannel) => ReactNode }) {
  const t = useT();
  const can = useCan();
  const [savedAt, setSavedAt] = useState<number>();
  const manages = can("channels.manage");
  const connected = channel.state !== "disconnected";
  const paused = channel.state === "paused";
  const state = stateWords[channel.state];
  const change = useMutation({
    mutationFn: (change: ChannelChange) => request<Channel>("PATCH", `/channels/${channel.id}`, { body: change }),
    onSuccess: (now) => {
      channelIs(now);
      setSavedAt(Date.now());
    },
  });
  const params = { channelId: channel.id };

  return (
    <SettingsPage
      wide
      mark={<ChannelMark kind="whatsapp" size={40} />}
      title={<bdi>{channel.name}</bdi>}
      badge={<Badge tone={state.tone}>{t(state.label)}</Badge>}
      description={
        <>
          <bdi dir="ltr" className="num">
            {channel.displayPhoneNumber || channel.phoneNumberId}
          </bdi>
          {channel.verifiedName && (
            <>
              {" · "}
              <bdi>{channel.verifiedName}</bdi>
            </>
          )}
          {" · "}
          {t(channel.coexistence ? "channels.with_phone_app" : "channels.cloud_api")}
        </>
      }
      actions={
        manages && connected ? (
          <Button
            icon={paused ? <Play size={14} /> : <Pause size={14} />}
            loading={change.isPending && change.variables?.state !== undefined}
            onClick={() => change.mutate({ state: paused ? "active" : "paused" }, { onError: toastError })}
          >
            {t(paused ? "channels.resume" : "channels.pause")}
          </Button>
        ) : manages ? (
          <Button asChild variant="primary">
            <Link to="/settings/channels/new">{t("channels.connect_again")}</Link>
          </Button>
        ) : undefined
      }
    >
      <SettingsBar>
        <SavedAt {...(savedAt ? { at: savedAt } : {})} saving={change.isPending} />
      </SettingsBar>
      <nav aria-label={t("health.pages")} className="-mt-2 flex h-9 gap-4 overflow-x-auto border-b scrollbar-none">
        <Link
          to="/settings/channels/$channelId"
          params={params}
          activeOptions={{ exact: true }}
          className={tabClasses}
          activeProps={active}
        >
          {t("channels.health")}
        </Link>
        {connected && (
          <Link to="/settings/channels/$channelId/limits" params={params} className={tabClasses} activeProps={active}>
            {t("health.limits")}
          </Link>
        )}
        {connected && can("journal.raw") && (
          <Link to="/settings/channels/$channelId/journal" params={params} className={tabClasses} activeProps={active}>
            {t("health.journal")}
          </Link>
        )}
      </nav>
      {children(channel, change.mutateAsync)}
    </SettingsPage>
  );
}

const active = { "aria-current": "page" } as const;
