import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { MessageSquareOff, Pause, Play, RefreshCw, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { SettingsBar, SettingsPage } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, ChannelMark, EmptyState, ErrorNotice, SavedAt, Section, SkeletonRows, toastError } from "../ui/index.ts";
import { type Channel, channelIs, channelQuery } from "./channel-data.ts";
import { ChannelDisconnect } from "./channel-disconnect.tsx";
import { ChannelFacts } from "./channel-facts.tsx";
import { useChannelsLive } from "./channel-live.ts";
import { ChannelNotices } from "./channel-notices.tsx";
import { ChannelSending } from "./channel-sending.tsx";
import { ChannelWebhook } from "./channel-webhook.tsx";
import { attentionKey, stateWords } from "./channel-words.ts";
import { CheckList } from "./check-list.tsx";
import { ParkedItems } from "./parked-items.tsx";

export type ChannelChange = { name?: string; state?: "active" | "paused"; token?: string; graphVersion?: string };

export function ChannelPage() {
  const t = useT();
  const { channelId = "" } = useParams({ strict: false });
  const { data: channel, error, refetch } = useQuery(channelQuery(channelId));
  useChannelsLive();
  if (channel) return <ChannelRecord key={channel.id} channel={channel} />;
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

function ChannelRecord({ channel }: { channel: Channel }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const [savedAt, setSavedAt] = useState<number>();
  const manages = can("channels.manage");
  const connected = channel.state !== "disconnected";
  const state = stateWords[channel.state];

  const change = useMutation({
    mutationFn: (change: ChannelChange) => request<Channel>("PATCH", `/channels/${channel.id}`, { body: change }),
    onSuccess: (now) => {
      channelIs(now);
      setSavedAt(Date.now());
    },
  });
  const check = useMutation({
    mutationFn: () => request<Channel>("POST", `/channels/${channel.id}/check`),
    onSuccess: channelIs,
    onError: toastError,
  });
  const paused = channel.state === "paused";

  return (
    <SettingsPage
      wide
      mark={<ChannelMark kind="whatsapp" size={40} />}
      title={<bdi>{channel.name}</bdi>}
      badge={
        <Badge tone={state.tone} icon={channel.state === "attention" && <TriangleAlert size={12} aria-hidden />}>
          {t(state.label)}
        </Badge>
      }
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
      {channel.state === "attention" && (
        <p
          role="status"
          className="flex items-start gap-2 rounded-8 border border-warning-line bg-warning-soft px-3 py-2 text-warning-text"
        >
          <TriangleAlert size={16} className="mt-0.5" aria-hidden />
          <span>
            <span className="font-medium">{t(attentionKey(channel.attention))}</span> {t("channels.attention_queued")}
          </span>
        </p>
      )}
      {paused && <p className="rounded-8 border bg-surface-sunken px-3 py-2 text-muted">{t("channels.paused_text")}</p>}
      {!connected && <p className="rounded-8 border bg-surface-sunken px-3 py-2 text-muted">{t("channels.disconnected_text")}</p>}
      {connected && <ChannelFacts channel={channel} />}
      {connected && (
        <div className="grid grid-cols-2 items-start gap-5 medium:grid-cols-1">
          <Section
            flush
            title={t("channels.health")}
            aside={channel.checkedAt ? t("channels.checked", { when: format.relative(channel.checkedAt) }) : t("channels.unchecked")}
            actions={
              manages && (
                <Button size="xs" variant="ghost" icon={<RefreshCw size={14} />} loading={check.isPending} onClick={() => check.mutate()}>
                  {t("channels.check_again")}
                </Button>
              )
            }
          >
            <CheckList checks={channel.checks} sorted />
          </Section>
          <div className="flex flex-col gap-5">
            <ChannelWebhook channel={channel} />
            {manages && <ChannelSending channel={channel} save={change.mutateAsync} />}
          </div>
        </div>
      )}
      <ChannelNotices channelId={channel.id} />
      {can("journal.read") && <ParkedItems channelId={channel.id} />}
      {manages && connected && <ChannelDisconnect channel={channel} onGone={() => navigate({ to: "/settings/channels" })} />}
    </SettingsPage>
  );
}
