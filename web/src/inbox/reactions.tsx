import { useT } from "../i18n/index.ts";
import type { Message } from "./message-data.ts";
import { useThread } from "./thread-context.ts";

export function Reactions({ reactions }: { reactions: Message["reactions"] }) {
  const t = useT();
  const { conversation } = useThread();
  if (reactions.length === 0) return null;
  const says = reactions
    .map((each) =>
      t("inbox.reacted", { name: each.by === "contact" ? conversation.contact.name : t("inbox.you_short"), emoji: each.emoji }),
    )
    .join(", ");
  return (
    <span
      role="img"
      aria-label={says}
      title={says}
      className="absolute start-3 -bottom-3.5 flex h-5.25 gap-1 rounded-full border border-line-strong bg-surface-raised px-1.5 text-12 leading-4.75"
    >
      {reactions.map((each) => each.emoji).join(" ")}
    </span>
  );
}
