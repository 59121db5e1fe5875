import { buttonProblems } from "./template-rules-buttons.ts";
import { bodyProblems, headerProblems } from "./template-rules-text.ts";
import { type CardPart, type Note, type Part, partOf } from "./template-shape.ts";

/** Authentication templates are Meta's own words; what may be chosen is a warning, a life of the code, and the button. */
export const codeProblems = (components: Part[], note: Note) => {
  const body = partOf(components, "BODY");
  if (!body) note("body", "text_missing", "An authentication template has a body, even though Meta writes it.");
  if (body?.text) note("body.text", "code_text", "Meta writes the text of authentication templates itself.");
  for (const type of ["HEADER", "CAROUSEL", "LIMITED_TIME_OFFER"])
    if (partOf(components, type))
      note(
        type === "HEADER" ? "header" : type === "CAROUSEL" ? "cards" : "offer",
        "code_only",
        "Authentication templates have no header, cards or offer.",
      );
  const footer = partOf(components, "FOOTER");
  if (footer?.text) note("footer.text", "code_text", "Meta writes the text of authentication templates itself.");
  const minutes = footer?.code_expiration_minutes;
  if (footer && (minutes === undefined || minutes < 1 || minutes > 90))
    note("footer.code_expiration_minutes", "code_minutes", "A code lives 1 to 90 minutes.", { least: 1, most: 90 });
  const buttons = partOf(components, "BUTTONS")?.buttons ?? [];
  if (buttons.length !== 1 || buttons[0]?.type !== "OTP")
    note("buttons", "code_button", "An authentication template has one button, which copies the code.");
  else if ((buttons[0].text ?? "").length > 25) note("buttons.0.text", "text_length", "A button has at most 25 characters.", { most: 25 });
};

export const offerProblems = (components: Part[], category: string, note: Note) => {
  const offer = partOf(components, "LIMITED_TIME_OFFER");
  const text = offer?.limited_time_offer?.text ?? "";
  if (category !== "MARKETING") note("offer", "offer_marketing", "A limited-time offer is always marketing.");
  if (text.trim() === "") note("offer.text", "text_missing", "Write what the offer is.");
  else if (text.length > 16) note("offer.text", "text_length", "The offer has at most 16 characters.", { most: 16 });
  const header = partOf(components, "HEADER");
  if (header && !["IMAGE", "VIDEO"].includes(header.format ?? "TEXT"))
    note("header", "offer_header", "Beside an offer the header is an image or a video.");
  if (partOf(components, "FOOTER")) note("footer", "offer_footer", "A template with an offer has no footer.");
  const body = partOf(components, "BODY")?.text ?? "";
  if (body.length > 600) note("body.text", "text_length", "Beside an offer the text has at most 600 characters.", { most: 600 });
  const buttons = partOf(components, "BUTTONS")?.buttons ?? [];
  const code = buttons.findIndex((button) => button.type === "COPY_CODE");
  if (!buttons.some((button) => button.type === "URL"))
    note("buttons", "offer_button", "An offer needs a link button, with a copy-code button before it if you like.");
  if (code > 0) note("buttons", "offer_code_first", "The copy-code button comes first.");
};

const [leastCards, mostCards] = [2, 10];
const cardText = 160;

/** Cards are all of one build: the same kind of header, text or none, the same buttons in the same order. */
export const cardProblems = (
  components: Part[],
  format: "POSITIONAL" | "NAMED",
  samples: Record<string, { mime: string | null; size: number } | null>,
  note: Note,
) => {
  const cards = partOf(components, "CAROUSEL")?.cards ?? [];
  if (cards.length < leastCards || cards.length > mostCards)
    note("cards", "cards_count", `A carousel has ${leastCards} to ${mostCards} cards.`, { least: leastCards, most: mostCards });
  for (const [type, field] of [
    ["HEADER", "header"],
    ["FOOTER", "footer"],
    ["BUTTONS", "buttons"],
    ["LIMITED_TIME_OFFER", "offer"],
  ] as const)
    if (partOf(components, type))
      note(field, "cards_alone", "Beside cards there is only the text: header, footer and buttons belong to the cards.");
  const first = cards[0] && buildOf(cards[0].components);
  for (const [at, card] of cards.entries()) {
    const field = `cards.${at}`;
    const header = partOf(card.components, "HEADER");
    if (!header || !["IMAGE", "VIDEO"].includes(header.format ?? "TEXT"))
      note(`${field}.header`, "card_header", "A card begins with an image or a video.");
    else headerProblems(`${field}.header`, header, format, samples[`${field}.header`], note);
    bodyProblems(`${field}.body`, partOf(card.components, "BODY"), format, cardText, false, note);
    const buttons = partOf(card.components, "BUTTONS")?.buttons ?? [];
    if (buttons.some((button) => !["QUICK_REPLY", "URL", "PHONE_NUMBER"].includes(button.type)))
      note(`${field}.buttons`, "card_buttons", "A card's buttons are quick replies, links or phone numbers.");
    buttonProblems(`${field}.buttons`, buttons, note, 2);
    if (first !== undefined && buildOf(card.components) !== first)
      note(
        field,
        "cards_differ",
        "All cards have the same build: kind of header, text or none, and the same kinds of buttons in the same order.",
      );
  }
};

const buildOf = (parts: CardPart[]) =>
  JSON.stringify([
    partOf(parts, "HEADER")?.format ?? null,
    partOf(parts, "BODY") !== undefined,
    (partOf(parts, "BUTTONS")?.buttons ?? []).map((button) => button.type),
  ]);
