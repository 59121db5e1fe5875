import { afterAll, expect, test } from "vitest";
import { eventually } from "../../../../../test/builders.ts";
import { uploads } from "../../../../../test/media.builders.ts";
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

const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
const db = world.kernel.db.system;
type Json = Record<string, unknown>;

const card = {
  components: [
    { type: "HEADER", format: "IMAGE" },
    { type: "BODY", text: "Our {{1}} is back." },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Keep one" },
        { type: "URL", text: "See", url: "https://example.com/{{1}}" },
      ],
    },
  ],
};
const made: [string, string, Json[]][] = [
  [
    "film",
    "UTILITY",
    [
      { type: "HEADER", format: "VIDEO" },
      { type: "BODY", text: "How to brew it." },
    ],
  ],
  [
    "paper",
    "UTILITY",
    [
      { type: "HEADER", format: "DOCUMENT" },
      { type: "BODY", text: "Your invoice." },
    ],
  ],
  [
    "shop",
    "UTILITY",
    [
      { type: "HEADER", format: "LOCATION" },
      { type: "BODY", text: "We have moved." },
    ],
  ],
  [
    "named",
    "UTILITY",
    [
      { type: "HEADER", format: "TEXT", text: "Order {{no}}" },
      { type: "BODY", text: "Dear {{name}}, it is packed now." },
    ],
  ],
  [
    "carousel",
    "UTILITY",
    [
      { type: "BODY", text: "Dear {{1}}, look." },
      { type: "CAROUSEL", cards: [card, card] },
    ],
  ],
  [
    "offer",
    "UTILITY",
    [
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: true } },
      { type: "BODY", text: "Ten per cent off." },
      {
        type: "BUTTONS",
        buttons: [
          { type: "COPY_CODE", text: "Copy code" },
          { type: "URL", text: "Shop", url: "https://example.com/{{1}}" },
        ],
      },
    ],
  ],
  [
    "survey",
    "UTILITY",
    [
      { type: "BODY", text: "How was it?" },
      { type: "BUTTONS", buttons: [{ type: "FLOW", text: "Rate" }] },
    ],
  ],
  [
    "otp",
    "AUTHENTICATION",
    [
      { type: "BODY", text: "*{{1}}* is your verification code.", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 10 },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Copy code",
            url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp{{1}}",
          },
        ],
      },
    ],
  ],
  [
    "goods",
    "UTILITY",
    [
      { type: "BODY", text: "For you." },
      { type: "BUTTONS", buttons: [{ type: "MPM", text: "See items" }] },
    ],
  ],
];
for (const [name, category, components] of made)
  sandbox.addTemplate(at.number.accountId, { name, language: "en_GB", category, components: structuredClone(components) });
await at.api.post(`/channels/${at.channelId}/templates/sync`);

const template = (name: string, parameters: Json = {}) => ({ type: "template", name, language: "en_GB", parameters });
const sent = async (name: string, parameters: Json) => {
  const chat = await aConversation(at, { windowUntil: null });
  const answer = await send(at, chat.id, template(name, parameters));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  await becomes(at, answer.body.id, "accepted", "sent", "delivered", "read");
  const got = sandbox.received.messages.find((one) => one.to === chat.phone);
  return {
    chat,
    got: (got?.body.template as { components: Json[] } | undefined)?.components,
    shown: answer.body as MessageBody & { file: { id: string } },
  };
};
const id = { id: expect.any(String) };

test("a header's video and document are uploaded to an id, the document with its name", async () => {
  const film = await sent("film", { headerFileId: await uploads(at.shop, at.api, "h264.mp4") });
  expect(film.got).toEqual([{ type: "header", parameters: [{ type: "video", video: id }] }]);
  const bytes = Buffer.from("%PDF-1.4\n%%EOF");
  const paper = await sent("paper", { headerFileId: await aStoredFile(at.shop, { mime: "application/pdf", name: "Rechnung.pdf", bytes }) });
  expect(paper.got).toEqual([{ type: "header", parameters: [{ type: "document", document: { ...id, filename: "Rechnung.pdf" } }] }]);
});

test("a header's place, and named values in header and text", async () => {
  const place = { latitude: 51.4769, longitude: -0.0005, name: "Demo Depot", address: "1 Example Hill, London" };
  const shop = await sent("shop", { location: place });
  expect(shop.got).toEqual([{ type: "header", parameters: [{ type: "location", location: place }] }]);
  expect(shop.shown.content.components).toContainEqual({ type: "header", format: "LOCATION", location: place });
  const named = await sent("named", { header: { no: "42" }, body: { name: "Ada" } });
  expect(named.got).toEqual([
    { type: "header", parameters: [{ type: "text", parameter_name: "no", text: "42" }] },
    { type: "body", parameters: [{ type: "text", parameter_name: "name", text: "Ada" }] },
  ]);
});

test("every card of a carousel has its own picture, words and buttons, and the pictures stay as long as the message", async () => {
  const files = [await aStoredFile(at.shop), await aStoredFile(at.shop, { name: "two.png" })];
  const cards = files.map((headerFileId, n) => ({
    headerFileId,
    body: [`blend ${n}`],
    buttons: [
      { index: 0, value: `keep:${n}` },
      { index: 1, value: `b${n}` },
    ],
  }));
  const { got, shown } = await sent("carousel", { body: ["Ada"], cards });
  expect(got).toEqual([
    { type: "body", parameters: [{ type: "text", text: "Ada" }] },
    {
      type: "carousel",
      cards: [0, 1].map((n) => ({
        card_index: n,
        components: [
          { type: "header", parameters: [{ type: "image", image: id }] },
          { type: "body", parameters: [{ type: "text", text: `blend ${n}` }] },
          { type: "button", sub_type: "quick_reply", index: "0", parameters: [{ type: "payload", payload: `keep:${n}` }] },
          { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: `b${n}` }] },
        ],
      })),
    },
  ]);
  expect(shown.content.components).toContainEqual({
    type: "carousel",
    cards: files.map((fileId, n) => ({
      components: [
        { type: "header", format: "IMAGE", fileId },
        { type: "body", text: `Our blend ${n} is back.` },
        {
          type: "buttons",
          buttons: [
            { type: "quick_reply", text: "Keep one" },
            { type: "url", text: "See", url: `https://example.com/b${n}` },
          ],
        },
      ],
    })),
  });
  await db
    .updateTable("files")
    .set({ created_at: new Date(Date.now() - 2 * 24 * 3600_000) })
    .where("id", "in", files)
    .execute();
  await removeForgottenUploads(world.kernel);
  expect(await db.selectFrom("files").select("id").where("id", "in", files).execute()).toHaveLength(2);
});

test("a carousel's pictures are erased with the person", async () => {
  const files = [await aStoredFile(at.shop), await aStoredFile(at.shop)];
  const { chat } = await sent("carousel", {
    body: ["Ada"],
    cards: files.map((headerFileId) => ({ headerFileId, body: ["x"], buttons: [{ index: 1, value: "x" }] })),
  });
  expect((await at.api.delete(`/contacts/${chat.contactId}`)).status).toBeLessThan(300);
  expect(await db.selectFrom("files").select("id").where("id", "in", files).execute()).toEqual([]);
  await eventually(async () => (await world.kernel.files.size(at.shop.id, files[1] ?? "")) === null);
});

test("an offer ends when it is said to", async () => {
  const offerEndsAt = new Date(Date.now() + 3600_000).toISOString();
  const { got, shown } = await sent("offer", {
    offerEndsAt,
    buttons: [
      { index: 0, value: "TEN" },
      { index: 1, value: "sale" },
    ],
  });
  expect(got).toEqual([
    {
      type: "limited_time_offer",
      parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms: Date.parse(offerEndsAt) } }],
    },
    { type: "button", sub_type: "copy_code", index: "0", parameters: [{ type: "coupon_code", coupon_code: "TEN" }] },
    { type: "button", sub_type: "url", index: "1", parameters: [{ type: "text", text: "sale" }] },
  ]);
  expect(shown.content.components).toContainEqual({ type: "limited_time_offer", text: "Ends soon", endsAt: offerEndsAt });
});

test("a flow's button carries its token, or Meta's own word for none", async () => {
  const button = (flow_token: string) => [
    { type: "button", sub_type: "flow", index: "0", parameters: [{ type: "action", action: { flow_token } }] },
  ];
  expect((await sent("survey", { buttons: [{ index: 0, value: "order-42" }] })).got).toEqual(button("order-42"));
  expect((await sent("survey", {})).got).toEqual(button("unused"));
});

test("the code of an authentication template is asked for once and stands in text and button", async () => {
  const { got, shown } = await sent("otp", { body: ["123456"] });
  expect(got).toEqual([
    { type: "body", parameters: [{ type: "text", text: "123456" }] },
    { type: "button", sub_type: "url", index: "0", parameters: [{ type: "text", text: "123456" }] },
  ]);
  expect(shown.text).toBe("*123456* is your verification code.");
  expect(shown.content.components).toContainEqual({ type: "footer", text: "This code expires in 10 minutes." });
});

test.each<[string, string, Json, string]>([
  ["a card too few", "carousel", { body: ["Ada"], cards: [{}] }, "parameters.cards"],
  ["no cards", "carousel", { body: ["Ada"] }, "parameters.cards"],
  ["a card without its picture", "carousel", { body: ["Ada"], cards: [{}, {}] }, "parameters.cards.0.headerFileId"],
  ["cards where there are none", "film", { cards: [{}] }, "parameters.cards"],
  ["no place", "shop", {}, "parameters.location"],
  [
    "a place for a film",
    "film",
    { headerFileId: crypto.randomUUID(), location: { latitude: 1, longitude: 1, name: "a", address: "b" } },
    "parameters.location",
  ],
  ["no end of the offer", "offer", { buttons: [{ index: 0, value: "TEN" }] }, "parameters.offerEndsAt"],
  ["an offer of yesterday", "offer", { offerEndsAt: "2020-01-01T00:00:00Z" }, "parameters.offerEndsAt"],
  ["an end where nothing ends", "survey", { offerEndsAt: "2030-01-01T00:00:00Z" }, "parameters.offerEndsAt"],
  [
    "an end of an address with a space",
    "offer",
    {
      offerEndsAt: "2090-01-01T00:00:00Z",
      buttons: [
        { index: 0, value: "TEN" },
        { index: 1, value: "a b" },
      ],
    },
    "parameters.buttons.1",
  ],
  ["a code of 16", "otp", { body: ["1234567890123456"] }, "parameters.body"],
  ["another code on the button", "otp", { body: ["1"], buttons: [{ index: 0, value: "2" }] }, "parameters.buttons.0"],
  ["a blank value", "named", { header: { no: "42" }, body: { name: "\u200b" } }, "parameters.body"],
  ["a header of 61", "named", { header: { no: "x".repeat(60) }, body: { name: "Ada" } }, "parameters.header"],
  ["products of a catalogue", "goods", {}, "name"],
  ["a film that is a picture", "film", {}, "parameters.headerFileId"],
])("%s is refused by its field", async (_, name, parameters, field) => {
  const chat = await aConversation(at, { windowUntil: null });
  const given =
    name === "film" && !("headerFileId" in parameters) ? { ...parameters, headerFileId: await aStoredFile(at.shop) } : parameters;
  const answer = await send<ErrorBody>(at, chat.id, template(name, given));
  expect([answer.status, answer.body.error.field]).toEqual([400, field]);
});

test("who is known by user id only gets no code", async () => {
  const chat = await aConversation(at, { userIdOnly: true, windowUntil: null });
  const answer = await send<ErrorBody>(at, chat.id, template("otp", { body: ["123456"] }));
  expect([answer.status, answer.body.error.code]).toEqual([409, "phone_needed"]);
});
