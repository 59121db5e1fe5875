import { Ban } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { type MessageStatus, Popover, StatusTicks } from "../ui/index.ts";
import type { Message, MessageState } from "./message-data.ts";
import { OutcomeDetails } from "./outcome-details.tsx";
import { failureText } from "./outcome-words.ts";

const ticks: Record<MessageState, MessageStatus | undefined> = {
  queued: "queued",
  sending: "queued",
  accepted: "accepted",
  sent: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
  unknown: "unknown",
  cancelled: undefined,
};
export const tickOf = (state: MessageState | null) => (state ? ticks[state] : undefined);

/** The mark of a message of ours; pressed, it shows how it came to that. */
export function MessageTicks({ message, pending = false }: { message: Message; pending?: boolean }) {
  const t = useT();
  const format = useFormat();
  const status = message.heldForQuality ? "held" : tickOf(message.state);
  if (!status && message.state !== "cancelled") return null;
  const cause = message.saidByMember
    ? t("outcome.said_by_member")
    : message.failure && message.state !== "unknown"
      ? failureText(t, format, message.failure)
      : undefined;
  const mark = status ? (
    <StatusTicks status={status} cause={cause} />
  ) : (
    <Ban size={13} role="img" aria-label={t("inbox.cancelled")} className="text-subtle" />
  );
  if (pending) return mark;
  const name = status ? t(`common.status_${status}`) : t("inbox.cancelled");
  return (
    <Popover
      reading
      label={t("outcome.history")}
      align="end"
      className="w-80"
      trigger={
        <button
          type="button"
          aria-label={t("outcome.details_of", { state: cause ? `${name}: ${cause}` : name })}
          className="touch-target -mx-1 -my-1 grid min-h-6 min-w-6 place-items-center rounded-4 hover:bg-surface-hover"
        >
          {mark}
        </button>
      }
    >
      <OutcomeDetails message={message} />
    </Popover>
  );
}
