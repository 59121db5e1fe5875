// biome-ignore-all lint/suspicious/noArrayIndexKey: parts of a template have no identity but their place
import { Copy, ExternalLink, File, Image, List, MapPin, Phone, Reply, Tag, Video, Workflow } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { PreviewText } from "./preview-text.tsx";
import type { Template, TemplateComponent } from "./template-data.ts";
import { examplesOf } from "./variables.ts";

type Shown = Pick<Template, "components" | "category" | "samples">;

/** The message on a phone: header, text, footer, buttons, cards. Variables stand out, with their names or the examples given to Meta. */
export function TemplatePreview({ template, examples }: { template: Shown; examples: boolean }) {
  const t = useT();
  const carousel = template.components.find((component) => component.type === "CAROUSEL");
  return (
    <figure aria-label={t("templates.preview")} className="rounded-12 border bg-surface-sunken p-3">
      <Bubble components={template.components} category={template.category} sample={template.samples.header} examples={examples} />
      {carousel && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section className="mt-2 flex gap-2 overflow-x-auto pb-1" tabIndex={0} aria-label={t("templates.cards")}>
          {carousel.cards?.map((card, at) => (
            <div key={at} className="w-52 shrink-0">
              <Bubble
                components={card.components}
                category={template.category}
                sample={template.samples[`cards.${at}.header`]}
                examples={examples}
                card
              />
            </div>
          ))}
        </section>
      )}
    </figure>
  );
}

/** WhatsApp shows three buttons; more hide behind the third. */
const buttonsShown = 3;

function Bubble({
  components,
  category,
  sample,
  examples,
  card,
}: {
  components: TemplateComponent[];
  category: string;
  sample: string | undefined;
  examples: boolean;
  card?: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const part = (type: string) => components.find((component) => component.type === type);
  const [header, body, footer] = [part("HEADER"), part("BODY"), part("FOOTER")];
  const buttons = part("BUTTONS")?.buttons ?? [];
  const offer = part("LIMITED_TIME_OFFER")?.limited_time_offer?.text;
  const expires = footer?.code_expiration_minutes;
  const small = footer?.text || (expires ? t("templates.code_expires", { count: expires }) : undefined);
  const shown = buttons.length > buttonsShown ? buttons.slice(0, buttonsShown - 1) : buttons;
  const code = category === "AUTHENTICATION";
  return (
    <div className="max-w-80 overflow-hidden rounded-8 border bg-bubble-out">
      {header && (header.format ?? "TEXT") !== "TEXT" && <Medium format={header.format ?? ""} sample={sample} />}
      <div className="flex flex-col gap-1 px-3 py-2">
        {header && (header.format ?? "TEXT") === "TEXT" && header.text && (
          <p className="text-14 font-semibold" dir="auto">
            <PreviewText text={header.text} examples={examples ? examplesOf(header) : null} />
          </p>
        )}
        {offer && (
          <p className="flex items-center gap-1.5 rounded-6 bg-surface-chip px-2 py-1.5 font-medium" dir="auto">
            <Tag size={14} aria-hidden />
            {offer}
          </p>
        )}
        {(body?.text || !card) && (
          <p className="whitespace-pre-wrap break-words" dir="auto">
            {body?.text ? (
              <PreviewText text={body.text} examples={examples ? examplesOf(body) : null} />
            ) : (
              // Meta writes the body of an authentication template itself, in the template's language.
              <span className="text-muted">{t(code ? "templates.code_body" : "templates.body_empty")}</span>
            )}
          </p>
        )}
        {body?.add_security_recommendation && !body.text && <p className="text-muted">{t("templates.code_safety")}</p>}
        {!card && (
          <p className="flex items-end gap-3 text-12 text-subtle">
            <span className="min-w-0 flex-1 break-words" dir="auto">
              {small}
            </span>
            <span className="num">{format.time(noon)}</span>
          </p>
        )}
      </div>
      {shown.map((button, index) => {
        const Icon = icons[button.type] ?? Reply;
        return (
          <p
            key={index}
            className="flex items-center justify-center gap-1.5 border-t px-3 py-2 font-medium text-accent-text"
            title={button.url ?? button.phone_number}
          >
            <Icon size={14} className="flip-rtl shrink-0" aria-hidden />
            <bdi className="cut">
              {button.text || t(button.type === "COPY_CODE" || button.type === "OTP" ? "templates.copy_code" : "templates.button_empty")}
            </bdi>
          </p>
        );
      })}
      {shown.length < buttons.length && (
        <p className="flex items-center justify-center gap-1.5 border-t px-3 py-2 font-medium text-accent-text">
          <List size={14} aria-hidden />
          {t("templates.all_options", { count: buttons.length })}
        </p>
      )}
    </div>
  );
}

/** Any moment does: it is where the time will stand. */
const noon = "2026-11-22T12:00:00Z";

const icons: Record<string, typeof Reply> = {
  URL: ExternalLink,
  PHONE_NUMBER: Phone,
  QUICK_REPLY: Reply,
  COPY_CODE: Copy,
  OTP: Copy,
  FLOW: Workflow,
};

const media: Record<
  string,
  { icon: typeof Image; name: "templates.image" | "templates.video" | "templates.document" | "templates.location" }
> = {
  IMAGE: { icon: Image, name: "templates.image" },
  VIDEO: { icon: Video, name: "templates.video" },
  DOCUMENT: { icon: File, name: "templates.document" },
  LOCATION: { icon: MapPin, name: "templates.location" },
};

function Medium({ format, sample }: { format: string; sample: string | undefined }) {
  const t = useT();
  const medium = media[format];
  if (format === "IMAGE" && sample)
    return <img src={`/api/v1/files/${sample}`} alt={t("templates.image")} className="h-32 w-full border-b object-cover" />;
  const Icon = medium?.icon ?? File;
  return (
    <div className="grid h-28 place-items-center content-center gap-1 border-b bg-surface-chip text-12 text-muted">
      <Icon size={20} aria-hidden />
      {medium ? t(medium.name) : format}
    </div>
  );
}
