import type { TemplateParameters } from "./pending.ts";
import { type Blank, blanksOf, bodyText, cardKey, cardsOf, type Template, type TemplateComponent } from "./template-data.ts";

/** What was filled in, by the blank's key. */
export type Values = Record<string, string>;

const variable = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** `before` is "card 0 " within a card. */
export const fill = (text: string, part: "header" | "body", values: Values, before = ""): string =>
  text.replace(variable, (whole, name: string) => values[`${before}${part} ${name}`] || whole);

/** The parameters as the API takes them; the same shape the server checks. */
export function parametersOf(template: Template, values: Values): TemplateParameters {
  const blanks = blanksOf(template);
  const value = (key: string) => (values[key] ?? "").trim();
  const own = blanks.filter(({ card }) => card === undefined);
  const header = own.filter(({ part }) => part === "header");
  const cards = cardsOf(template).map((_, card) =>
    partsOf(
      blanks.filter((blank) => blank.card === card),
      template,
      value,
    ),
  );
  return {
    ...(header.length ? { header: named(header, template, value) } : {}),
    ...partsOf(own, template, value),
    ...(own.some(({ part }) => part === "place")
      ? {
          location: {
            latitude: Number(value("place latitude")),
            longitude: Number(value("place longitude")),
            name: value("place name"),
            address: value("place address"),
          },
        }
      : {}),
    ...(own.some(({ part }) => part === "offer") ? { offerEndsAt: new Date(value("offer")).toISOString() } : {}),
    ...(cards.length ? { cards } : {}),
  };
}

/** What the message and each of its cards have alike. */
function partsOf(blanks: Blank[], template: Template, value: (key: string) => string) {
  const [file] = blanks.filter(({ part }) => part === "file");
  const body = blanks.filter(({ part }) => part === "body");
  const buttons = blanks.filter(({ part }) => part === "button");
  return {
    ...(body.length ? { body: named(body, template, value) } : {}),
    ...(buttons.length ? { buttons: buttons.map(({ key, index = 0 }) => ({ index, value: value(key) })) } : {}),
    ...(file ? { headerFileId: value(file.key) } : {}),
  };
}

const named = (blanks: Blank[], template: Template, value: (key: string) => string) =>
  template.parameterFormat === "NAMED"
    ? Object.fromEntries(blanks.map(({ name, key }) => [name, value(key)]))
    : blanks.map(({ key }) => value(key));

/** A part of a filled-in template, as the thread shows it. */
export interface Rendered {
  type: string;
  format?: string;
  text?: string;
  fileId?: string;
  location?: { latitude: number; longitude: number; name?: string; address?: string };
  endsAt?: string;
  buttons?: { type: string; text?: string; url?: string; code?: string }[];
  cards?: { components: Rendered[] }[];
}

/** What the thread shows until the server has frozen its own. */
export const renderedOf = (template: Template, values: Values): Rendered[] => [
  ...rendered(template.components, values, "", template.category),
  ...(cardsOf(template).length
    ? [
        {
          type: "carousel",
          cards: cardsOf(template).map(({ components }, card) => ({ components: rendered(components, values, cardKey(card), "") })),
        },
      ]
    : []),
];

function rendered(components: TemplateComponent[], values: Values, before: string, category: string): Rendered[] {
  const find = (type: string) => components.find((part) => part.type === type);
  const [header, footer, offer, buttons] = ["HEADER", "FOOTER", "LIMITED_TIME_OFFER", "BUTTONS"].map(find);
  const place = header?.format === "LOCATION";
  return [
    ...(header
      ? [
          {
            type: "header",
            format: header.format ?? "TEXT",
            text: fill(header.text ?? "", "header", values, before),
            fileId: values[`${before}file`],
            ...(place ? { location: placeOf(values) } : {}),
          },
        ]
      : []),
    ...(offer ? [{ type: "limited_time_offer", text: offer.limited_time_offer?.text, endsAt: isoOf(values.offer) }] : []),
    { type: "body", text: fill(bodyText(components, category), "body", values, before) },
    ...(footer ? [{ type: "footer", text: footer.text ?? "" }] : []),
    ...(buttons
      ? [{ type: "buttons", buttons: (buttons.buttons ?? []).map(({ type, text }) => ({ type: type.toLowerCase(), text })) }]
      : []),
  ];
}

const placeOf = (values: Values) => ({
  latitude: Number(values["place latitude"]),
  longitude: Number(values["place longitude"]),
  name: values["place name"],
  address: values["place address"],
});
/** Of what a datetime field holds: the person's own time. */
export const isoOf = (local: string | undefined) => (local && !Number.isNaN(Date.parse(local)) ? new Date(local).toISOString() : undefined);

/** Which blank a refusal means: "parameters.cards.1.body", "parameters.buttons.0". */
export function blankOfField(template: Template, field: string | undefined): string | undefined {
  const found = /^(?:body\.)?parameters\.(?:cards\.(\d+)\.)?(headerFileId|header|body|buttons|location|offerEndsAt)(?:\.(\w+))?/.exec(
    field ?? "",
  );
  if (!found) return undefined;
  const [, card, place, rest] = found;
  const part = { header: "header", body: "body", buttons: "button", headerFileId: "file", location: "place", offerEndsAt: "offer" }[
    place ?? ""
  ];
  return blanksOf(template).find(
    (blank) =>
      blank.part === part &&
      String(blank.card ?? "") === (card ?? "") &&
      (rest === undefined || String(blank.index ?? blank.name) === rest || part === "body" || part === "header"),
  )?.key;
}

/** Blanks that have no value yet, or one that cannot be. */
export const missingIn = (template: Template, values: Values): Blank[] =>
  blanksOf(template).filter(({ key, part, name }) => {
    const value = (values[key] ?? "").trim();
    if (part === "place" && (name === "latitude" || name === "longitude")) return !isDegrees(value, name === "latitude" ? 90 : 180);
    if (part === "offer") return !(Date.parse(value) > Date.now());
    return value === "" || (part === "button" && /\s/.test(value));
  });

export const isDegrees = (value: string, most: number) => /^-?\d+(\.\d+)?$/.test(value.trim()) && Math.abs(Number(value)) <= most;
