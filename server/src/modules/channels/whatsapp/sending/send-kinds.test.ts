import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { anOrganization, client } from "../../../../../test/builders.ts";
import { uploads } from "../../../../../test/media.builders.ts";
import {
  aConversation,
  anInboundMessage,
  aReachableShop,
  aStoredFile,
  becomes,
  type ErrorBody,
  send,
  theSandbox,
} from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
const pdf = { mime: "application/pdf", name: "invoice-1042.pdf", bytes: Buffer.from("%PDF-1.4\n%%EOF") };
type Json = Record<string, unknown>;

/** Sends it, waits until it is out, answers what the sandbox got and what the thread shows. */
const sent = async (body: Json, more: { userIdOnly?: boolean } = {}) => {
  const chat = await aConversation(at, more);
  const answer = await send(at, chat.id, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  await becomes(at, answer.body.id, "accepted", "sent", "delivered", "read");
  const got = sandbox.received.messages.filter((one) => one.to === (more.userIdOnly ? chat.userId : chat.phone));
  expect(got).toHaveLength(1);
  return { got: got[0]?.body as Record<string, Json>, shown: answer.body };
};

/** Keys and kinds of values, without what is in them. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shapeOf(inside)]));
};
const documented = (name: string): Record<string, Json> =>
  JSON.parse(readFileSync(new URL(`../../../../../../sandbox/test/requests/send-${name}.json`, import.meta.url), "utf8"));

const place = { latitude: 51.4769, longitude: -0.0005, name: "Demo Depot", address: "1 Example Hill, London" };
const rows = [
  { id: "slot:2026-10-15:am", title: "Thursday morning", description: "08:00 to 12:00" },
  { id: "slot:2026-10-15:pm", title: "Thursday afternoon", description: "12:00 to 17:00" },
];
const link = { kind: "link", title: "Track", url: "https://example.com/track/1042" };
const flow = { kind: "flow", flowId: "830000000000001", title: "Rate", token: "demo-flow-token-1", screen: "RATE" };

test.each<[string, Json | (() => Promise<Json>)]>([
  ["location", { type: "location", location: place }],
  ["contacts", { type: "contacts", contacts: [{ name: "Depot desk", phones: [{ phone: "+44 7700 900111", type: "work" }] }] }],
  [
    "interactive-buttons",
    {
      type: "interactive",
      text: "Confirm your order?",
      header: { text: "Order 1042" },
      footer: "Reply within a day",
      action: {
        kind: "buttons",
        buttons: [
          { id: "order:confirm:1042", title: "Confirm" },
          { id: "order:cancel:1042", title: "Cancel" },
        ],
      },
    },
  ],
  [
    "interactive-list",
    {
      type: "interactive",
      text: "Choose a slot",
      header: { text: "Delivery" },
      footer: "Times are local",
      action: { kind: "list", button: "See slots", sections: [{ title: "Thursday", rows }] },
    },
  ],
  ["interactive-cta-url", { type: "interactive", text: "Track your parcel", action: link }],
  ["interactive-flow", { type: "interactive", text: "Rate your delivery", action: flow }],
  ["image-by-id", async () => ({ type: "image", fileId: await aStoredFile(at.shop), text: "New label" })],
  ["voice", async () => ({ type: "audio", fileId: await uploads(at.shop, at.api, "chromium-voice.webm"), voice: true })],
])("a message like the documented send-%s goes out with the same keys and kinds", async (name, body) => {
  const { got } = await sent(typeof body === "function" ? await body() : body);
  const { biz_opaque_callback_data: key, ...rest } = got;
  expect(key).toEqual(expect.any(String));
  expect(shapeOf(rest)).toEqual(shapeOf(documented(name)));
  const { type } = documented(name);
  if (["interactive", "location"].includes(String(type))) expect(rest[String(type)]).toEqual(documented(name)[String(type)]);
});

test("a document goes by its uploaded id, never by a link", async () => {
  const { got, shown } = await sent({ type: "document", fileId: await aStoredFile(at.shop, pdf), text: "Your invoice" });
  const { link: _link, ...named } = documented("document-by-link").document as Json;
  expect(got.document).toEqual({ id: expect.any(String), ...named });
  expect(shown.content).toEqual({ filename: "invoice-1042.pdf" });
});

test("a reaction goes out as documented", async () => {
  const chat = await aConversation(at);
  const question = await anInboundMessage(at, chat);
  await send(at, chat.id, { type: "reaction", messageId: question.id, emoji: "👍" });
  const got = await sandbox.waitFor(() => sandbox.received.messages.find((one) => one.to === chat.phone));
  const { biz_opaque_callback_data: _key, ...rest } = got.body;
  expect(shapeOf(rest)).toEqual(shapeOf(documented("reaction")));
  expect(rest.reaction).toEqual({ message_id: question.providerId, emoji: "👍" });
});

test("video, sticker and plain audio are uploaded as what they are", async () => {
  const video = await sent({ type: "video", fileId: await uploads(at.shop, at.api, "h264.mp4"), text: "Look" });
  expect(video.got.video).toEqual({ id: expect.any(String), caption: "Look" });
  const sticker = await sent({ type: "sticker", fileId: await uploads(at.shop, at.api, "animated.webp") });
  expect(sticker.got.sticker).toEqual({ id: expect.any(String) });
  const audio = await sent({ type: "audio", fileId: await uploads(at.shop, at.api, "aac.m4a") });
  expect(audio.got.audio).toEqual({ id: expect.any(String) });
  expect(audio.shown.content).toEqual({ voice: false });
  expect(sandbox.received.uploads.slice(-3).map((upload) => upload.mimeType)).toEqual(["video/mp4", "image/webp", "audio/mp4"]);
});

test("an image above buttons is uploaded, and stands in the message", async () => {
  const fileId = await aStoredFile(at.shop);
  const { got, shown } = await sent({
    type: "interactive",
    text: "This one?",
    header: { fileId },
    action: { kind: "buttons", buttons: [{ id: "yes", title: "Yes" }] },
  });
  expect((got.interactive as Json).header).toEqual({ type: "image", image: { id: expect.any(String) } });
  expect(shown.content).toEqual({ action: { kind: "buttons", buttons: [{ id: "yes", title: "Yes" }] } });
  expect((shown as unknown as { file: { id: string } }).file.id).toBe(fileId);
});

test("a location is asked for, and a draft of a flow without a first screen leaves that to its endpoint", async () => {
  const asked = await sent({ type: "interactive", text: "Where to?", action: { kind: "ask_location" } });
  expect(asked.got.interactive).toEqual({
    type: "location_request_message",
    body: { text: "Where to?" },
    action: { name: "send_location" },
  });
  const draft = await sent({
    type: "interactive",
    text: "Try",
    action: { kind: "flow", flowId: "830000000000001", title: "Go", draft: true },
  });
  expect(((draft.got.interactive as Json).action as Json).parameters).toEqual({
    flow_message_version: "3",
    flow_id: "830000000000001",
    flow_cta: "Go",
    mode: "draft",
    flow_action: "data_exchange",
  });
});

test("what a flow is given is not touched, even where it looks like a file", async () => {
  const data = { image: { fileId: "x", id: "y" } };
  const { got } = await sent({ type: "interactive", text: "Rate", action: { ...flow, data } });
  expect((((got.interactive as Json).action as Json).parameters as Json).flow_action_payload).toEqual({ screen: "RATE", data });
});

test("the thread shows places, cards and choices as it shows those that come in", async () => {
  const there = await sent({ type: "location", location: place });
  expect([there.shown.type, there.shown.text, there.shown.content]).toEqual(["location", "Demo Depot", place]);
  const cards = await sent({
    type: "contacts",
    contacts: [{ name: "Depot", phones: [{ phone: "+44 7700 900111" }], emails: [{ email: "d@example.com" }], organization: "Fernhill" }],
  });
  expect(cards.shown.content).toEqual({
    contacts: [{ name: "Depot", phones: [{ phone: "+44 7700 900111" }], emails: [{ email: "d@example.com" }], org: "Fernhill" }],
  });
  expect(cards.got.contacts).toEqual([
    {
      name: { formatted_name: "Depot", first_name: "Depot" },
      phones: [{ phone: "+44 7700 900111" }],
      emails: [{ email: "d@example.com" }],
      org: { company: "Fernhill" },
    },
  ]);
});

test("somebody known by user id only is reached with every kind", async () => {
  const { got } = await sent({ type: "location", location: place }, { userIdOnly: true });
  expect([got.to, got.recipient]).toEqual([undefined, expect.stringContaining("GB.")]);
});

test("a viewer sends nothing, and another organization's file does not exist", async () => {
  const chat = await aConversation(at);
  const viewer = await client(at.shop, { can: ["inbox.read"] });
  const url = `/conversations/${chat.id}/messages`;
  expect((await viewer.post(url, { type: "location", location: place })).status).toBe(403);
  expect((await viewer.post(`/conversations/${chat.id}/typing`)).status).toBe(403);
  const foreign = await aStoredFile(await anOrganization(world));
  const pending = await aStoredFile(at.shop, { state: "pending" });
  for (const [fileId, words] of [
    [foreign, "There is no such file."],
    [pending, "This file is not here yet."],
  ] as const) {
    for (const body of [
      { type: "image", fileId },
      { type: "sticker", fileId },
      { type: "audio", fileId },
      { type: "audio", fileId, voice: true },
    ]) {
      const { status, body: answer } = await send<ErrorBody>(at, chat.id, body);
      expect([status, answer.error.field, answer.error.message]).toEqual([400, "fileId", words]);
    }
    const header = { type: "interactive", text: "x", header: { fileId }, action: { kind: "buttons", buttons: [{ id: "a", title: "A" }] } };
    expect((await send<ErrorBody>(at, chat.id, header)).body.error).toMatchObject({ field: "header.fileId", message: words });
  }
});
