import { memo } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { cx, Tooltip } from "../ui/index.ts";
import { MessageBody } from "./message-body.tsx";
import type { Message } from "./message-data.ts";
import { MessageTicks } from "./message-ticks.tsx";
import { NoteCard } from "./note-card.tsx";
import { hasOutcome, Outcome } from "./outcome.tsx";
import type { Pending } from "./pending.ts";
import { Quote } from "./quote.tsx";
import { Reactions } from "./reactions.tsx";
import { Referral } from "./referral.tsx";
import { RowMenu } from "./row-menu.tsx";
import { SystemLine } from "./system-line.tsx";
import { useThread } from "./thread-context.ts";

export interface RowProps {
  message: Message;
  first: boolean;
  last: boolean;
  flash: boolean;
  pending: Pending | undefined;
}

export const MessageRow = memo(function MessageRow(props: RowProps) {
  const { direction } = props.message;
  if (direction === "system" || props.message.type === "system") return <SystemLine message={props.message} />;
  if (direction === "note") return <NoteCard {...props} />;
  return <Bubble {...props} />;
});

function Bubble({ message, first, last, flash, pending }: RowProps) {
  const t = useT();
  const { conversation } = useThread();
  const inbound = message.direction === "inbound";
  const failed = message.state === "failed" || pending?.state === "refused";
  const unknown = message.state === "unknown";
  const framed = hasOutcome(message, pending);
  const edgeless = ["image", "video", "sticker"].includes(message.type) && !message.revokedAt;
  const plain = message.type === "sticker" && !framed && !message.replyTo;
  return (
    <li
      data-message={message.id}
      className={cx(
        "group/row relative flex max-w-[min(78%,520px)] scroll-my-16 flex-col phone:max-w-[86%]",
        inbound ? "items-start self-start" : "items-end self-end",
        first && "mt-2.5 first:mt-0",
        message.reactions.length > 0 && "mb-3.5",
      )}
    >
      {!inbound && first && <Sender message={message} />}
      <span className="sr-only">{inbound ? conversation.contact.name : t("inbox.you")} </span>
      <RowMenu message={message} pending={pending}>
        <div
          className={cx(
            "relative max-w-full rounded-12 text-14 text-pretty wrap-anywhere transition-shadow duration-slow",
            inbound ? "bg-bubble-in" : "bg-bubble-out",
            inbound ? last && "rounded-es-4" : last && "rounded-ee-4",
            plain && "bg-transparent!",
            failed && "border border-danger-line",
            unknown && "border border-dashed border-unknown bg-surface!",
            flash && "ring-2! ring-focus!",
          )}
        >
          <div className={cx("flow-root", edgeless ? "p-1" : "px-2.75 py-1.75", plain && "p-0!")}>
            <Referral message={message} />
            {message.replyTo && <Quote quoted={message.replyTo} className={edgeless ? "m-1 mb-1.5" : "-mx-1.25 mb-1.5"} />}
            <MessageBody message={message} />
            <Meta message={message} below={edgeless} pending={pending !== undefined} />
          </div>
          {framed && <Outcome message={message} pending={pending} />}
          <Reactions message={message} />
        </div>
      </RowMenu>
    </li>
  );
}

/** Who of the team wrote it; where it came from when that was not here. */
function Sender({ message: { author, origin } }: { message: Message }) {
  const t = useT();
  const from = origin === "phone" ? t("inbox.from_phone") : origin === "history" ? t("inbox.from_history") : null;
  if (!author && !from) return null;
  return <span className="mx-1 mb-0.75 text-12 text-subtle">{author && from ? `${author.name}, ${from}` : (author?.name ?? from)}</span>;
}

export function Meta({ message, below, pending }: { message: Message; below?: boolean; pending?: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <span
      className={cx(
        "num flex items-center gap-0.75 text-11 text-subtle select-none",
        below ? "justify-end px-1.5 pt-1" : "float-end ms-2.5 mt-1.25 -mb-0.75",
      )}
    >
      {message.editedAt && !message.revokedAt && (
        <Tooltip label={t("inbox.edited_at", { time: format.dateTime(message.editedAt) })}>
          <span>{t("inbox.edited")}</span>
        </Tooltip>
      )}
      <time dateTime={message.at} title={format.dateTime(message.at)}>
        {format.time(message.at)}
      </time>
      {message.direction === "outbound" && !message.revokedAt && <MessageTicks message={message} pending={pending} />}
    </span>
  );
}
