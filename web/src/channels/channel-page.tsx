import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { RefreshCw } from "lucide-react";
import { request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Section, SkeletonRows, toastError } from "../ui/index.ts";
import { ChannelCondition } from "./channel-condition.tsx";
import { type Channel, channelIs } from "./channel-data.ts";
import { ChannelDisconnect } from "./channel-disconnect.tsx";
import { ChannelFacts } from "./channel-facts.tsx";
import { ChannelFrame, type SaveChannel } from "./channel-frame.tsx";
import { ChannelNotices } from "./channel-notices.tsx";
import { ChannelSending } from "./channel-sending.tsx";
import { ChannelVerdict } from "./channel-verdict.tsx";
import { ChannelWebhook } from "./channel-webhook.tsx";
import { CheckList } from "./check-list.tsx";
import { healthQuery } from "./health-data.ts";
import { ParkedItems } from "./parked-items.tsx";

export const ChannelPage = () => <ChannelFrame>{(channel, save) => <Health channel={channel} save={save} />}</ChannelFrame>;

function Health({ channel, save }: { channel: Channel; save: SaveChannel }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const { data: health, error, refetch } = useQuery(healthQuery(channel.id));
  const manages = can("channels.manage");
  const connected = channel.state !== "disconnected";
  const check = useMutation({
    mutationFn: () => request<Channel>("POST", `/channels/${channel.id}/check`),
    onSuccess: channelIs,
    onError: toastError,
  });

  return (
    <>
      {health ? (
        <ChannelVerdict channel={channel} health={health} save={save} />
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={2} />
      )}
      {connected && <ChannelFacts channel={channel} />}
      {connected && (
        <div className="grid grid-cols-2 items-start gap-5 medium:grid-cols-1">
          <Section
            flush
            title={t("health.checks")}
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
            {health && <ChannelCondition health={health} />}
            <ChannelWebhook channel={channel} />
            {manages && <ChannelSending channel={channel} save={save} />}
          </div>
        </div>
      )}
      <ChannelNotices channelId={channel.id} />
      {can("journal.read") && <ParkedItems channelId={channel.id} />}
      {manages && connected && <ChannelDisconnect channel={channel} onGone={() => navigate({ to: "/settings/channels" })} />}
    </>
  );
}
