// biome-ignore-all lint/suspicious/noArrayIndexKey: cards and parts are their place
import { Clock, FileText, LayoutTemplate } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { DocumentCard } from "./document-card.tsx";
import { fileUrl, type Message, type StoredFile } from "./message-data.ts";
import { PlaceCard } from "./place-card.tsx";
import { Pressed } from "./pressed.tsx";
import { RichText } from "./rich-text.tsx";
import type { Rendered } from "./template-values.ts";
import { useThread } from "./thread-context.ts";

/** As the customer sees it: header, text, footer, buttons, cards beside each other. The buttons are theirs to press. */
export function TemplateBody({ message }: { message: Message }) {
  const { highlight } = useThread();
  const parts = Array.isArray(message.content.components) ? (message.content.components as Rendered[]) : [];
  const cards = parts.find((part) => part.type === "carousel")?.cards ?? [];
  const name = typeof message.content.name === "string" ? message.content.name : null;
  return (
    <div>
      <Parts parts={parts} text={message.text ?? ""} file={message.file} highlight={highlight} />
      {name && (
        <span className="mt-1 flex items-center gap-1 text-11 text-subtle">
          <LayoutTemplate size={11} aria-hidden />
          <bdi>{name}</bdi>
        </span>
      )}
      <Buttons parts={parts} className="-mx-1.25 mt-1.5 mb-1" />
      {cards.length > 0 && <Cards cards={cards} />}
    </div>
  );
}

function Parts({
  parts,
  text,
  file,
  highlight,
  card,
}: {
  parts: Rendered[];
  text: string;
  file: StoredFile | null;
  highlight?: string | undefined;
  card?: boolean;
}) {
  const find = (type: string) => parts.find((part) => part.type === type);
  const [header, body, footer, offer] = ["header", "body", "footer", "limited_time_offer"].map(find);
  return (
    <>
      {header?.fileId && (
        <div className={card ? "-mx-1 -mt-1 mb-1.5" : "-mx-1.25 mb-1.5 min-w-56"}>
          {file && file.id === header.fileId && file.state === "stored" ? <HeaderMedia file={file} /> : <HeaderFile part={header} />}
        </div>
      )}
      {header?.location && <PlaceCard content={header.location} />}
      {header?.text && (
        <b dir="auto" className="block">
          {header.text}
        </b>
      )}
      {offer && <Offer offer={offer} />}
      <span dir="auto" className="whitespace-pre-wrap">
        <RichText text={body?.text ?? text} highlight={highlight} />
      </span>
      {footer?.text && (
        <span dir="auto" className="mt-1 block text-12 text-subtle">
          {footer.text}
        </span>
      )}
    </>
  );
}

function Buttons({ parts, className }: { parts: Rendered[]; className: string }) {
  const t = useT();
  const buttons = parts.find((part) => part.type === "buttons")?.buttons ?? [];
  if (buttons.length === 0) return null;
  const presses = buttons.map(({ type, text, url, code }) => ({ kind: type, title: text || t("sending.copy_code"), hint: url ?? code }));
  return <Pressed className={className} presses={presses} />;
}

/** A picture, a video or a document above the words. */
export function HeaderMedia({ file }: { file: StoredFile }) {
  const t = useT();
  if (file.mime?.startsWith("image/")) return <img src={fileUrl(file.id)} alt="" className={pictureClasses} />;
  if (file.mime?.startsWith("video/")) {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written captions for it
      <video controls preload="metadata" src={`${fileUrl(file.id)}#t=0.001`} aria-label={t("inbox.type_video")} className={videoClasses} />
    );
  }
  return (
    <div className="rounded-8 bg-bubble-quote px-2">
      <DocumentCard file={file} name={file.name} />
    </div>
  );
}

/** A file of which only the id is known. */
function HeaderFile({ part: { fileId = "", format } }: { part: Rendered }) {
  const t = useT();
  if (format === "IMAGE") return <img src={fileUrl(fileId)} alt="" className={pictureClasses} />;
  if (format === "VIDEO") {
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written captions for it
      <video controls preload="metadata" src={`${fileUrl(fileId)}#t=0.001`} aria-label={t("inbox.type_video")} className={videoClasses} />
    );
  }
  return (
    <a
      href={`${fileUrl(fileId)}?download=true`}
      className="flex items-center gap-2 rounded-8 bg-bubble-quote px-2.5 py-2 font-medium text-accent-text"
    >
      <FileText size={15} aria-hidden />
      {t("inbox.type_document")}
    </a>
  );
}
const pictureClasses = "aspect-[1.91] w-full max-w-full rounded-8 bg-surface-selected object-cover";
const videoClasses = "aspect-video w-full max-w-full rounded-8 bg-surface-selected object-contain";

function Offer({ offer }: { offer: Rendered }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="mb-1 flex items-start gap-2 rounded-8 bg-bubble-quote px-2.5 py-1.5">
      <Clock size={15} className="mt-0.5 text-accent-text" aria-hidden />
      <span>
        <b dir="auto" className="block">
          {offer.text}
        </b>
        {offer.endsAt && <span className="text-12 text-subtle">{t("sending.offer_until", { time: format.dateTime(offer.endsAt) })}</span>}
      </span>
    </span>
  );
}

/** Beside each other, as many as fit; the rest is scrolled to. */
function Cards({ cards }: { cards: { components: Rendered[] }[] }) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <ul aria-label={t("sending.cards")} tabIndex={0} className="-mx-1.25 mt-1 mb-1 flex snap-x gap-2 overflow-x-auto rounded-8 pb-1.5">
      {cards.map(({ components }, index) => (
        <li key={index} className="flex w-56 shrink-0 snap-start flex-col rounded-8 border border-line-strong bg-surface-raised p-2">
          <Parts parts={components} text="" file={null} card />
          <Buttons parts={components} className="mt-auto pt-2" />
        </li>
      ))}
    </ul>
  );
}
