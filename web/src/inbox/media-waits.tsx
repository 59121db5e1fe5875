import { FileWarning } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/index.ts";
import { roomFor } from "./image-or-video.tsx";
import { FetchAgain } from "./media-fetch-again.tsx";
import type { Message } from "./message-data.ts";
import { mediaText } from "./outcome-words.ts";
import { typeIcons } from "./preview-line.tsx";

/** Its room while the file is fetched from the channel; the reason when that did not work. */
export function MediaWaits({ message }: { message: Message }) {
  const { type, file } = message;
  const t = useT();
  const format = useFormat();
  const Icon = typeIcons[type] ?? FileWarning;
  if (!file || file.state === "failed") {
    return (
      <div className="flex max-w-80 items-start gap-2.5 rounded-8 border border-dashed border-line-strong bg-surface px-3 py-2 text-13">
        <FileWarning size={16} className="mt-0.5 text-warning" aria-hidden />
        <div>
          <p className="font-medium">{t("inbox.media_failed", { what: t(`inbox.type_${type}`) })}</p>
          <p className="text-muted">{t(mediaText(file?.failure ?? null))}</p>
          <FetchAgain message={message} />
        </div>
      </div>
    );
  }
  const picture = type === "image" || type === "video" || type === "sticker";
  const room = roomFor(file.width, file.height);
  return (
    <div
      role="status"
      style={picture ? { width: room.width, aspectRatio: `${room.width} / ${room.height}` } : undefined}
      className={cx("relative grid max-w-full place-items-center", !picture && "h-10 w-60")}
    >
      <span className="skeleton absolute inset-0 rounded-8!" />
      <span className="relative flex items-center gap-1.5 px-3 text-12 text-muted">
        <Icon size={14} aria-hidden />
        {t("inbox.media_pending")}
        {file.size ? ` ${format.bytes(file.size)}` : ""}
      </span>
    </div>
  );
}
