// biome-ignore-all lint/suspicious/noArrayIndexKey: cards, buttons and pieces are their place
import { Clock, FileText, Image, MapPin, Video } from "lucide-react";
import type { ReactNode } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { fileUrl } from "./message-data.ts";
import { Pressed } from "./pressed.tsx";
import { bodyText, cardKey, cardsOf, type Template, type TemplateComponent } from "./template-data.ts";
import { isoOf, type Values } from "./template-values.ts";

const headers = { IMAGE: Image, VIDEO: Video, DOCUMENT: FileText, LOCATION: MapPin };

/** The template as the customer will see it; what was filled in stands out. */
export function TemplatePreview({ template, values }: { template: Template; values: Values }) {
  const t = useT();
  const cards = cardsOf(template);
  return (
    <div>
      <div className="rounded-12 rounded-ee-4 bg-bubble-out px-2.75 py-2 leading-4.75" dir="auto">
        <Parts components={template.components} values={values} before="" category={template.category} />
      </div>
      <Buttons components={template.components} className="mt-1 *:bg-bubble-out!" />
      {cards.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
        <ul aria-label={t("sending.cards")} tabIndex={0} className="mt-1.5 flex snap-x gap-1.5 overflow-x-auto pb-1.5">
          {cards.map(({ components }, card) => (
            <li key={card} className="flex w-44 shrink-0 snap-start flex-col rounded-8 bg-bubble-out p-2 text-12" dir="auto">
              <Parts components={components} values={values} before={cardKey(card)} category="" />
              <Buttons components={components} className="mt-auto pt-1.5" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface Part {
  components: TemplateComponent[];
  values: Values;
  before: string;
  category: string;
}

function Parts({ components, values, before, category }: Part) {
  const find = (type: string) => components.find((part) => part.type === type);
  const [header, footer, offer] = ["HEADER", "FOOTER", "LIMITED_TIME_OFFER"].map(find);
  return (
    <>
      {header && <Header header={header} values={values} before={before} />}
      {offer && <Offer offer={offer} endsAt={isoOf(values.offer)} />}
      <span className="whitespace-pre-wrap">{filled(bodyText(components, category), "body", values, before)}</span>
      {footer?.text && <span className="mt-1 block text-12 text-subtle">{footer.text}</span>}
    </>
  );
}

function Header({ header, values, before }: { header: TemplateComponent; values: Values; before: string }) {
  const Media = header.format && header.format in headers ? headers[header.format as keyof typeof headers] : undefined;
  if (!Media) return <b className="block">{filled(header.text ?? "", "header", values, before)}</b>;
  const file = values[`${before}file`];
  if (file && header.format === "IMAGE")
    return <img src={fileUrl(file)} alt="" className="mb-1.5 aspect-[1.91] w-full rounded-8 object-cover" />;
  const place = values["place name"] || values["place latitude"];
  return (
    <span className="mb-1.5 grid min-h-16 place-items-center content-center gap-0.5 rounded-8 bg-bubble-quote px-2 text-12 text-subtle">
      <Media size={20} aria-hidden className={file || place ? "text-accent-text" : undefined} />
      {header.format === "LOCATION" && place && <bdi className="text-accent-text">{place}</bdi>}
    </span>
  );
}

function Offer({ offer, endsAt }: { offer: TemplateComponent; endsAt: string | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="mb-1 flex items-start gap-1.5 rounded-8 bg-bubble-quote px-2 py-1">
      <Clock size={14} className="mt-0.5 text-accent-text" aria-hidden />
      <span>
        <b className="block">{offer.limited_time_offer?.text}</b>
        {endsAt && <span className="text-12 text-subtle">{t("sending.offer_until", { time: format.dateTime(endsAt) })}</span>}
      </span>
    </span>
  );
}

function Buttons({ components, className }: { components: TemplateComponent[]; className: string }) {
  const t = useT();
  const buttons = components.find((part) => part.type === "BUTTONS")?.buttons ?? [];
  if (buttons.length === 0) return null;
  return (
    <Pressed
      className={className}
      presses={buttons.map(({ type, text }) => ({ kind: type.toLowerCase(), title: text || t("sending.copy_code") }))}
    />
  );
}

function filled(text: string, part: "header" | "body", values: Values, before: string): ReactNode[] {
  return text.split(/(\{\{\s*[A-Za-z0-9_]+\s*\}\})/).map((piece, index) => {
    const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(piece)?.[1];
    const value = name && values[`${before}${part} ${name}`];
    return name ? (
      <span key={index} className={value ? "font-medium text-accent-text" : "rounded-4 bg-bubble-quote px-1 text-subtle"}>
        <bdi>{value || name}</bdi>
      </span>
    ) : (
      piece
    );
  });
}
