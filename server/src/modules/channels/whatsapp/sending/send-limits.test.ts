import { afterAll, expect, test } from "vitest";
import { uploads } from "../../../../../test/media.builders.ts";
import { aConversation, aReachableShop, aStoredFile, type ErrorBody, send, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { withinLimits } from "./limits.ts";
import { isBlank, isOneEmoji } from "./limits-text.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
const chat = await aConversation(at);
const db = world.kernel.db.system;
type Json = Record<string, unknown>;

const interactive = (action: Json, more: Json = {}): Json => ({ type: "interactive", text: "Choose", action, ...more });
const button = (id: string, title = id) => ({ id, title });
const buttons = (...list: Json[]) => ({ kind: "buttons", buttons: list });
const row = (id: string, title = id) => ({ id, title });
const list = (...sections: Json[]) => ({ kind: "list", button: "See", sections });
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, at) => row(`r${from + at}`));
const long = (length: number) => "x".repeat(length);
const place = (more: Json): Json => ({ type: "location", location: { latitude: 1, longitude: 1, ...more } });
const card = (more: Json = {}): Json => ({ name: "Ada", ...more });

test.each<[string, Json, string]>([
  ["no text", { type: "text", text: "" }, "text"],
  ["spaces only", { type: "text", text: " \n\t " }, "text"],
  ["signs of no width only", { type: "text", text: "\u200b\u200d\ufeff\u2060" }, "text"],
  ["a Hangul filler", { type: "text", text: "\u3164" }, "text"],
  ["4,097 characters", { type: "text", text: long(4097) }, "text"],
  ["a latitude of 91", place({ latitude: 91 }), "location.latitude"],
  ["a longitude of -181", place({ longitude: -181 }), "location.longitude"],
  ["an address without a name", place({ address: "1 Hill" }), "location.name"],
  ["a blank name of a place", place({ name: "\u200b" }), "location.name"],
  ["no contact", { type: "contacts", contacts: [] }, "contacts"],
  ["258 contacts", { type: "contacts", contacts: Array(258).fill(card()) }, "contacts"],
  ["a contact without a name", { type: "contacts", contacts: [card({ name: " " })] }, "contacts.0.name"],
  ["a phone number without digits", { type: "contacts", contacts: [card({ phones: [{ phone: "home" }] })] }, "contacts.0.phones.0.phone"],
  ["no emoji", { type: "reaction", messageId: crypto.randomUUID(), emoji: "ok" }, "emoji"],
  ["two emoji", { type: "reaction", messageId: crypto.randomUUID(), emoji: "👍👍" }, "emoji"],
  ["1,025 characters above buttons", interactive(buttons(button("a")), { text: long(1025) }), "text"],
  ["4,097 characters above a list", interactive(list({ rows: rows(1) }), { text: long(4097) }), "text"],
  ["blank words above buttons", interactive(buttons(button("a")), { text: "\u200b" }), "text"],
  ["four buttons", interactive(buttons(...["a", "b", "c", "d"].map((id) => button(id)))), "action.buttons"],
  ["no button", interactive(buttons()), "action.buttons"],
  ["a title of 21", interactive(buttons(button("a", long(21)))), "action.buttons.0.title"],
  ["an id of 257", interactive(buttons(button(long(257), "A"))), "action.buttons.0.id"],
  ["one id twice", interactive(buttons(button("a", "A"), button("a", "B"))), "action.buttons.1.id"],
  ["one title twice", interactive(buttons(button("a", "A"), button("b", "A "))), "action.buttons.1.title"],
  ["a blank title", interactive(buttons(button("a", "\u2060"))), "action.buttons.0.title"],
  ["a header of 61", interactive(buttons(button("a")), { header: { text: long(61) } }), "header.text"],
  ["an empty header", interactive(buttons(button("a")), { header: {} }), "header"],
  ["a footer of 61", interactive(buttons(button("a")), { footer: long(61) }), "footer"],
  ["eleven rows in two sections", interactive(list({ title: "A", rows: rows(6) }, { title: "B", rows: rows(5, 6) })), "action.sections"],
  ["eleven sections", interactive(list(...rows(11).map(({ id }) => ({ title: id, rows: [row(id)] })))), "action.sections"],
  [
    "a section without a title beside another",
    interactive(list({ rows: rows(1) }, { title: "B", rows: rows(1, 1) })),
    "action.sections.0.title",
  ],
  [
    "two sections of one title",
    interactive(list({ title: "A", rows: rows(1) }, { title: "A", rows: rows(1, 1) })),
    "action.sections.1.title",
  ],
  [
    "one row id in two sections",
    interactive(list({ title: "A", rows: rows(1) }, { title: "B", rows: rows(1) })),
    "action.sections.1.rows.0.id",
  ],
  ["two rows that look the same", interactive(list({ rows: [row("a", "A"), row("b", "A")] })), "action.sections.0.rows.1.title"],
  ["a row title of 25", interactive(list({ rows: [row("a", long(25))] })), "action.sections.0.rows.0.title"],
  ["a row id of 201", interactive(list({ rows: [row(long(201), "A")] })), "action.sections.0.rows.0.id"],
  ["a description of 73", interactive(list({ rows: [{ ...row("a"), description: long(73) }] })), "action.sections.0.rows.0.description"],
  ["a list button of 21", interactive({ ...list({ rows: rows(1) }), button: long(21) }), "action.button"],
  ["a file above a list", interactive(list({ rows: rows(1) }), { header: { fileId: crypto.randomUUID() } }), "header.fileId"],
  ["a link to a script", interactive({ kind: "link", title: "Go", url: "javascript:alert(1)" }), "action.url"],
  ["a link's title of 21", interactive({ kind: "link", title: long(21), url: "https://example.com" }), "action.title"],
  ["a header above a location request", interactive({ kind: "ask_location" }, { header: { text: "Where" } }), "header"],
  ["a footer below a location request", interactive({ kind: "ask_location" }, { footer: "Where" }), "footer"],
  ["a flow of letters", interactive({ kind: "flow", flowId: "rate", title: "Go" }), "action.flowId"],
  ["flow data for no screen", interactive({ kind: "flow", flowId: "12345", title: "Go", data: { a: 1 } }), "action.screen"],
  ["empty flow data", interactive({ kind: "flow", flowId: "12345", title: "Go", screen: "A", data: {} }), "action.data"],
])("%s is refused by its field, and nothing is kept", async (_, body, field) => {
  const answer = await send<ErrorBody>(at, chat.id, body);
  expect([answer.status, answer.body.error.code, answer.body.error.field]).toEqual([400, "invalid_input", field]);
  expect(answer.body.error.message).not.toBe("");
  expect(await db.selectFrom("messages").select("id").where("conversation_id", "=", chat.id).execute()).toEqual([]);
  expect(() => withinLimits(body)).toThrowError(expect.objectContaining({ field }));
});

test.each<[string, string, Json, string]>([
  ["H.265", "hevc.mp4", { type: "video" }, "H.264"],
  ["two sound tracks", "two-sounds.mp4", { type: "video" }, "at most one audio track"],
  ["Vorbis", "vorbis.ogg", { type: "audio" }, "Opus"],
  ["Opus in MP4", "chromium-voice.mp4", { type: "audio" }, "AAC"],
  ["MP3 as a voice message", "sound.mp3", { type: "audio", voice: true }, "OGG with Opus"],
  ["AAC as a voice message", "aac.m4a", { type: "audio", voice: true }, "OGG with Opus"],
  ["a video as a sticker", "h264.mp4", { type: "sticker" }, "WebP"],
  ["a sticker as an image", "animated.webp", { type: "image" }, "JPEG or PNG"],
  ["a video as a document", "h264.mp4", { type: "document" }, "PDF"],
])("%s is refused, with the way out", async (_, name, body, words) => {
  const answer = await send<ErrorBody>(at, chat.id, { ...body, fileId: await uploads(at.shop, at.api, name) });
  expect(answer.body.error).toMatchObject({ field: "fileId", message: expect.stringContaining(words), remedy: expect.any(String) });
});

test("a caption may have 1,024 characters", async () => {
  const answer = await send<ErrorBody>(at, chat.id, { type: "image", fileId: await aStoredFile(at.shop), text: long(1025) });
  expect(answer.body.error.field).toBe("text");
});

test("one emoji is one sign, however many code points it is made of", () => {
  for (const emoji of ["👍", "❤️", "❤", "👨‍👩‍👧‍👦", "🇹🇷", "👍🏽", "1️⃣", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"]) expect(isOneEmoji(emoji), emoji).toBe(true);
  for (const text of ["", "a", "1", "👍a", " 👍", "👍👎", ":)", "🇹"]) expect(isOneEmoji(text), text).toBe(false);
});

test("emoji, marks on letters and every script are no blanks", () => {
  for (const text of ["👍", "é", "ก", "م", "1", ".", "👨‍👩‍👧‍👦"]) expect(isBlank(text), text).toBe(false);
});
