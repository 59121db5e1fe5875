import type { Key, Params } from "../i18n/index.ts";
import type { StoredFile } from "./message-data.ts";
import { limits } from "./message-limits.ts";
import type { SendMessage } from "./pending.ts";

export type InteractiveBody = Extract<SendMessage, { type: "interactive" }>;
export type InteractiveAction = InteractiveBody["action"];
export type InteractiveKind = InteractiveAction["kind"];

export interface Row {
  title: string;
  description: string;
}
export interface InteractiveDraft {
  kind: InteractiveKind;
  header: "none" | "text" | "file";
  headerText: string;
  headerFile: StoredFile | null;
  text: string;
  footer: string;
  buttons: string[];
  listButton: string;
  sections: { title: string; rows: Row[] }[];
  linkTitle: string;
  linkUrl: string;
  flowId: string;
  flowTitle: string;
  flowScreen: string;
}

export const emptyRow: Row = { title: "", description: "" };
export const emptyInteractive = (kind: InteractiveKind): InteractiveDraft => ({
  kind,
  header: "none",
  headerText: "",
  headerFile: null,
  text: "",
  footer: "",
  buttons: [""],
  listButton: "",
  sections: [{ title: "", rows: [emptyRow] }],
  linkTitle: "",
  linkUrl: "https://",
  flowId: "",
  flowTitle: "",
  flowScreen: "",
});

/** What the kind has at all: a list has no file above it, asking for a place has the words only. */
export const headersOf = (kind: InteractiveKind): InteractiveDraft["header"][] =>
  kind === "ask_location" ? ["none"] : kind === "list" ? ["none", "text"] : ["none", "text", "file"];
export const hasFooter = (kind: InteractiveKind) => kind !== "ask_location";
export const longestText = (kind: InteractiveKind) => (kind === "list" ? limits.listText : limits.interactiveText);
export const rowCount = (draft: InteractiveDraft) => draft.sections.reduce((sum, { rows }) => sum + rows.length, 0);

/** The message as the API takes it. What was typed for another kind stays in the draft and is not sent. */
export function bodyOf(draft: InteractiveDraft): InteractiveBody {
  const header = headersOf(draft.kind).includes(draft.header) ? draft.header : "none";
  const headerText = draft.headerText.trim();
  const footer = draft.footer.trim();
  return {
    type: "interactive",
    text: draft.text.trim(),
    ...(header === "text" && headerText ? { header: { text: headerText } } : {}),
    ...(header === "file" && draft.headerFile ? { header: { fileId: draft.headerFile.id } } : {}),
    ...(hasFooter(draft.kind) && footer ? { footer } : {}),
    action: actionOf(draft),
  };
}

function actionOf(draft: InteractiveDraft): InteractiveAction {
  const { kind } = draft;
  if (kind === "buttons") return { kind, buttons: withIds(draft.buttons.map((title) => ({ title: title.trim() }))) };
  if (kind === "link") return { kind, title: draft.linkTitle.trim(), url: draft.linkUrl.trim() };
  if (kind === "ask_location") return { kind };
  if (kind === "flow") {
    const screen = draft.flowScreen.trim();
    return { kind, flowId: draft.flowId.trim(), title: draft.flowTitle.trim(), ...(screen ? { screen } : {}) };
  }
  const ids = withIds(draft.sections.flatMap(({ rows }) => rows.map(({ title }) => ({ title: title.trim() }))));
  let at = 0;
  const sections = draft.sections.map(({ title, rows }) => ({
    ...(title.trim() ? { title: title.trim() } : {}),
    rows: rows.map((row) => {
      const description = row.description.trim();
      return { id: ids[at++]?.id ?? "", title: row.title.trim(), ...(description ? { description } : {}) };
    }),
  }));
  return { kind, button: draft.listButton.trim(), sections };
}

/** What comes back when it is pressed: the title in small letters, told apart where two are the same. */
function withIds<Titled extends { title: string }>(all: Titled[]): (Titled & { id: string })[] {
  const taken = new Set<string>();
  return all.map((each, index) => {
    const plain = each.title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
      .replaceAll(/^_+|_+$/g, "");
    let id = plain || `choice_${index + 1}`;
    if (taken.has(id)) id = `${id}_${index + 1}`;
    taken.add(id);
    return { ...each, id };
  });
}

export interface Problem {
  key: Key;
  params?: Params;
}
/** What keeps it from being sent, by the field's place in the API's body: the server's refusals land at the same fields. */
export type Problems = Record<string, Problem>;

/** The places that have a field: what is refused elsewhere is said below them all. */
export const hasField = (field: string | undefined) =>
  /^(body\.)?(text|footer|header\.(text|fileId)|action\.(button|title|url|flowId|screen|(buttons|sections\.\d+\.rows)\.\d+\.(id|title|description)|sections\.\d+\.title))$/.test(
    field ?? "",
  );

export function problemsOf(draft: InteractiveDraft): Problems {
  const found: Problems = {};
  const asks = (field: string, value: string, most: number) => {
    const length = value.trim().length;
    if (length === 0) found[field] = { key: "sending.needed" };
    else allows(field, value, most);
  };
  const allows = (field: string, value: string, most: number) => {
    if (value.trim().length > most) found[field] = { key: "sending.too_long", params: { count: value.trim().length - most } };
  };
  const differ = (fields: [string, string][]) => {
    const seen = new Set<string>();
    for (const [field, value] of fields) {
      const title = value.trim().toLowerCase();
      if (title && seen.has(title)) found[field] ??= { key: "sending.same_title" };
      seen.add(title);
    }
  };
  asks("text", draft.text, longestText(draft.kind));
  if (headersOf(draft.kind).includes(draft.header)) {
    if (draft.header === "text") asks("header.text", draft.headerText, limits.header);
    if (draft.header === "file" && !draft.headerFile) found["header.fileId"] = { key: "sending.needs_file" };
  }
  if (hasFooter(draft.kind)) allows("footer", draft.footer, limits.footer);

  if (draft.kind === "buttons") {
    for (const [index, title] of draft.buttons.entries()) asks(`action.buttons.${index}.title`, title, limits.buttonTitle);
    differ(draft.buttons.map((title, index) => [`action.buttons.${index}.title`, title]));
  } else if (draft.kind === "list") {
    asks("action.button", draft.listButton, limits.listButton);
    differ(draft.sections.map(({ title }, at) => [`action.sections.${at}.title`, title]));
    for (const [at, section] of draft.sections.entries()) {
      const field = `action.sections.${at}`;
      if (draft.sections.length > 1) asks(`${field}.title`, section.title, limits.sectionTitle);
      else allows(`${field}.title`, section.title, limits.sectionTitle);
      for (const [index, row] of section.rows.entries()) {
        asks(`${field}.rows.${index}.title`, row.title, limits.rowTitle);
        allows(`${field}.rows.${index}.description`, row.description, limits.rowDescription);
      }
      differ(section.rows.map((row, index) => [`${field}.rows.${index}.title`, row.title.trim() && `${row.title}\n${row.description}`]));
    }
  } else if (draft.kind === "link") {
    asks("action.title", draft.linkTitle, limits.linkTitle);
    if (!/^https:\/\/[^\s/]+\.[^\s/]/.test(draft.linkUrl.trim())) found["action.url"] = { key: "sending.needs_https" };
  } else if (draft.kind === "flow") {
    if (!/^\d{5,25}$/.test(draft.flowId.trim())) found["action.flowId"] = { key: "sending.needs_flow_id" };
    asks("action.title", draft.flowTitle, limits.flowTitle);
    allows("action.screen", draft.flowScreen, limits.flowScreen);
  }
  return found;
}
