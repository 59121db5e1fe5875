import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { recorded, uploads } from "../../../../../test/media.builders.ts";
import {
  aConversation,
  aReachableShop,
  aStoredFile,
  becomes,
  type ErrorBody,
  type MessageBody,
  send,
  theSandbox,
} from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { removeForgottenUploads } from "../../../inbox/forgotten-uploads.ts";
import { writeOgg } from "./voice-ogg.ts";
import { readWebm } from "./voice-webm.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
const db = world.kernel.db.system;
type Sent = MessageBody & { file: { id: string; mime: string; name: string } };
const voice = (chat: { id: string }, fileId: string, key?: string) => send<Sent>(at, chat.id, { type: "audio", fileId, voice: true }, key);

test("a recording of Chromium becomes OGG with Opus, a file of its own, and arrives as a voice message", async () => {
  const chat = await aConversation(at);
  const fileId = await uploads(at.shop, at.api, "chromium-voice.webm");
  const { status, body } = await voice(chat, fileId);
  expect([status, body.content, body.file.mime, body.file.name]).toEqual([
    201,
    { voice: true },
    "audio/ogg; codecs=opus",
    "chromium-voice.ogg",
  ]);
  expect(body.file.id).not.toBe(fileId);
  await becomes(at, body.id, "accepted", "sent", "delivered", "read");
  const ogg = writeOgg(readWebm(recorded("chromium-voice.webm")));
  expect(readFileSync(world.kernel.files.path(at.shop.id, body.file.id)).equals(ogg)).toBe(true);
  expect(sandbox.received.uploads.at(-1)).toMatchObject({ mimeType: "audio/ogg", size: ogg.length });
  const row = await db.selectFrom("files").select(["sha256", "state", "size"]).where("id", "=", body.file.id).executeTakeFirst();
  expect(row).toEqual({ sha256: createHash("sha256").update(ogg).digest("hex"), state: "stored", size: String(ogg.length) });
});

test("asked for many times at once it is converted to one file and sent once under its key", async () => {
  const chat = await aConversation(at);
  const fileId = await uploads(at.shop, at.api, "chromium-voice.webm");
  const answers = await Promise.all(Array.from({ length: 6 }, () => voice(chat, fileId, "press")));
  expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(201));
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  const again = await voice(chat, fileId);
  expect(again.body.file.id).toBe(answers[0]?.body.file.id);
});

test("the recording it was made from goes with the forgotten uploads, what was sent stays", async () => {
  const chat = await aConversation(at);
  const fileId = await uploads(at.shop, at.api, "chromium-voice.webm");
  const { body } = await voice(chat, fileId);
  await db
    .updateTable("files")
    .set({ created_at: new Date(Date.now() - 2 * 24 * 3600_000) })
    .where("id", "in", [fileId, body.file.id])
    .execute();
  await removeForgottenUploads(world.kernel);
  const left = await db.selectFrom("files").select("id").where("id", "in", [fileId, body.file.id]).execute();
  expect(left).toEqual([{ id: body.file.id }]);
});

test("two channels become one, of WebM and of OGG alike", async () => {
  const chat = await aConversation(at);
  for (const name of ["chromium-stereo.webm", "stereo.ogg"]) {
    const { status, body } = await voice(chat, await uploads(at.shop, at.api, name));
    expect([name, status]).toEqual([name, 201]);
    const bytes = readFileSync(world.kernel.files.path(at.shop.id, body.file.id));
    expect(bytes[bytes.indexOf("OpusHead") + 9]).toBe(1);
    await becomes(at, body.id, "accepted", "sent", "delivered", "read");
  }
});

test("WebM as plain audio is converted as well, and is no voice message", async () => {
  const chat = await aConversation(at);
  const { body } = await send<Sent>(at, chat.id, { type: "audio", fileId: await uploads(at.shop, at.api, "chromium-voice.webm") });
  await becomes(at, body.id, "accepted", "sent", "delivered", "read");
  expect(sandbox.received.messages.at(-1)?.body.audio).toEqual({ id: expect.any(String) });
});

test("what cannot be converted is refused with the reason and the way out", async () => {
  const chat = await aConversation(at);
  const broken = await aStoredFile(at.shop, {
    mime: "video/webm",
    name: "x.webm",
    bytes: recorded("chromium-voice.webm").subarray(0, 160),
  });
  const nothing = await send<ErrorBody>(at, chat.id, { type: "audio", fileId: broken, voice: true });
  expect(nothing.body.error).toMatchObject({
    field: "fileId",
    message: "The recording is empty. It cannot be sent as audio.",
    remedy: expect.any(String),
  });
  const safari = await send<ErrorBody>(at, chat.id, { type: "audio", fileId: await uploads(at.shop, at.api, "aac.m4a"), voice: true });
  expect(safari.body.error).toMatchObject({
    field: "fileId",
    message: expect.stringContaining("OGG with Opus as a voice message"),
    remedy: expect.stringContaining("plain audio"),
  });
  expect((await send(at, chat.id, { type: "audio", fileId: await uploads(at.shop, at.api, "aac.m4a") })).status).toBe(201);
  const large = await aStoredFile(at.shop, { mime: "video/webm", size: 16_000_001 });
  expect((await send<ErrorBody>(at, chat.id, { type: "audio", fileId: large, voice: true })).body.error.field).toBe("fileId");
});

test("a voice message into a closed window is refused", async () => {
  const chat = await aConversation(at, { windowUntil: null });
  const answer = await send<ErrorBody>(at, chat.id, {
    type: "audio",
    fileId: await uploads(at.shop, at.api, "chromium-voice.webm"),
    voice: true,
  });
  expect([answer.status, answer.body.error.code]).toEqual([409, "window_closed"]);
});
