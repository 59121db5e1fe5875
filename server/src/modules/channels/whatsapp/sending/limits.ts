import { invalid } from "../../../../kernel/errors.ts";
import { SendMessage } from "../../../conversations/conversations.api.ts";
import { requireInteractive } from "./limits-interactive.ts";
import { isOneEmoji, requireWords, within } from "./limits-text.ts";
import type { Message, Of } from "./message.ts";

/**
 * Every limit that a message has by itself, for whoever wants to send one: the API, the composer, anything automatic.
 * Answers the message, or throws the refusal naming field and limit. Files are judged by limits-media.ts, templates by template-fill.ts.
 */
export const withinLimits = (given: unknown): Message => {
  const read = SendMessage.safeParse(given);
  if (!read.success) {
    const [first] = read.error.issues;
    const field = first?.path.join(".") || "type";
    throw invalid(field, `${field}: ${first?.message ?? "is not valid"}`, "See /api/docs for what is accepted.");
  }
  const message = read.data;
  if (message.type === "text") requireWords("text", message.text, 4096);
  if (message.type === "location") requirePlace("location", message.location);
  if (message.type === "contacts") requireCards(message);
  if (message.type === "interactive") requireInteractive(message);
  if (message.type === "reaction") requireEmoji(message.emoji);
  if ("text" in message && message.type !== "text" && message.type !== "interactive") within("text", message.text ?? "", 1024);
  return message;
};

type Place = Of<"location">["location"];

export const requirePlace = (field: string, { latitude, longitude, name, address }: Place): void => {
  if (!(Math.abs(latitude) <= 90)) throw invalid(`${field}.latitude`, "A latitude lies between -90 and 90.");
  if (!(Math.abs(longitude) <= 180)) throw invalid(`${field}.longitude`, "A longitude lies between -180 and 180.");
  if (name !== undefined) requireWords(`${field}.name`, name, 100);
  if (address === undefined) return;
  requireWords(`${field}.address`, address, 300);
  if (name === undefined) throw invalid(`${field}.name`, "WhatsApp shows an address only below a name.", "Give the place a name.");
};

const requireCards = ({ contacts }: Of<"contacts">): void => {
  if (contacts.length > 257) throw invalid("contacts", "WhatsApp takes at most 257 contacts in one message.", "Send the rest in another.");
  contacts.forEach((card, at) => {
    requireWords(`contacts.${at}.name`, card.name, 100);
    if (card.organization !== undefined) requireWords(`contacts.${at}.organization`, card.organization, 100);
    card.phones.forEach(({ phone }, of) => {
      if (!/\d/.test(phone)) throw invalid(`contacts.${at}.phones.${of}.phone`, "A phone number has digits.");
    });
  });
};

const requireEmoji = (emoji: string): void => {
  if (emoji === "" || isOneEmoji(emoji)) return;
  throw invalid("emoji", "A reaction is exactly one emoji.", "Send an empty one to take the reaction back.");
};
