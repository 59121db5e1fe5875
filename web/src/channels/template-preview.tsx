// biome-ignore-all lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
import { Copy, ExternalLink, File, Image, MapPin, Phone, Reply, Video } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import type { Template, TemplateComponent } from "./channel-data.ts";

/** The message on a phone: header, body, footer, buttons. Variables stand out, with names or with the examples given to Meta. */
export function TemplatePreview({ template, examples }: { template: Template; examples: boolean }) {
  return (
    <div className="rounded-8 border bg-surface-sunken p-3">
      <Bubble components={template.components} examples={examples} />
      {template.components
        .filter((component) => component.type === "CAROUSEL")
        .map((carousel, index) => (
          <div key={index} className="mt-2 flex gap-2 overflow-x-auto pb-1">
            {carousel.cards?.map((card, at) => (
              <div key={at} className="w-52 shrink-0">
                <Bubble components={card.components} examples={examples} />
              </div>
            ))}
          </div>
        ))}
    </div>
  );
}

function Bubble({ components, examples }: { components: TemplateComponent[]; examples: boolean }) {
  const t = useT();
  const part = (type: string) => components.find((component) => component.type === type);
  const [header, body, footer, buttons] = [part("HEADER"), part("BODY"), part("FOOTER"), part("BUTTONS")];
  const offer = part("LIMITED_TIME_OFFER")?.limited_time_offer?.text;
  const expires = footer?.code_expiration_minutes;
  const small = footer?.text ?? (expires ? t("channels.code_expires", { count: expires }) : undefined);
  return (
    <div className="max-w-80 overflow-hidden rounded-8 border bg-surface-raised">
      {header && header.format !== "TEXT" && <Medium format={header.format ?? ""} />}
      <div className="flex flex-col gap-1 px-3 py-2">
        {header?.format === "TEXT" && (
          <p className="text-14 font-semibold" dir="auto">
            <Text text={header.text ?? ""} examples={examples ? examplesOf(header) : null} />
          </p>
        )}
        {offer && <p className="font-medium">{offer}</p>}
        <p className="whitespace-pre-wrap" dir="auto">
          {body?.text ? (
            <Text text={body.text} examples={examples ? examplesOf(body) : null} />
          ) : (
            // Meta writes the body of an authentication template itself, in the template's language.
            <span className="text-muted">{t("channels.code_body")}</span>
          )}
        </p>
        {body?.add_security_recommendation && <p className="text-muted">{t("channels.code_safety")}</p>}
        {small && (
          <p className="text-12 text-subtle" dir="auto">
            {small}
          </p>
        )}
      </div>
      {buttons?.buttons?.map((button, index) => {
        const Icon = { URL: ExternalLink, PHONE_NUMBER: Phone, QUICK_REPLY: Reply, COPY_CODE: Copy, OTP: Copy }[button.type] ?? Reply;
        return (
          <p
            key={index}
            className="flex items-center justify-center gap-1.5 border-t px-3 py-2 font-medium text-accent-text"
            title={button.url ?? button.phone_number}
          >
            <Icon size={14} className="flip-rtl" aria-hidden />
            <bdi className="cut">{button.text ?? t("channels.copy_code")}</bdi>
          </p>
        );
      })}
    </div>
  );
}

function Medium({ format }: { format: string }) {
  const t = useT();
  const Icon = { IMAGE: Image, VIDEO: Video, DOCUMENT: File, LOCATION: MapPin }[format] ?? File;
  const names = {
    IMAGE: "channels.header_image",
    VIDEO: "channels.header_video",
    DOCUMENT: "channels.header_document",
    LOCATION: "channels.header_location",
  } as const;
  const name = names[format as keyof typeof names];
  return (
    <div className="grid h-28 place-items-center content-center gap-1 border-b bg-surface-chip text-12 text-muted">
      <Icon size={20} aria-hidden />
      {name ? t(name) : format}
    </div>
  );
}

/** Variables highlighted, and WhatsApp's *bold*, _italic_, ~struck~ and ```fixed``` as they will look. */
const Text = ({ text, examples }: { text: string; examples: Record<string, string> | null }) =>
  text.split(/(\{\{\s*\w+\s*\}\})/).map((piece, index) => {
    const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(piece)?.[1];
    if (!name) return <Fragment key={index}>{formatted(piece)}</Fragment>;
    return (
      <bdi key={index} title={name} className="rounded-4 bg-accent-soft px-1 font-medium text-accent-text">
        {examples?.[name] ?? `{{${name}}}`}
      </bdi>
    );
  });

function formatted(text: string): ReactNode {
  return text.split(/(```[\s\S]+?```|\*[^*\n]+\*|_[^_\n]+_|~[^~\n]+~)/).map((piece, index) => {
    if (/^```[\s\S]+```$/.test(piece)) return <code key={index}>{piece.slice(3, -3)}</code>;
    if (/^\*.+\*$/.test(piece)) return <strong key={index}>{piece.slice(1, -1)}</strong>;
    if (/^_.+_$/.test(piece)) return <em key={index}>{piece.slice(1, -1)}</em>;
    if (/^~.+~$/.test(piece)) return <s key={index}>{piece.slice(1, -1)}</s>;
    return piece;
  });
}

/** Meta keeps them as `body_text: [["Ada", "12"]]`, `header_text: ["Ada"]`, or named: `body_text_named_params: [{param_name, example}]`. */
function examplesOf({ type, example }: TemplateComponent): Record<string, string> {
  const prefix = type === "HEADER" ? "header_text" : "body_text";
  const named = example?.[`${prefix}_named_params`];
  if (Array.isArray(named)) return Object.fromEntries(named.map((each) => [String(each.param_name), String(each.example)]));
  const listed = example?.[prefix];
  const values = Array.isArray(listed) ? (Array.isArray(listed[0]) ? listed[0] : listed) : [];
  return Object.fromEntries(values.map((value: unknown, index: number) => [String(index + 1), String(value)]));
}
