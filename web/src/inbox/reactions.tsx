import { TriangleAlert } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { cx, Tooltip } from "../ui/index.ts";
import type { Message } from "./message-data.ts";
import { react } from "./react.ts";
import { lost } from "./reaction-list.ts";
import { useThread } from "./thread-context.ts";

/** Who reacted how, on the lower edge of the message. Our own is a button that takes it back. */
export function Reactions({ message }: { message: Message }) {
  const t = useT();
  const { conversation, mayReact } = useThread();
  if (message.reactions.length === 0) return null;
  return (
    <span className="absolute start-3 -bottom-3.5 flex gap-1">
      {message.reactions.map((reaction) => {
        const { emoji, by, failure } = reaction;
        if (lost(reaction)) {
          const why = `${t("inbox.not_sent")}: ${failure?.message ?? emoji}`;
          return (
            <span key="lost" role="img" aria-label={why} title={why} className={cx(chip, "border-danger-line! text-danger-text")}>
              <span>
                {emoji}
                <TriangleAlert size={11} className="ms-0.5 inline" aria-hidden />
              </span>
            </span>
          );
        }
        const says = t("inbox.reacted", { name: by === "contact" ? conversation.contact.name : t("inbox.you_short"), emoji });
        if (by === "contact" || !mayReact) {
          return (
            <span key={by} role="img" aria-label={says} title={says} className={chip}>
              {emoji}
            </span>
          );
        }
        return (
          <Tooltip key={by} label={t("sending.take_back")}>
            <button
              type="button"
              aria-label={`${says}. ${t("sending.take_back")}`}
              onClick={() => void react(message, "")}
              className={cx(chip, "touch-target border-accent-line! hover:bg-surface-hover")}
            >
              {emoji}
            </button>
          </Tooltip>
        );
      })}
    </span>
  );
}

const chip = "grid h-5.25 min-w-7 place-items-center rounded-full border border-line-strong bg-surface-raised px-1.5 text-12 leading-4.75";
