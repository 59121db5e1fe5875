import type { z } from "zod";
import type { TemplateContent, TemplatePart, TemplateProblem } from "../../templates.api.ts";

/** A template as it is written here: Graph's components, the reviewers' sample files beside them. */
export type Written = z.output<typeof TemplateContent>;
export type Part = z.output<typeof TemplatePart>;
export type CardPart = NonNullable<Part["cards"]>[number]["components"][number];
export type Button = NonNullable<Part["buttons"]>[number];
export type Problem = z.input<typeof TemplateProblem>;

/** How problems are noted: field, stable code, the sentence, what it names. */
export type Note = (field: string, code: string, message: string, params?: Record<string, string | number>) => void;

export const partOf = <P extends { type: string }>(parts: P[], type: string): P | undefined => parts.find((part) => part.type === type);

/** What stands between double braces, as often as it stands there. */
export const placeholders = (text: string): string[] => [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => (match[1] ?? "").trim());

/** Examples by variable, from Meta's shapes: `body_text: [["Ada", "12"]]`, `header_text: ["Ada"]`, `…_named_params: [{ param_name, example }]`. */
export const examplesOf = (part: { type: string; example?: Record<string, unknown> | undefined }): Record<string, string> => {
  const prefix = part.type === "HEADER" ? "header_text" : "body_text";
  const named = part.example?.[`${prefix}_named_params`];
  if (Array.isArray(named))
    return Object.fromEntries(
      named.flatMap((one: { param_name?: unknown; example?: unknown } | null) =>
        typeof one?.param_name === "string" && typeof one.example === "string" ? [[one.param_name, one.example]] : [],
      ),
    );
  const listed = part.example?.[prefix];
  const values: unknown[] = Array.isArray(listed) ? (Array.isArray(listed[0]) ? listed[0] : listed) : [];
  return Object.fromEntries(values.flatMap((value, at) => (typeof value === "string" ? [[String(at + 1), value]] : [])));
};

const known: Record<string, string[]> = {
  HEADER: ["type", "format", "text", "example"],
  BODY: ["type", "text", "example", "add_security_recommendation"],
  FOOTER: ["type", "text", "code_expiration_minutes"],
  BUTTONS: ["type", "buttons"],
  CAROUSEL: ["type", "cards"],
  LIMITED_TIME_OFFER: ["type", "limited_time_offer"],
};
const buttonKeys = ["type", "text", "url", "phone_number", "example", "flow_id", "flow_action", "navigate_screen", "otp_type"];
const buttonKinds = ["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW", "OTP"];

/** What of Meta's components can be written here; null when there is a part that this product would lose (a catalogue, a call button …). */
export const writable = (components: unknown, category?: string): Part[] | null => {
  if (!Array.isArray(components)) return null;
  if (category === "AUTHENTICATION") return writableCode(components as Record<string, unknown>[]);
  const parts: Part[] = [];
  for (const component of components as Record<string, unknown>[]) {
    const keys = known[String(component.type)];
    if (!keys) return null;
    const part = pick(component, keys) as Part;
    // Meta's sample is an address of its own that nobody may hand in again.
    if (part.type === "HEADER" && part.format !== "TEXT") delete part.example;
    if (part.buttons) {
      if (part.buttons.some((button) => !buttonKinds.includes(button.type) || (button.otp_type ?? "COPY_CODE") !== "COPY_CODE"))
        return null;
      part.buttons = part.buttons.map((button) => pick(button, buttonKeys) as Button);
    }
    if (part.cards) {
      const cards = part.cards.map((card) => writable(card.components));
      if (cards.some((card) => card === null)) return null;
      part.cards = cards.map((card) => ({ components: card as CardPart[] }));
    }
    parts.push(part);
  }
  return parts;
};

/** Meta writes an authentication template's texts, and shows its button as a link; what was chosen is a warning, minutes and the button's word. */
const writableCode = (components: Record<string, unknown>[]): Part[] | null => {
  const [body, footer, buttons] = ["BODY", "FOOTER", "BUTTONS"].map((type) => components.find((one) => one.type === type));
  const button = (buttons?.buttons as Record<string, unknown>[] | undefined)?.[0];
  const kind = button?.otp_type ?? /otp_type=([A-Z_]+)/.exec(String(button?.url ?? ""))?.[1] ?? "COPY_CODE";
  if (kind !== "COPY_CODE") return null;
  return [
    { type: "BODY", ...(body?.add_security_recommendation === true ? { add_security_recommendation: true } : {}) },
    ...(typeof footer?.code_expiration_minutes === "number"
      ? [{ type: "FOOTER" as const, code_expiration_minutes: footer.code_expiration_minutes }]
      : []),
    {
      type: "BUTTONS",
      buttons: [{ type: "OTP", otp_type: "COPY_CODE", ...(typeof button?.text === "string" ? { text: button.text } : {}) }],
    },
  ];
};

const pick = (from: Record<string, unknown>, keys: string[]) =>
  Object.fromEntries(keys.flatMap((key) => (from[key] === undefined || from[key] === null ? [] : [[key, from[key]]])));
