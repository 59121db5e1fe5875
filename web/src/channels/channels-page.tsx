import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MessagesSquare, Plus } from "lucide-react";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { SettingsPage } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { Badge, Button, ChannelMark, EmptyState, ErrorNotice, Section, SkeletonRows } from "../ui/index.ts";
import { type Channel, channelQuery, channelsQuery } from "./channel-data.ts";
import { useChannelsLive } from "./channel-live.ts";
import { attentionKey, qualityOf, stateWords } from "./channel-words.ts";

export function ChannelsPage() {
  const t = useT();
  const can = useCan();
  const { data: channels, error, refetch } = useQuery(channelsQuery);
  useChannelsLive();
  const connect = can("channels.manage") && (
    <Button asChild variant="primary">
      <Link to="/settings/channels/new">
        <Plus size={16} />
        {t("channels.connect")}
      </Link>
    </Button>
  );

  return (
    <SettingsPage
      title={t("settings.channels")}
      description={t("channels.description")}
      actions={channels?.length ? connect : undefined}
      wide
    >
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : !channels ? (
        <SkeletonRows rows={3} />
      ) : channels.length === 0 ? (
        <EmptyState icon={<MessagesSquare size={20} />} title={t("channels.empty_title")} action={connect}>
          {t(can("channels.manage") ? "channels.empty_text" : "channels.empty_ask")}
        </EmptyState>
      ) : (
        <Section title={t("channels.numbers")} flush>
          <ul className="overflow-hidden rounded-b-12">
            {channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} />
            ))}
          </ul>
        </Section>
      )}
    </SettingsPage>
  );
}

const factClasses = "text-12 text-subtle phone:col-start-2 phone:flex phone:gap-2";

function ChannelRow({ channel }: { channel: Channel }) {
  const t = useT();
  const format = useFormat();
  const state = stateWords[channel.state];
  const quality = qualityOf(channel.quality);
  return (
    <li className="border-b last:border-b-0">
      <Link
        to="/settings/channels/$channelId"
        params={{ channelId: channel.id }}
        preload="intent"
        onPointerEnter={() => queryClient.setQueryData(channelQuery(channel.id).queryKey, (now) => now ?? channel)}
        className="grid grid-cols-[auto_minmax(0,1fr)_128px_132px] items-center gap-x-4 gap-y-1 px-4 py-3 outline-offset-[-2px] hover:bg-surface-hover phone:grid-cols-[auto_minmax(0,1fr)]"
      >
        <ChannelMark kind="whatsapp" size={40} className="phone:row-span-3 phone:self-start" />
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-2">
            <bdi className="cut text-14 font-semibold">{channel.name}</bdi>
            <Badge tone={state.tone}>{t(state.label)}</Badge>
          </span>
          <span className="cut block text-muted">
            <bdi dir="ltr" className="num">
              {channel.displayPhoneNumber || channel.phoneNumberId}
            </bdi>
            {channel.verifiedName && (
              <>
                {" · "}
                <bdi>{channel.verifiedName}</bdi>
              </>
            )}
          </span>
          {channel.state === "attention" && <span className="block text-12 text-warning-text">{t(attentionKey(channel.attention))}</span>}
        </span>
        <span className={cx(factClasses, channel.state === "disconnected" && "invisible phone:hidden!")}>
          {t("channels.quality")}
          <span className="block text-13 text-text phone:text-12">{t(quality.label)}</span>
        </span>
        <span className={factClasses}>
          {t("channels.last_received")}
          <span className="num block text-13 text-text phone:text-12">
            {channel.lastReceivedAt ? format.relative(channel.lastReceivedAt) : t("channels.never_received")}
          </span>
        </span>
      </Link>
    </li>
  );
}
