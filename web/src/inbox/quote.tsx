import { useT } from "../i18n/index.ts";
import { cx } from "../ui/index.ts";
import type { Message, MessageType } from "./message-data.ts";
import { typeIcons } from "./preview-line.tsx";
import { plainText } from "./rich-text.tsx";
import { useThread } from "./thread-context.ts";

/** The quoted message; pressed, the thread goes to it. */
export function Quote({ quoted, className }: { quoted: NonNullable<Message["replyTo"]>; className?: string }) {
  const t = useT();
  const { conversation, jump } = useThread();
  const type = (quoted.type ?? "text") as MessageType;
  const Icon = typeIcons[type];
  const inside = (
    <span className="min-w-0">
      <b className="cut block text-accent-text">
        <bdi>
          {quoted.direction === null
            ? t("inbox.quote_unknown")
            : quoted.direction === "inbound"
              ? conversation.contact.name
              : t("inbox.you_short")}
        </bdi>
      </b>
      <span className="line-clamp-2 [&>svg]:me-1 [&>svg]:inline">
        {Icon && <Icon size={12} aria-hidden />}
        <bdi>{quoted.text ? plainText(quoted.text) : quoted.id ? t(`inbox.type_${type}`) : t("inbox.quote_unknown_text")}</bdi>
      </span>
    </span>
  );
  const classes = cx(
    "flex rounded-6 border-s-2 border-accent-text bg-bubble-quote py-1.25 ps-2.25 pe-1.5 text-start text-12 text-muted",
    className,
  );
  const { id } = quoted;
  if (!id) return <div className={classes}>{inside}</div>;
  return (
    <button type="button" onClick={() => jump(id)} className={cx(classes, "w-[calc(100%+10px)] hover:brightness-95")}>
      {inside}
      <span className="sr-only">, {t("inbox.go_to_quoted")}</span>
    </button>
  );
}
