import { Plus, SmilePlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx, IconButton, Popover, SkeletonRows } from "../ui/index.ts";
import type { Message } from "./message-data.ts";
import { react } from "./react.ts";
import { ours } from "./reaction-list.ts";

const EmojiPicker = lazy(() => import("./emoji-picker.tsx").then((loaded) => ({ default: loaded.EmojiPicker })));
/** What WhatsApp itself offers first. */
const usual = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

/** A button beside the message; pressed, the usual six and a way to all others. */
export function ReactPicker({
  message,
  open,
  onOpenChange,
  hidden,
}: {
  message: Message;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where a menu opens it instead. */
  hidden?: boolean;
}) {
  const t = useT();
  const [all, setAll] = useState(false);
  const mine = ours(message);
  const pick = (emoji: string) => {
    onOpenChange(false);
    setAll(false);
    void react(message, emoji === mine ? "" : emoji);
  };
  return (
    <Popover
      side="top"
      align={message.direction === "inbound" ? "start" : "end"}
      label={t("sending.react")}
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        if (!next) setAll(false);
      }}
      className={all ? "w-80! p-2!" : "w-auto! p-1!"}
      trigger={
        hidden ? (
          <button type="button" tabIndex={-1} aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-px" />
        ) : (
          <IconButton size="sm" label={t("sending.react")}>
            <SmilePlus size={14} />
          </IconButton>
        )
      }
    >
      {all ? (
        <Suspense fallback={<SkeletonRows rows={5} height={36} />}>
          <EmojiPicker onPick={pick} />
        </Suspense>
      ) : (
        <div className="flex">
          {usual.map((emoji) => (
            <button
              key={emoji}
              type="button"
              aria-pressed={emoji === mine}
              onClick={() => pick(emoji)}
              className={cx(
                "grid size-9 place-items-center rounded-6 text-20 hover:bg-surface-hover",
                emoji === mine && "bg-surface-selected",
              )}
            >
              {emoji}
            </button>
          ))}
          <IconButton label={t("sending.more_emoji")} onClick={() => setAll(true)} className="size-9!">
            <Plus size={16} />
          </IconButton>
        </div>
      )}
    </Popover>
  );
}
