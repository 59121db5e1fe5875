import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sample } from "./media/samples.ts";
import { aShop, refusal } from "./testing/a-shop.ts";
import type { Json } from "./world.ts";

type Shop = Awaited<ReturnType<typeof aShop>>;
const uploadTo = async ({ graph, phoneNumberId }: Shop, mimeType: string, bytes: Buffer) => {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("type", mimeType);
  form.set("file", new Blob([new Uint8Array(bytes)], { type: mimeType }), "file");
  return graph("POST", `${phoneNumberId}/media`, form);
};
const buttons = (action: Json, more: Json = {}): Json => ({
  type: "interactive",
  interactive: { type: "button", body: { text: "Sure?" }, action, ...more },
});
const reply = (id: string, title = id) => ({ type: "reply", reply: { id, title } });
const list = (sections: Json[], more: Json = {}): Json => ({
  type: "interactive",
  interactive: { type: "list", body: { text: "Pick" }, action: { button: "Rows", sections }, ...more },
});
const flow = (parameters: Json): Json => ({
  type: "interactive",
  interactive: {
    type: "flow",
    body: { text: "Rate us" },
    action: { name: "flow", parameters: { flow_message_version: "3", flow_cta: "Rate", ...parameters } },
  },
});

test("every documented request is taken once its media is there", async () => {
  const shop = await aShop();
  for (const template of demoLike) shop.sandbox.addTemplate(shop.accountId, template);
  const folder = new URL("../test/requests/", import.meta.url);
  for (const name of readdirSync(folder).filter((one) => one.startsWith("send-"))) {
    const body = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Record<string, Json>;
    if (body.image?.id) body.image.id = sample("photo").id;
    if (body.audio?.id) body.audio.id = sample("voice").id;
    expect(await shop.send(body), name).toMatchObject({ status: 200 });
  }
});

test.each<[string, Json, number, string]>([
  ["blank text", { type: "text", text: { body: " \u200b\u00a0" } }, 131009, "blank"],
  ["a kind only customers send", { type: "order", order: {} }, 131051, "order"],
  ["two emoji", { type: "reaction", reaction: { message_id: "wamid.x", emoji: "👍👍" } }, 131009, "one emoji"],
  ["a word as reaction", { type: "reaction", reaction: { message_id: "wamid.x", emoji: "k" } }, 131009, "one emoji"],
  ["a card with nothing but its whole name", { type: "contacts", contacts: [{ name: { formatted_name: "A" } }] }, 131009, "name"],
  ["258 cards", { type: "contacts", contacts: Array(258).fill({ name: { formatted_name: "A", first_name: "A" } }) }, 131009, "257"],
  ["two buttons of one title", buttons({ buttons: [reply("a", "Yes"), reply("b", "Yes")] }), 131009, "title"],
  ["two buttons of one id", buttons({ buttons: [reply("a", "Yes"), { type: "reply", reply: { id: "a", title: "No" } }] }), 131009, "id"],
  ["a body of 1,025 above buttons", buttons({ buttons: [reply("a")] }, { body: { text: "x".repeat(1025) } }), 100, "1024"],
  ["a footer too long", buttons({ buttons: [reply("a")] }, { footer: { text: "x".repeat(61) } }), 100, "60"],
  [
    "a picture above a list",
    list([{ rows: [{ id: "a", title: "A" }] }], { header: { type: "image", image: { id: "1" } } }),
    131009,
    "text",
  ],
  ["sections without titles", list([{ rows: [{ id: "a", title: "A" }] }, { rows: [{ id: "b", title: "B" }] }]), 131009, "title"],
  ["one id in two sections", list(["S", "T"].map((title) => ({ title, rows: [{ id: "a", title: "A" }] }))), 131009, "duplicated"],
  [
    "a header above a location request",
    {
      type: "interactive",
      interactive: {
        type: "location_request_message",
        header: { type: "text", text: "Where?" },
        body: { text: "Where?" },
        action: { name: "send_location" },
      },
    },
    100,
    "header",
  ],
  ["a flow nobody names", flow({}), 131009, "flow_id"],
  ["a flow named twice", flow({ flow_id: "1", flow_name: "x" }), 131009, "flow_id"],
  ["flow data without a screen", flow({ flow_id: "1", flow_action_payload: { data: { a: 1 } } }), 131008, "screen"],
  ["a document as image", { type: "image", image: { id: sample("invoice").id } }, 131053, "application/pdf"],
  ["a photo as sticker", { type: "sticker", sticker: { id: sample("photo").id } }, 131053, "image/jpeg"],
  ["a video as voice", { type: "audio", audio: { id: sample("clip").id, voice: true } }, 131053, "video/mp4"],
])("%s is refused", async (_, message, code, word) => {
  const { sandbox, send } = await aShop();
  expect(refusal(await send(message))).toMatchObject({ code, text: expect.stringContaining(word) });
  expect(sandbox.received.messages).toHaveLength(0);
});

test("uploads are what they say, and OGG holds Opus", async () => {
  const shop = await aShop();
  expect(refusal(await uploadTo(shop, "audio/ogg", Buffer.from("OggS-vorbis"))).code).toBe(131053);
  expect(refusal(await uploadTo(shop, "image/webp", sample("photo").bytes)).code).toBe(131053);
  expect(refusal(await uploadTo(shop, "audio/webm", sample("voice").bytes)).code).toBe(100);
  expect((await uploadTo(shop, "audio/ogg", sample("voice").bytes)).status).toBe(200);
});

test("a sticker that does not move has at most 100 kB, an animated one 500", async () => {
  const shop = await aShop();
  const webp = (animated: boolean, size: number) => {
    const bytes = Buffer.alloc(size);
    bytes.write("RIFF\0\0\0\0WEBPVP8X", "latin1");
    bytes[20] = animated ? 2 : 0;
    return bytes;
  };
  const send = async (bytes: Buffer) => {
    const { body } = await uploadTo(shop, "image/webp", bytes);
    return shop.send({ type: "sticker", sticker: { id: body.id } });
  };
  expect(refusal(await send(webp(false, 100_001)))).toMatchObject({ code: 131053, text: expect.stringContaining("100000") });
  expect((await send(webp(true, 400_000))).status).toBe(200);
  expect(refusal(await uploadTo(shop, "image/webp", webp(true, 500_001))).code).toBe(131053);
});

test("a reaction is only told as sent", async () => {
  const { sandbox, door, amara, send, phoneNumberId } = await aShop();
  const message_id = sandbox.customerSends(phoneNumberId, amara, "Thank you!");
  await send({ type: "reaction", reaction: { message_id, emoji: "❤️" } });
  await sandbox.idle();
  expect(door.statuses().map((one) => one.status)).toEqual(["sent"]);
});

const demoLike = [
  {
    name: "order_shipped",
    language: "en_GB",
    category: "UTILITY",
    components: [
      { type: "HEADER", format: "IMAGE" },
      { type: "BODY", text: "Hello {{1}}, your order {{2}} is on its way." },
      {
        type: "BUTTONS",
        buttons: [
          { type: "URL", text: "Track", url: "https://example.com/{{1}}" },
          { type: "QUICK_REPLY", text: "Again" },
        ],
      },
    ],
  },
  {
    name: "order_shipped_named",
    language: "en_GB",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Hello {{first_name}}, your order {{order_no}} is on its way." }],
  },
];
