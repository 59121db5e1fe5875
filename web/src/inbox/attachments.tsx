import { RotateCw, X } from "lucide-react";
import { useState } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, cx, IconButton, Progress } from "../ui/index.ts";
import { Player } from "./audio-player.tsx";
import { FileMark, kindOf } from "./document-card.tsx";
import { limits } from "./message-limits.ts";
import { captionedBy, takesCaption } from "./send-draft.ts";
import { attachRedrawn, change, detach, type Upload, uploadAgain } from "./upload.ts";

/** What will go with the reply, in order: its preview, how far it is, as what WhatsApp will show it, and what keeps it. */
export function Attachments({ conversationId, uploads }: { conversationId: string; uploads: Upload[] }) {
  if (uploads.length === 0) return null;
  const captioned = captionedBy(uploads);
  return (
    <ul className="flex max-h-56 flex-wrap items-start gap-2 overflow-y-auto px-2.5 pt-2">
      {uploads.map((upload) => (
        <li
          key={upload.id}
          className={cx(
            "max-w-full rounded-8 border bg-surface p-1.5 pe-1",
            upload.recorded ? "w-80" : "w-60",
            kept(upload) && "border-danger-line",
          )}
        >
          <div className="flex items-center gap-2">
            {!upload.recorded && <Thumbnail upload={upload} />}
            <div className="min-w-0 flex-1 text-12">
              {upload.recorded && upload.preview ? (
                <Player src={upload.preview} wave={upload.recorded} className="w-full" />
              ) : (
                <p className="cut font-medium">
                  <bdi>{upload.name}</bdi>
                </p>
              )}
              <State upload={upload} conversationId={conversationId} />
            </div>
            <Remove upload={upload} conversationId={conversationId} />
          </div>
          {upload !== captioned && takesCaption(upload.as) && !kept(upload) && <Caption upload={upload} conversationId={conversationId} />}
        </li>
      ))}
    </ul>
  );
}

interface Part {
  conversationId: string;
  upload: Upload;
}
const kept = ({ refusal, error }: Upload) => refusal ?? error;

function Thumbnail({ upload }: { upload: Upload }) {
  const [unreadable, setUnreadable] = useState(false);
  if (!upload.preview || unreadable) return <FileMark kind={kindOf(upload.name, upload.mime)} />;
  if (upload.mime.startsWith("video/")) {
    return (
      <video
        src={`${upload.preview}#t=0.1`}
        muted
        preload="metadata"
        className="size-10 shrink-0 rounded-6 bg-surface-selected object-cover"
      />
    );
  }
  return <img src={upload.preview} alt="" onError={() => setUnreadable(true)} className="size-10 shrink-0 rounded-6 object-cover" />;
}

function State({ upload, conversationId }: Part) {
  const t = useT();
  const format = useFormat();
  const { refusal, error, file, as, name, size, progress, recorded } = upload;
  if (refusal) {
    const { because, kind, limit, redraw } = refusal;
    return (
      <div role="alert" className="text-danger-text">
        {because === "empty"
          ? t("sending.file_empty")
          : because === "type"
            ? t(`sending.takes_${kind}`)
            : t("sending.file_too_large", { what: t(`sending.many_${kind}`), limit: format.bytes(limit ?? 0), size: format.bytes(size) })}
        {redraw && (
          <Button size="xs" className="mt-1" onClick={() => void attachRedrawn(conversationId, upload)}>
            {t("sending.redraw")}
          </Button>
        )}
      </div>
    );
  }
  if (error) {
    return (
      <div role="alert" className="text-danger-text">
        {error.code === "offline" ? t("common.error_offline") : error.message}
        <Button size="xs" className="mt-1" icon={<RotateCw size={12} />} onClick={() => uploadAgain(conversationId, upload)}>
          {t("common.retry")}
        </Button>
      </div>
    );
  }
  if (!file) return <Progress value={progress * 100} label={t("inbox.uploading", { name })} />;
  if (recorded) return recorded.voice ? null : <p className="text-subtle">{t("sending.plain_audio")}</p>;
  return (
    <p className="cut text-subtle">
      {t(`inbox.type_${as}`)}, {format.bytes(size)}
    </p>
  );
}

function Remove({ upload, conversationId }: Part) {
  const t = useT();
  const busy = !upload.file && !kept(upload);
  const label = upload.recorded
    ? t("sending.discard_recording")
    : t(busy ? "sending.cancel_upload" : "common.remove_named", { name: upload.name });
  return (
    <IconButton size="sm" label={label} onClick={() => detach(conversationId, upload)} className="self-start">
      <X size={14} />
    </IconButton>
  );
}

/** Its own words; those of the reply stand under the first file. */
function Caption({ upload, conversationId }: Part) {
  const t = useT();
  const tooLong = upload.caption.length - limits.caption;
  return (
    <>
      <input
        value={upload.caption}
        dir={upload.caption ? "auto" : undefined}
        onChange={(event) => change(conversationId, upload.id, { caption: event.target.value })}
        aria-label={t("sending.caption_of", { name: upload.name })}
        aria-invalid={tooLong > 0 || undefined}
        placeholder={t("sending.caption")}
        className="mt-1 h-6 w-full rounded-4 bg-transparent px-1 text-12"
      />
      {tooLong > 0 && (
        <p role="alert" className="px-1 text-12 text-danger-text">
          {t("inbox.too_long", { count: tooLong })}
        </p>
      )}
    </>
  );
}
