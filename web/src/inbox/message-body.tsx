import { Ban, CornerUpRight, MessageSquareReply, PhoneCall, PhoneOff } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { AudioPlayer } from "./audio-player.tsx";
import { ContactCards } from "./contact-cards.tsx";
import { DocumentCard } from "./document-card.tsx";
import { FlowAnswers } from "./flow-answers.tsx";
import { ImageOrVideo } from "./image-or-video.tsx";
import { InteractiveCard } from "./interactive-card.tsx";
import type { InteractiveAction } from "./interactive-draft.ts";
import { MediaWaits } from "./media-waits.tsx";
import type { Message } from "./message-data.ts";
import { OrderTable } from "./order-table.tsx";
import { PlaceCard } from "./place-card.tsx";
import { RichText } from "./rich-text.tsx";
import { HeaderMedia, TemplateBody } from "./template-body.tsx";
import { useThread } from "./thread-context.ts";
import { Unreadable } from "./unreadable.tsx";

/** What a message says, by its type (docs/messages.md). */
export function MessageBody({ message }: { message: Message }) {
  const t = useT();
  if (message.revokedAt) {
    return (
      <span className="inline-flex items-center gap-1.5 text-subtle italic">
        <Ban size={14} aria-hidden />
        {t(message.direction === "inbound" ? "inbox.revoked_by_customer" : "inbox.revoked_by_us")}
      </span>
    );
  }
  return (
    <>
      {message.content.forwarded === true && (
        <span className="mb-0.5 flex items-center gap-1 text-12 text-subtle">
          <CornerUpRight size={12} className="flip-rtl" aria-hidden />
          {t(message.content.frequentlyForwarded === true ? "inbox.forwarded_often" : "inbox.forwarded")}
        </span>
      )}
      <Said message={message} />
    </>
  );
}

function Said({ message }: { message: Message }): ReactNode {
  const { type, content, file } = message;
  switch (type) {
    case "image":
    case "video":
    case "sticker":
      return (
        <>
          {file?.state === "stored" ? <ImageOrVideo message={message} file={file} /> : <MediaWaits message={message} />}
          {message.text && (
            <div className="px-1.75 pt-1.5">
              <Text message={message} />
            </div>
          )}
        </>
      );
    case "audio":
      return file?.state === "stored" ? <AudioPlayer file={file} voice={content.voice === true} /> : <MediaWaits message={message} />;
    case "document":
      return (
        <>
          {file?.state === "stored" ? <DocumentCard file={file} name={textOf(content.filename)} /> : <MediaWaits message={message} />}
          {message.text && (
            <div className="mt-1.5">
              <Text message={message} />
            </div>
          )}
        </>
      );
    case "location":
      return <PlaceCard content={content} />;
    case "contacts":
      return <ContactCards content={content} />;
    case "order":
      return <OrderTable content={content} />;
    case "flow_reply":
      return <FlowAnswers message={message} />;
    case "template":
      return <TemplateBody message={message} />;
    case "interactive":
      return <Interactive message={message} />;
    case "button_reply":
    case "list_reply":
    case "button":
      return (
        <span className="flex items-start gap-2">
          <MessageSquareReply size={16} className="mt-0.5 text-accent-text flip-rtl" aria-hidden />
          <span>
            <b className="font-medium">
              <Text message={message} />
            </b>
            {typeof content.description === "string" && <span className="block text-12 text-subtle">{content.description}</span>}
          </span>
        </span>
      );
    case "call_permission":
      return <CallPermission accepted={content.response === "accept"} />;
    case "unsupported":
    case "unavailable":
      return <Unreadable message={message} />;
    default:
      return <Text message={message} />;
  }
}

function Interactive({ message: { text, content, file } }: { message: Message }) {
  const { highlight } = useThread();
  const { header, footer, action } = content as { header?: { text?: string }; footer?: string; action?: InteractiveAction };
  return (
    <InteractiveCard
      header={header?.text}
      media={file?.state === "stored" ? <HeaderMedia file={file} /> : undefined}
      text={text ?? ""}
      footer={footer}
      action={action}
      highlight={highlight}
    />
  );
}

function CallPermission({ accepted }: { accepted: boolean }) {
  const t = useT();
  const Icon = accepted ? PhoneCall : PhoneOff;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon size={16} className="text-subtle" aria-hidden />
      {t(accepted ? "inbox.calls_allowed" : "inbox.calls_refused")}
    </span>
  );
}

const onlyEmoji = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier}|\u200D|[\u{1F1E6}-\u{1F1FF}]|\s){1,12}$/u;

export function Text({ message: { text } }: { message: Message }) {
  const { highlight } = useThread();
  if (!text) return null;
  const big = text.length <= 12 && onlyEmoji.test(text);
  return (
    <span dir="auto" className={big ? "text-28" : "whitespace-pre-wrap"}>
      {big ? text : <RichText text={text} highlight={highlight} />}
    </span>
  );
}

const textOf = (value: unknown) => (typeof value === "string" ? value : null);
