import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck, ExternalLink, OctagonAlert, TriangleAlert } from "lucide-react";
import { request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, toast, toastError } from "../ui/index.ts";
import { type Channel, channelIs } from "./channel-data.ts";
import type { SaveChannel } from "./channel-frame.tsx";
import type { ChannelHealth, HealthAction, HealthReason } from "./health-data.ts";
import { actionWords, reasonSentence, verdictWords } from "./health-words.ts";

const frames = {
  success: "border-success-line bg-success-soft",
  warning: "border-warning-line bg-warning-soft",
  danger: "border-danger-line bg-danger-soft",
};
const icons = { success: CircleCheck, warning: TriangleAlert, danger: OctagonAlert };
const colours = { success: "text-success-text", warning: "text-warning-text", danger: "text-danger-text" };

/** Whether the number works, in a word; under it what speaks against it, each with what to do. */
export function ChannelVerdict({ channel, health, save }: { channel: Channel; health: ChannelHealth; save: SaveChannel }) {
  const t = useT();
  const words = verdictWords[health.verdict];
  const Icon = icons[words.tone];
  return (
    <section aria-label={t("health.verdict")} className={`rounded-12 border ${frames[words.tone]}`}>
      <div className="flex items-start gap-3 px-4 py-3" role="status">
        <Icon size={20} className={`mt-px ${colours[words.tone]}`} aria-hidden />
        <div className="min-w-0">
          <h2 className={`text-14 font-semibold tracking-title ${colours[words.tone]}`}>{t(words.title)}</h2>
          <p className="text-pretty">{t(words.text)}</p>
        </div>
      </div>
      {health.reasons.length > 0 && (
        <ul className="overflow-hidden rounded-b-12 border-t bg-surface-raised">
          {health.reasons.map((reason) => (
            <ReasonLine key={reason.code} channel={channel} reason={reason} save={save} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReasonLine({ channel, reason, save }: { channel: Channel; reason: HealthReason; save: SaveChannel }) {
  const t = useT();
  const format = useFormat();
  const danger = reason.severity === "danger";
  const Icon = danger ? OctagonAlert : TriangleAlert;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2.5 last:border-b-0">
      <Icon
        size={16}
        className={danger ? "text-danger" : "text-warning"}
        role="img"
        aria-label={t(danger ? "channels.severity_danger" : "channels.severity_warning")}
      />
      <p className="min-w-0 flex-1 basis-64 text-pretty">{reasonSentence(t, format, reason)}</p>
      {reason.action && <ReasonButton action={reason.action} channel={channel} save={save} />}
    </li>
  );
}

const needManaging = new Set<HealthAction>(["renew_token", "resume", "repair_webhooks", "check_again", "move_number", "connect_again"]);
const managerUrl = "https://business.facebook.com/wa/manage/home/";

function ReasonButton({ action, channel, save }: { action: HealthAction; channel: Channel; save: SaveChannel }) {
  const t = useT();
  const can = useCan();
  const act = useMutation({
    mutationFn: () => {
      if (action === "resume") return save({ state: "active" });
      const path = { repair_webhooks: "webhooks", move_number: "move" }[action as string] ?? "check";
      return request<Channel>("POST", `/channels/${channel.id}/${path}`);
    },
    onSuccess: (now) => {
      channelIs(now);
      if (action === "repair_webhooks") toast({ title: t("health.repaired"), tone: "success" });
      if (action === "move_number") toast({ title: t("health.followed"), tone: "success" });
    },
    onError: toastError,
  });
  if (needManaging.has(action) && !can("channels.manage")) return null;
  if (action === "open_parked" && !can("journal.read")) return null;
  const label = t(actionWords[action]);
  if (action === "open_manager")
    return (
      <Button asChild size="xs">
        <a href={managerUrl} target="_blank" rel="noreferrer">
          {label}
          <ExternalLink size={14} aria-hidden />
        </a>
      </Button>
    );
  if (action === "connect_again")
    return (
      <Button asChild size="xs" variant="primary">
        <Link to="/settings/channels/new">{label}</Link>
      </Button>
    );
  if (action === "open_limits")
    return (
      <Button asChild size="xs">
        <Link to="/settings/channels/$channelId/limits" params={{ channelId: channel.id }}>
          {label}
        </Link>
      </Button>
    );
  if (action === "open_parked" || action === "renew_token")
    return (
      <Button size="xs" onClick={() => goTo(action === "open_parked" ? "parked-items" : "channel-token")}>
        {label}
      </Button>
    );
  return (
    <Button size="xs" loading={act.isPending} onClick={() => act.mutate()}>
      {label}
    </Button>
  );
}

/** The place on this page where it is dealt with, ready for the keyboard. */
const goTo = (id: string) => {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  (place?.querySelector<HTMLElement>("input, button, [tabindex]") ?? place)?.focus({ preventScroll: true });
};
