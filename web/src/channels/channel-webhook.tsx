import { useMutation } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, CopyField, Field, Section, toastError } from "../ui/index.ts";
import type { Channel } from "./channel-data.ts";

/** The address Meta calls, and the token it proves itself with: looked at only when asked, because looking is recorded. */
export function ChannelWebhook({ channel }: { channel: Channel }) {
  const t = useT();
  const format = useFormat();
  const manages = useCan()("channels.manage");
  return (
    <Section
      title={t("channels.webhook")}
      aside={
        channel.lastReceivedAt ? (
          <Badge tone="success">{t("channels.last_call", { when: format.relative(channel.lastReceivedAt) })}</Badge>
        ) : (
          <Badge dashed>{t("channels.no_call")}</Badge>
        )
      }
    >
      <Field label={t("channels.webhook_address")}>
        <CopyField value={channel.webhook.url} />
      </Field>
      {manages ? <VerifyToken channel={channel} /> : null}
    </Section>
  );
}

export function VerifyToken({ channel }: { channel: Channel }) {
  const t = useT();
  const reveal = useMutation({
    mutationFn: () => request<{ verifyToken: string }>("GET", `/channels/${channel.id}/verify-token`),
    onError: toastError,
  });
  if (reveal.data) {
    return (
      <Field label={t("channels.verify_token")} hint={t("channels.verify_token_hint")}>
        <CopyField value={reveal.data.verifyToken} />
      </Field>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">{t("channels.verify_token")}</p>
      <div className="flex h-control items-center gap-2 rounded-6 border border-line-strong bg-surface-sunken ps-2.5 pe-1 phone:h-10">
        <span className="cut flex-1 text-subtle">
          {t("channels.verify_token_sealed", { end: `\u2066${channel.webhook.verifyTokenEndsWith}\u2069` })}
        </span>
        <Button size="xs" variant="ghost" icon={<Eye size={14} />} loading={reveal.isPending} onClick={() => reveal.mutate()}>
          {t("common.show")}
        </Button>
      </div>
    </div>
  );
}
