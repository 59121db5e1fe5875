import { type Key, useFormat, useT } from "../i18n/index.ts";
import type { Problem } from "./template-data.ts";
import { categoryKey } from "./template-words.ts";

/** What the checker finds, as far as we have words for it; anything else is told in the server's. */
const codes = [
  "name_missing", "name_length", "name_format", "name_taken", "name_blocked", "names_full", "names_many", "created_too_many",
  "language_unknown", "category_differs", "category_fixed", "not_editable", "edits_day", "edits_month", "part_twice", "text_missing",
  "text_length", "header_line_break", "header_emoji", "header_formatting", "header_variables", "sample_missing", "sample_kind",
  "variable_first", "variable_last", "variables_adjacent", "blank_lines", "spaces", "too_many_variables", "variable_braces",
  "variable_numbers", "variable_kind", "variable_names", "example_missing", "footer_variables", "footer_line_break", "buttons_none",
  "buttons_many", "buttons_of_kind", "buttons_order", "button_plain", "button_twice", "url_variable", "url_format", "url_whatsapp",
  "phone_format", "code_format", "flow_missing", "offer_marketing", "offer_header", "offer_footer", "offer_button", "offer_code_first",
  "cards_count", "cards_alone", "card_header", "card_buttons", "cards_differ", "code_minutes", "sounds_promotional", "short_link",
] as const; // biome-ignore format: a list reads better as a block
const known = new Map<string, Key>(codes.map((code) => [code, `templates.p_${code}`]));

export const useProblemWords = () => {
  const t = useT();
  const format = useFormat();
  return ({ code, message, params }: Problem): string => {
    const key = known.get(code);
    if (!key) return message;
    const category = typeof params.category === "string" ? categoryKey(params.category) : undefined;
    return t(key, {
      ...params,
      ...(typeof params.until === "string" ? { until: format.date(params.until) } : {}),
      ...(category ? { category: t(category) } : {}),
    });
  };
};

/** "buttons.2.url" as the page calls it. */
export const usePlaceWords = () => {
  const t = useT();
  const place = (field: string): string => {
    const [first = "", second = "", ...rest] = field.split(".");
    if (first === "cards" && /^\d+$/.test(second)) {
      const within = place(rest.join("."));
      return `${t("templates.place_card", { number: Number(second) + 1 })}${within && `, ${within}`}`;
    }
    if (first === "buttons" && /^\d+$/.test(second)) return t("templates.place_button", { number: Number(second) + 1 });
    const key = places[first];
    return key ? t(key) : "";
  };
  return place;
};
const places: Record<string, Key> = {
  name: "templates.name",
  language: "templates.language",
  category: "templates.category",
  header: "templates.header",
  body: "templates.body",
  footer: "templates.footer",
  buttons: "templates.buttons",
  cards: "templates.cards",
  offer: "templates.offer",
  state: "templates.template",
};
