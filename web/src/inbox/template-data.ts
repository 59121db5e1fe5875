import { request } from "../api/client.ts";
import { keyset, type Page } from "../api/query.ts";

export interface TemplateButton {
  type: string;
  text?: string;
  url?: string;
}
export interface TemplateComponent {
  type: string;
  format?: string;
  text?: string;
  buttons?: TemplateButton[];
  cards?: { components: TemplateComponent[] }[];
  limited_time_offer?: { text?: string; has_expiration?: boolean };
  example?: {
    body_text?: string[][];
    body_text_named_params?: { param_name: string; example: string }[];
    header_text?: string[];
    header_text_named_params?: { param_name: string; example: string }[];
  };
}
export interface Template {
  id: string;
  name: string;
  language: string;
  category: string;
  state: string;
  reason: string | null;
  correctCategory: string | null;
  previousCategory: string | null;
  categoryChangedAt: string | null;
  updatedAt: string;
  parameterFormat: "POSITIONAL" | "NAMED";
  components: TemplateComponent[];
  variables: string[];
}

/** All of them: one that cannot be sent is shown with the reason. */
export const templatesQuery = (channel: string) =>
  keyset(
    ["templates", { channel }],
    ({ after, limit, signal }) => request<Page<Template>>("GET", "/templates", { query: { channel, after, limit }, signal }),
    100,
  );

export const sendable = (template: Template) => template.state === "APPROVED";

/** One blank of a template: where its value goes, what to call it, and what it may look like. */
export interface Blank {
  /** Of a card: begins with "card 0 ". */
  key: string;
  part: "header" | "body" | "button" | "file" | "place" | "offer";
  /** The variable's name or number; the button's text; the place's part. */
  name: string;
  card?: number;
  index?: number;
  format?: string;
  example?: string;
  most: number;
}

const variable = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;
const variablesIn = (text = "") => [...new Set([...text.matchAll(variable)].map((match) => match[1] ?? ""))];
/** Meta keeps the words of a sign-in code to itself where it was made without a text. */
export const bodyText = (components: TemplateComponent[], category: string) =>
  among(components, "BODY")?.text ?? (category === "AUTHENTICATION" ? "{{1}} is your verification code." : "");
const among = (components: TemplateComponent[], type: string) => components.find((part) => part.type === type);
export const find = (template: Template, type: string) => among(template.components, type);
export const cardsOf = (template: Template) => find(template, "CAROUSEL")?.cards ?? [];
export const cardKey = (card: number) => `card ${card} `;
/** The places a header of a place asks for. */
export const placeParts = ["latitude", "longitude", "name", "address"] as const;

export function blanksOf(template: Template): Blank[] {
  const cards = cardsOf(template).flatMap(({ components }, card) =>
    blanksAmong(components, template.category).map((blank) => ({ ...blank, key: `${cardKey(card)}${blank.key}`, card })),
  );
  return [...blanksAmong(template.components, template.category), ...cards];
}

function blanksAmong(components: TemplateComponent[], category: string): Blank[] {
  const [header, body, offer] = ["HEADER", "BODY", "LIMITED_TIME_OFFER"].map((type) => among(components, type));
  const blanks: Blank[] = [];
  if (header && (header.format ?? "TEXT") === "TEXT") {
    for (const name of variablesIn(header.text)) {
      const named = header.example?.header_text_named_params?.find((each) => each.param_name === name)?.example;
      blanks.push({ key: `header ${name}`, part: "header", name, most: 60, ...example(named ?? header.example?.header_text?.[0]) });
    }
  } else if (header?.format === "LOCATION") {
    for (const name of placeParts) blanks.push({ key: `place ${name}`, part: "place", name, most: name === "address" ? 300 : 100 });
  } else if (header?.format) blanks.push({ key: "file", part: "file", name: header.format, format: header.format, most: 0 });
  if (offer?.limited_time_offer?.has_expiration) blanks.push({ key: "offer", part: "offer", name: "offer", most: 0 });
  const code = category === "AUTHENTICATION";
  for (const [at, name] of variablesIn(bodyText(components, category)).entries()) {
    const named = body?.example?.body_text_named_params?.find((each) => each.param_name === name)?.example;
    const most = code ? 15 : 1024;
    blanks.push({ key: `body ${name}`, part: "body", name, most, ...example(named ?? body?.example?.body_text?.[0]?.[at]) });
  }
  for (const [index, button] of (among(components, "BUTTONS")?.buttons ?? []).entries()) {
    // The button of a sign-in code copies what stands in the text.
    if (code || !asksValue(button)) continue;
    blanks.push({ key: `button ${index}`, part: "button", name: button.text ?? "", index, most: button.type === "COPY_CODE" ? 20 : 2000 });
  }
  return blanks;
}

const asksValue = (button: TemplateButton) => button.type === "COPY_CODE" || (button.type === "URL" && variablesIn(button.url).length > 0);

const example = (value: string | undefined) => (value ? { example: value } : {});

/** "Hi {{1}}," and {{first_name}} are the customer's name: filled in, and still to be changed. */
export function namesIn(template: Template): string[] {
  const body = find(template, "BODY")?.text ?? "";
  const greeting =
    /(?:^|\s)(?:hi|hello|hey|dear|hallo|bonjour|salut|hola|ciao|merhaba|مرحبا|مرحبًا|أهلا|أهلًا|عزيزي|عزيزتي)[\s,،]+\{\{\s*(\w+)\s*\}\}/iu.exec(
      body,
    )?.[1];
  return blanksOf(template)
    .filter(
      ({ part, name, card }) =>
        part === "body" && card === undefined && (name === greeting || /^(first_?|customer_?|contact_?|full_?)?name$/i.test(name)),
    )
    .map(({ key }) => key);
}
