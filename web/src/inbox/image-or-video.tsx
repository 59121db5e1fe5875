import { useT } from "../i18n/index.ts";
import { cx } from "../ui/index.ts";
import { fileUrl, type Message, type StoredFile } from "./message-data.ts";
import { useThread } from "./thread-context.ts";

const widest = 264;
const tallest = 320;

/** The room a picture takes before it is there. Unknown sizes get that of a usual photo. */
export function roomFor(width: number | null, height: number | null, most = { width: widest, height: tallest }) {
  if (!width || !height) return { width: most.width, height: Math.round(most.width * 0.75) };
  const scale = Math.min(most.width / width, most.height / height, 1);
  return { width: Math.max(96, Math.round(width * scale)), height: Math.max(64, Math.round(height * scale)) };
}

export function ImageOrVideo({ message, file }: { message: Message; file: StoredFile }) {
  const t = useT();
  const { openImage, conversation } = useThread();
  const sticker = message.type === "sticker";
  const room = roomFor(file.width, file.height, sticker ? { width: 144, height: 144 } : undefined);
  const style = { width: room.width, aspectRatio: `${room.width} / ${room.height}` };
  if (message.type === "video") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written captions for a customer's video
      <video
        controls
        preload="metadata"
        // Safari shows nothing of a video before it plays, unless a moment is asked for.
        src={`${fileUrl(file.id)}#t=0.001`}
        style={style}
        aria-label={t("inbox.type_video")}
        className="block max-w-full rounded-8 bg-surface-selected object-contain"
      />
    );
  }
  const alt = message.text ?? t(sticker ? "inbox.sticker_alt" : "inbox.image_alt", { name: conversation.contact.name });
  const picture = (
    <img
      src={fileUrl(file.id)}
      alt={message.direction === "outbound" && !message.text ? t("inbox.image_alt_ours") : alt}
      loading="lazy"
      decoding="async"
      style={style}
      className={cx("block max-w-full object-cover", !sticker && "rounded-8 bg-surface-selected")}
    />
  );
  if (sticker) return picture;
  return (
    <button
      type="button"
      onClick={() => openImage(message.id)}
      aria-label={t("inbox.open_image", { what: alt })}
      className="block max-w-full cursor-zoom-in rounded-8"
    >
      {picture}
    </button>
  );
}
