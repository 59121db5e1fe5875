import { hasEmoji } from "./template-rules-text.ts";
import { type Button, type Note, placeholders } from "./template-shape.ts";

const most = { text: 25, url: 2000, phone: 20, code: 15, all: 10 };
/** How many of a kind (Meta's template reference, buttons). */
const atMost: Record<string, number> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, FLOW: 1 };

export const buttonProblems = (field: string, buttons: Button[], note: Note, allowed = most.all) => {
  if (buttons.length === 0) return note(field, "buttons_none", "Add a button, or leave the buttons out.");
  if (buttons.length > allowed) note(field, "buttons_many", `At most ${allowed} buttons.`, { most: allowed });
  for (const [type, limit] of Object.entries(atMost))
    if (buttons.filter((button) => button.type === type).length > limit)
      note(field, "buttons_of_kind", `At most ${limit} ${type === "URL" ? "link buttons" : "of this kind of button"}.`, {
        kind: type,
        most: limit,
      });
  if (buttons.some((button) => button.type === "OTP"))
    note(field, "button_otp", "A button that copies a one-time code belongs to authentication templates.");
  // Quick replies stay together: before all others, or after them.
  const quick = buttons.map((button) => button.type === "QUICK_REPLY");
  if (quick.filter((one, at) => at > 0 && one !== quick[at - 1]).length > 1)
    note(field, "buttons_order", "Quick replies stand together: all before the other buttons, or all after them.");
  for (const [at, button] of buttons.entries()) {
    textProblems(`${field}.${at}`, button, buttons.slice(0, at), note);
    if (button.type === "URL") linkProblems(`${field}.${at}`, button, note);
    if (button.type === "PHONE_NUMBER" && !/^\+?[0-9][0-9 ()-]{4,}$/.test(button.phone_number ?? ""))
      note(`${field}.${at}.phone_number`, "phone_format", "A phone number with its country code, such as +44 20 7946 0000.");
    else if (button.type === "PHONE_NUMBER" && (button.phone_number ?? "").length > most.phone)
      note(`${field}.${at}.phone_number`, "text_length", `A phone number has at most ${most.phone} characters.`, { most: most.phone });
    if (button.type === "COPY_CODE") codeProblems(`${field}.${at}`, button, note);
    if (button.type === "FLOW" && !button.flow_id?.trim())
      note(`${field}.${at}.flow_id`, "flow_missing", "Name the flow by its id in WhatsApp Manager.");
  }
};

const textProblems = (field: string, button: Button, before: Button[], note: Note) => {
  // Meta writes the words on these itself.
  if (button.type === "COPY_CODE" || button.type === "OTP") return;
  const text = button.text ?? "";
  const at = `${field}.text`;
  if (text.trim() === "") return note(at, "text_missing", "Write what the button says.");
  if (text.length > most.text) note(at, "text_length", `A button has at most ${most.text} characters.`, { most: most.text });
  if (placeholders(text).length > 0 || /[\r\n*_~`]/.test(text) || hasEmoji(text))
    note(at, "button_plain", "A button has plain words only: no variables, emoji, line breaks, *, _, ~ or `.");
  if (before.some((other) => other.text?.trim().toLowerCase() === text.trim().toLowerCase()))
    note(at, "button_twice", "Two buttons say the same.");
};

const linkProblems = (field: string, button: Button, note: Note) => {
  const url = button.url ?? "";
  const at = `${field}.url`;
  if (url.length > most.url) return note(at, "text_length", `An address has at most ${most.url} characters.`, { most: most.url });
  const plain = url.replace(/\{\{\s*1\s*\}\}$/, "x");
  if (placeholders(plain).length > 0 || /\{\{|\}\}/.test(plain))
    return note(at, "url_variable", "An address may have one variable, {{1}}, at its very end.");
  if (!/^https?:\/\/[^\s/]+\.[^\s/]+/i.test(plain) || !URL.canParse(plain))
    return note(at, "url_format", "A whole address, such as https://example.com/track/{{1}}.");
  if (/^https?:\/\/(wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|whatsapp\.com)(\/|$)/i.test(plain))
    note(at, "url_whatsapp", "Meta refuses links to WhatsApp itself.");
  const example = Array.isArray(button.example) ? button.example[0] : button.example;
  if (plain !== url && !example?.trim())
    note(`${field}.example`, "example_missing", "Give the whole address as an example: Meta's reviewers open it.", { name: "1" });
};

const codeProblems = (field: string, button: Button, note: Note) => {
  const example = (Array.isArray(button.example) ? button.example[0] : button.example) ?? "";
  if (example.trim() === "") note(`${field}.example`, "example_missing", "Give a code as an example.", { name: "code" });
  else if (example.length > most.code || !/^[\p{L}\p{N}-]+$/u.test(example))
    note(`${field}.example`, "code_format", `A code has at most ${most.code} letters and digits.`, { most: most.code });
};
