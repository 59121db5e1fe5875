import { invalid } from "../../../../kernel/errors.ts";
import { repeated, requireWords } from "./limits-text.ts";
import type { Of } from "./message.ts";

type Interactive = Of<"interactive">;
type Action<K extends Interactive["action"]["kind"]> = Extract<Interactive["action"], { kind: K }>;

/** Limits of messages with something to press. */
export const requireInteractive = ({ text, header, footer, action }: Interactive): void => {
  requireWords("text", text, action.kind === "list" ? 4096 : 1024);
  if (header?.text !== undefined) requireWords("header.text", header.text, 60);
  if (footer !== undefined) requireWords("footer", footer, 60);
  if (header && header.text === undefined && header.fileId === undefined)
    throw invalid("header", "A header has a text or a file.", "Leave the header out, or fill it.");
  if (header?.text !== undefined && header.fileId !== undefined) throw invalid("header", "A header has a text or a file, not both.");
  if (action.kind === "list" && header?.fileId !== undefined)
    throw invalid("header.fileId", "Above a list only a text can stand.", "Use header.text, or send the file before.");
  if (action.kind === "ask_location" && header) throw invalid("header", "Asking for a location has no header.");
  if (action.kind === "ask_location" && footer !== undefined) throw invalid("footer", "Asking for a location has no footer.");
  if (action.kind === "buttons") requireButtons(action);
  if (action.kind === "list") requireList(action);
  if (action.kind === "link") requireLink(action);
  if (action.kind === "flow") requireFlow(action);
};

const requireButtons = ({ buttons }: Action<"buttons">): void => {
  if (buttons.length > 3) throw invalid("action.buttons", "WhatsApp takes at most 3 reply buttons.", "Use a list for more.");
  buttons.forEach((button, at) => {
    requireWords(`action.buttons.${at}.title`, button.title, 20);
    requireWords(`action.buttons.${at}.id`, button.id, 256);
  });
  const id = repeated(buttons.map((button) => button.id));
  if (id >= 0) throw invalid(`action.buttons.${id}.id`, "Two buttons have the same id: an answer could not be told apart.");
  const title = repeated(buttons.map((button) => button.title.trim()));
  if (title >= 0) throw invalid(`action.buttons.${title}.title`, "Two buttons have the same title.");
};

const requireList = ({ button, sections }: Action<"list">): void => {
  requireWords("action.button", button, 20);
  const rows = sections.flatMap((section, at) => section.rows.map((row, of) => ({ ...row, at: `action.sections.${at}.rows.${of}` })));
  if (rows.length > 10)
    throw invalid("action.sections", `This list has ${rows.length} rows; WhatsApp takes at most 10 in all sections together.`);
  sections.forEach((section, at) => {
    if (section.title !== undefined) requireWords(`action.sections.${at}.title`, section.title, 24);
    else if (sections.length > 1) throw invalid(`action.sections.${at}.title`, "With more than one section, each needs a title.");
    const title = repeated(section.rows.map((row) => `${row.title.trim()}\n${row.description?.trim() ?? ""}`));
    if (title >= 0) throw invalid(`action.sections.${at}.rows.${title}.title`, "Two rows of this section look the same.");
  });
  const section = repeated(sections.map((one) => one.title?.trim() ?? ""));
  if (section >= 0) throw invalid(`action.sections.${section}.title`, "Two sections have the same title.");
  for (const row of rows) {
    requireWords(`${row.at}.title`, row.title, 24);
    requireWords(`${row.at}.id`, row.id, 200);
    if (row.description !== undefined) requireWords(`${row.at}.description`, row.description, 72);
  }
  const same = rows[repeated(rows.map((row) => row.id))];
  if (same) throw invalid(`${same.at}.id`, "Two rows have the same id: an answer could not be told apart.");
};

const requireLink = ({ title, url }: Action<"link">): void => {
  requireWords("action.title", title, 20);
  if (!/^https?:$/.test(new URL(url).protocol)) throw invalid("action.url", "A link begins with https:// or http://.");
  if (url.length > 2000) throw invalid("action.url", "WhatsApp takes links of at most 2,000 characters.");
};

const requireFlow = ({ title, data, screen }: Action<"flow">): void => {
  requireWords("action.title", title, 30);
  if (data !== undefined && screen === undefined)
    throw invalid("action.screen", "Data is given to a screen: name the first screen of the flow.");
  if (data !== undefined && Object.keys(data).length === 0) throw invalid("action.data", "Data may be left out, but not be empty.");
};
