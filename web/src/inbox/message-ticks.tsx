import { Ban } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { type MessageStatus, StatusTicks, Tooltip } from "../ui/index.ts";
import type { Message, MessageState } from "./message-data.ts";

const ticks: Record<MessageState, MessageStatus | undefined> = {
  queued: "queued",
  sending: "queued",
  accepted: "sent",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
  unknown: "unknown",
  cancelled: undefined,
};
export const tickOf = (state: MessageState | null) => (state ? ticks[state] : undefined);

export function MessageTicks({ message }: { message: Message }) {
  const t = useT();
  if (message.state === "cancelled")
    return (
      <Tooltip label={t("inbox.cancelled")}>
        <Ban size={13} role="img" aria-label={t("inbox.cancelled")} className="text-subtle" />
      </Tooltip>
    );
  const status = tickOf(message.state);
  return status ? <StatusTicks status={status} cause={message.failure?.message} /> : null;
}
