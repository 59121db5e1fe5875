import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useFormat, useT } from "../i18n/index.ts";
import { IconButton } from "../ui/index.ts";
import { fileUrl, type Message } from "./message-data.ts";
import { useThread } from "./thread-context.ts";

/** One picture of the thread as large as the window; arrows lead to the others. */
export function Lightbox({
  messages,
  messageId,
  onChange,
}: {
  messages: Message[];
  messageId: string | null;
  onChange: (id: string | null) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { conversation } = useThread();
  const images = messages.filter((each) => each.type === "image" && each.file?.state === "stored" && !each.revokedAt);
  const at = images.findIndex((each) => each.id === messageId);
  const message = images[at];
  const step = (by: number) => {
    const to = images[at + by];
    if (to) onChange(to.id);
  };
  if (!message?.file) return null;
  const who = message.direction === "inbound" ? conversation.contact.name : (message.author?.name ?? t("inbox.you"));
  const rtl = document.documentElement.dir === "rtl";
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onChange(null)}>
      <Dialog.Portal>
        <Dialog.Overlay className="pop-fade fixed inset-0 z-dialog bg-surface" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className="fixed inset-0 z-dialog flex flex-col outline-none"
          onKeyDown={(event) => {
            const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
            if (by) step(rtl ? -by : by);
          }}
        >
          <header className="flex h-bar shrink-0 items-center gap-2 border-b bg-surface px-4">
            <Dialog.Title className="cut flex-1 text-14 font-semibold">
              <bdi>{who}</bdi>
              <span className="num ms-2 text-12 font-regular text-subtle">{format.dateTime(message.at)}</span>
            </Dialog.Title>
            <a
              href={`${fileUrl(message.file.id)}?download=true`}
              download={message.file.name ?? ""}
              aria-label={t("inbox.download")}
              title={t("inbox.download")}
              className="grid size-control-sm place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text phone:size-11"
            >
              <Download size={16} />
            </a>
            <Dialog.Close asChild>
              <IconButton label={t("common.close")} className="phone:size-11!">
                <X size={16} />
              </IconButton>
            </Dialog.Close>
          </header>
          <div className="relative grid min-h-0 flex-1 place-items-center p-4">
            <img
              src={fileUrl(message.file.id)}
              alt={message.text ?? t("inbox.image_alt", { name: who })}
              className="max-h-full max-w-full rounded-8 object-contain"
            />
            {at > 0 && (
              <IconButton
                label={t("inbox.previous_image")}
                variant="secondary"
                onClick={() => step(-1)}
                className="absolute! start-4 size-10!"
              >
                <ChevronLeft size={18} className="flip-rtl" />
              </IconButton>
            )}
            {at < images.length - 1 && (
              <IconButton label={t("inbox.next_image")} variant="secondary" onClick={() => step(1)} className="absolute! end-4 size-10!">
                <ChevronRight size={18} className="flip-rtl" />
              </IconButton>
            )}
          </div>
          {message.text && (
            <p dir="auto" className="shrink-0 px-6 pb-5 text-center text-14 text-pretty">
              {message.text}
            </p>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
