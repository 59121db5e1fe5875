import type { Json } from "../world.ts";
import { missing } from "./error.ts";
import { templateRefused } from "./template-refused.ts";

const atMost: Record<string, number> = { URL: 2, PHONE_NUMBER: 1, COPY_CODE: 1, FLOW: 1, OTP: 1 };

/** Number, order and texts of a template's buttons. */
export const checkButtons = (given: unknown, category: string): void => {
  if (!Array.isArray(given) || given.length < 1) throw missing("components[BUTTONS]['buttons']");
  const buttons = given as Json[];
  const wrong = (message: string) => templateRefused(2388050, "Buttons don't fit", message);
  if (buttons.length > 10) throw wrong("There can be at most 10 buttons.");
  for (const [type, most] of Object.entries(atMost)) {
    if (buttons.filter((button) => button.type === type).length > most)
      throw wrong(`There can be at most ${most} buttons of type ${type}.`);
  }
  if (buttons.some((button) => button.type === "OTP") !== (category === "AUTHENTICATION")) {
    throw wrong("One-time password buttons belong to authentication templates, and only they.");
  }
  const quick = buttons.map((button) => button.type === "QUICK_REPLY");
  if (quick.filter((one, at) => at > 0 && one !== quick[at - 1]).length > 1) {
    throw wrong("Quick replies must be grouped together, not mixed with other buttons.");
  }
  for (const button of buttons) checkButton(button);
};

const checkButton = (button: Json): void => {
  const type = String(button.type);
  const text = typeof button.text === "string" ? button.text : "";
  const wrong = (message: string) => templateRefused(2388050, "Buttons don't fit", message);
  if (!text && !["COPY_CODE", "OTP"].includes(type)) throw missing("components[BUTTONS]['buttons']['text']");
  if (text.length > 25) throw templateRefused(2388040, "Character Limit Exceeded", "A button can have at most 25 characters.");
  if (type !== "COPY_CODE" && type !== "OTP" && (/[\r\n*_~`]|\{\{/.test(text) || /\p{Emoji_Presentation}/u.test(text))) {
    throw wrong("Buttons can't have any variables, newlines, emojis or formatting characters.");
  }
  if (type === "URL") {
    const url = String(button.url ?? "");
    if (!/^https?:\/\/\S+$/.test(url)) throw missing("components[BUTTONS]['buttons']['url']");
    if (url.length > 2000) throw templateRefused(2388040, "Character Limit Exceeded", "A URL can have at most 2000 characters.");
    if (/\{\{/.test(url.replace(/\{\{1\}\}$/, ""))) throw wrong("A URL can have one variable, at its end.");
    if (/\{\{1\}\}$/.test(url) && !button.example) {
      throw templateRefused(
        2388043,
        "Missing example",
        "Message template components of type BUTTONS are missing expected field(s) (example).",
      );
    }
  }
  if (type === "PHONE_NUMBER" && !/^\+?[\d ()-]{5,20}$/.test(String(button.phone_number ?? ""))) {
    throw missing("components[BUTTONS]['buttons']['phone_number']");
  }
  if (type === "COPY_CODE") {
    const example = String([button.example].flat()[0] ?? "");
    if (example === "")
      throw templateRefused(
        2388043,
        "Missing example",
        "Message template components of type BUTTONS are missing expected field(s) (example).",
      );
    if (example.length > 15) throw templateRefused(2388040, "Character Limit Exceeded", "A code can have at most 15 characters.");
  }
  if (type === "FLOW" && !button.flow_id) throw missing("components[BUTTONS]['buttons']['flow_id']");
};
