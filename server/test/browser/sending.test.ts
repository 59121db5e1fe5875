import { beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/src/index.ts";
import { eventually } from "../builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, fakeMicrophone, type Visitor } from "./browser.ts";

// Everything a reply can be, one after the other in one conversation, as an agent would send it.
const world = await aWorld();
const browser = await aBrowser(fakeMicrophone);
const number = {
  phoneNumberId: "100000000000001",
  accountId: "200000000000001",
  token: "sending-token-not-real",
  appSecret: "sending-app-secret",
};
const phone = "447700900123";
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC",
  "base64",
);

let sandbox: Sandbox;
let agent: Visitor;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 5, clock: { scale: 20 } });
  sandbox.addApp({
    appId: "900000000000001",
    appSecret: number.appSecret,
    verifyToken: "unused-here",
    webhookUrl: `${world.url}/webhooks/meta`,
  });
  sandbox.addAccount({ accountId: number.accountId, appId: "900000000000001" });
  sandbox.addNumber({ ...number, displayPhoneNumber: "+1 202-555-0143", verifiedName: "Fernhill Coffee" });
  const card = (name: string) => ({
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["4::aW1h"] } },
      { type: "BODY", text: `${name} for {{1}}`, example: { body_text: [["14"]] } },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Reserve" }] },
    ],
  });
  const template = (name: string, status: string, components: Record<string, unknown>[]) => ({
    name,
    language: "en_GB",
    category: "UTILITY" as const,
    status,
    parameter_format: "POSITIONAL" as const,
    components,
  });
  sandbox.addTemplate(
    number.accountId,
    template("two_coffees", "APPROVED", [
      { type: "BODY", text: "Hello {{1}}, your two coffees:", example: { body_text: [["Amara"]] } },
      { type: "CAROUSEL", cards: [card("Kenya"), card("Guji")] },
    ]),
  );
  sandbox.addTemplate(number.accountId, template("on_hold", "PAUSED", [{ type: "BODY", text: "Nobody gets this." }]));
  sandbox.addCustomer({ userId: "GB.10000000000000000001", name: "Amara Okafor", phone, persona: "silent" });

  agent = await aVisitor(browser, world, {
    permissions: ["microphone", "geolocation"],
    geolocation: { latitude: 51.4545, longitude: -2.5879 },
  });
  const { request } = agent.context;
  const headers = { origin: world.url };
  const signUp = { name: "Olga", email: "olga@example.test", password: "a long enough password", organization: "Fernhill Coffee" };
  expect((await request.post("/api/v1/sign-up", { headers, data: signUp })).status()).toBe(201);
  const connected = await request.post("/api/v1/channels/whatsapp", { headers, data: { ...number, graphUrl: sandbox.url } });
  expect(connected.status(), await connected.text()).toBe(201);
  sandbox.customerSends(number.phoneNumberId, phone, "Which coffees do you have?");
  await agent.page.goto("/inbox/open");
  await agent.page.getByText("Amara Okafor").first().click();
  await thread().getByText("Which coffees do you have?").waitFor();
  return () => sandbox.close();
});

const thread = () => agent.page.getByRole("region", { name: "Messages", exact: true });
const composer = () => agent.page.getByRole("textbox", { name: /Reply to/ });
const form = () => agent.page.getByRole("dialog");
const send = () => agent.page.getByRole("button", { name: "Send", exact: true }).click();
const add = async (what: string) => {
  await agent.page.getByRole("button", { name: "Add to the message" }).click();
  await agent.page.getByRole("menuitem", { name: what, exact: true }).click();
};
const sendForm = async () => {
  await form().getByRole("button", { name: "Send", exact: true }).click();
  await form().waitFor({ state: "detached" });
};
const field = (name: string) => form().getByRole("textbox", { name, exact: true });
type Body = Record<string, unknown>;
const received = (type: string) =>
  eventually(async () => sandbox.receivedBy(number.phoneNumberId).findLast((message) => message.type === type)?.body[type] as Body, type);

test("a picture dropped on the thread goes with its caption; a file WhatsApp does not take says why", async () => {
  const { page } = agent;
  const dropped = await page.evaluateHandle(
    `(() => {
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob("${picture.toString("base64")}"), (sign) => sign.charCodeAt(0))], "bag.png", { type: "image/png" }));
      files.items.add(new File(["PK"], "archive.zip", { type: "application/zip" }));
      files.items.add(new File([new Uint8Array(5_000_001)], "huge.jpg", { type: "image/jpeg" }));
      return files;
    })()`,
  );
  await thread().dispatchEvent("drop", { dataTransfer: dropped });
  await page.getByText(/WhatsApp takes PDF, plain text/).waitFor();
  await page.getByText("Photos may have 5 MB at most; this file has 5 MB.").waitFor();
  await page.getByRole("button", { name: "Send as a smaller photo" }).waitFor();
  await expectAccessible(page, "attachments");
  await page.getByRole("button", { name: "Remove archive.zip" }).click();
  await page.getByRole("button", { name: "Remove huge.jpg" }).click();
  await page.getByText("Photo, 78 bytes").waitFor();
  await composer().fill("Our *newest* bag");
  await send();
  expect(await received("image")).toMatchObject({ caption: "Our *newest* bag", id: expect.any(String) });
  await thread().getByRole("img", { name: "Our *newest* bag" }).first().waitFor();
});

test("a text with an address is sent with a preview, or without", async () => {
  const { page } = agent;
  await composer().fill("See https://shop.example/kenya");
  const preview = page.getByRole("checkbox", { name: "Show a preview of the link" });
  expect(await preview.isChecked()).toBe(true);
  await preview.click();
  await send();
  expect(await received("text")).toMatchObject({ body: "See https://shop.example/kenya", preview_url: false });
});

test("a voice message is recorded, heard and sent as one", async () => {
  const { page } = agent;
  await page.getByRole("button", { name: "Record a voice message" }).click();
  const recording = page.getByRole("region", { name: "Voice message being recorded" });
  await recording.getByText("0:01").waitFor();
  await expectAccessible(page, "recording");
  await recording.getByRole("button", { name: "Pause" }).click();
  await recording.getByRole("button", { name: "Go on recording" }).click();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Discard the recording" }).waitFor();
  await page.getByRole("button", { name: "Play" }).last().click();
  await eventually(async () => (await page.getByRole("progressbar").count()) === 0, "the upload");
  await send();
  expect(await received("audio")).toMatchObject({ voice: true, id: expect.any(String) });
  await thread().getByRole("slider", { name: "Position" }).first().waitFor();
});

test("buttons and a list are put together beside their picture, with every limit named", async () => {
  const { page } = agent;
  await add("Buttons or list");
  await field("Text").fill("When shall we *deliver*?");
  await field("Button 1").fill("Monday morning or evening");
  await form().getByText("5 characters too many").waitFor();
  await expectAccessible(page, "buttons");
  await form().getByRole("button", { name: "Keep as draft" }).click();
  await form().waitFor({ state: "detached" });

  await add("Buttons or list");
  expect(await field("Text").inputValue()).toBe("When shall we *deliver*?");
  await field("Button 1").fill("Monday");
  await form().getByRole("button", { name: "Add a button" }).click();
  await field("Button 2").fill("Monday");
  await form().getByRole("button", { name: "Send", exact: true }).click();
  await form().getByText("Something else has this title already").waitFor();
  await field("Button 2").fill("Tuesday");
  await sendForm();
  expect(await received("interactive")).toMatchObject({
    type: "button",
    body: { text: "When shall we *deliver*?" },
    action: { buttons: [{ reply: { id: "monday", title: "Monday" } }, { reply: { id: "tuesday", title: "Tuesday" } }] },
  });
  await thread().getByText("Tuesday", { exact: true }).waitFor();

  await add("Buttons or list");
  await form().getByRole("radio", { name: "List", exact: true }).click();
  await field("Text").fill("Which one?");
  await field("Button that opens the list").fill("Our coffees");
  await field("Row 1").fill("Kenya");
  await field("Description").fill("Blackcurrant");
  await sendForm();
  expect(
    await eventually(async () => {
      const body = await received("interactive");
      return body.type === "list" && body;
    }, "the list"),
  ).toMatchObject({
    action: { button: "Our coffees", sections: [{ rows: [{ id: "kenya", title: "Kenya", description: "Blackcurrant" }] }] },
  });
});

test("what only the server knows is said at its field", async () => {
  const { page } = agent;
  await page.route("**/messages", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 422,
          contentType: "application/json",
          body: JSON.stringify({ error: { code: "invalid_input", field: "action.url", message: "This address is on a list." } }),
        })
      : route.fallback(),
  );
  await add("Link button");
  await field("Text").fill("Look around");
  await field("Words on the button").fill("Open the shop");
  await field("Web address").fill("https://shop.example/kenya");
  await form().getByRole("button", { name: "Send", exact: true }).click();
  await form().getByRole("alert").filter({ hasText: "This address is on a list." }).waitFor();
  await eventually(
    () => field("Web address").evaluate((input) => input === input.ownerDocument.activeElement),
    "the field to have the focus",
  );
  await page.unroute("**/messages");
  await sendForm();
  await eventually(async () => (await received("interactive")).type === "cta_url", "the link");
});

test("a location comes from this device, a contact card from the organization's contacts", async () => {
  const { page } = agent;
  await add("Location");
  await form().getByRole("button", { name: "My position" }).click();
  await eventually(async () => (await field("Latitude").inputValue()) === "51.45450", "the position");
  await field("Address").fill("12 Harbour Road");
  await form().getByRole("button", { name: "Send", exact: true }).click();
  await form().getByText("WhatsApp shows an address only below a name.").waitFor();
  await field("Name of the place").fill("Roastery");
  await expectAccessible(page, "location");
  await sendForm();
  expect(await received("location")).toEqual({ latitude: 51.4545, longitude: -2.5879, name: "Roastery", address: "12 Harbour Road" });

  await add("Contact card");
  await form().getByRole("combobox").click();
  await page.getByRole("option", { name: /Amara Okafor/ }).click();
  await eventually(async () => (await field("Name").inputValue()) === "Amara Okafor", "the card");
  await field("Email").fill("amara@example.test");
  await expectAccessible(page, "contact card");
  await sendForm();
  expect(await received("contacts")).toMatchObject([
    { name: { formatted_name: "Amara Okafor" }, emails: [{ email: "amara@example.test" }] },
  ]);
});

test("a reaction is shown at once and taken back with a click", async () => {
  const { page } = agent;
  const message = page.locator("[data-message]").filter({ hasText: "Which coffees do you have?" });
  await message.getByRole("button", { name: "React", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "👍", exact: true }).waitFor();
  await page.getByRole("button", { name: "All emoji" }).click();
  await page.getByRole("searchbox", { name: "Find an emoji" }).fill("coffee");
  await page.keyboard.press("Enter");
  const ours = message.getByRole("button", { name: /You reacted ☕/ });
  await ours.waitFor();
  expect(await received("reaction")).toMatchObject({ emoji: "☕" });
  await ours.click();
  await ours.waitFor({ state: "detached" });
  await eventually(async () => (await received("reaction")).emoji === "", "the reaction taken back");
});

test("a refused reaction is undone and says why", async () => {
  const { page } = agent;
  await page.route("**/messages", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({
          status: 409,
          contentType: "application/json",
          body: JSON.stringify({ error: { code: "too_old", message: "It is too old." } }),
        })
      : route.fallback(),
  );
  const message = page.locator("[data-message]").filter({ hasText: "Which coffees do you have?" });
  await message.getByRole("button", { name: "React", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "🙏", exact: true }).click();
  await page.getByText("It is too old.").first().waitFor();
  expect(await message.getByRole("button", { name: /You reacted/ }).count()).toBe(0);
  await page.unroute("**/messages");
});

test("every card of a carousel template gets its file and its values; a paused template says so", async () => {
  const { page } = agent;
  await page.getByRole("button", { name: "Choose a template" }).click();
  await page.getByRole("option", { name: /on_hold/ }).click();
  await page.getByText(/WhatsApp has paused this template/).waitFor();
  expect(await page.getByRole("button", { name: "Send template" }).isDisabled()).toBe(true);
  await page.getByRole("option", { name: /two_coffees/ }).click();
  await page.getByRole("button", { name: "Send template" }).click();
  await page.getByText("Choose a file").first().waitFor();
  const files = page.locator("#inbox-template input[type=file]");
  for (const at of [0, 1]) await files.nth(at).setInputFiles({ name: `card-${at}.png`, mimeType: "image/png", buffer: picture });
  await page.getByLabel("Value 1").nth(1).fill("14 €");
  await page.getByLabel("Value 1").nth(2).fill("12 €");
  await expectAccessible(page, "template");
  await eventually(async () => (await page.getByRole("progressbar").count()) === 0, "the uploads");
  await page.getByRole("button", { name: "Send template" }).click();
  const sent = await received("template");
  const carousel = (sent.components as Body[]).find((part) => part.type === "carousel") as { cards: { components: Body[] }[] };
  expect(carousel.cards.map(({ components }) => components.map((part) => part.type))).toEqual([
    ["header", "body"],
    ["header", "body"],
  ]);
  const cards = thread().getByRole("list", { name: "Cards" });
  await cards.getByText("Guji for 12 €").waitFor();
  await expectAccessible(page, "carousel in the thread");
});

test("a microphone that is not allowed is explained", async () => {
  const { page } = agent;
  // The fake microphone is always given: the refusal is played.
  await page.evaluate(
    `navigator.mediaDevices.getUserMedia = () => Promise.reject(Object.assign(new Error("no"), { name: "NotAllowedError" }))`,
  );
  await page.getByRole("button", { name: "Record a voice message" }).click();
  await page.getByRole("alert").filter({ hasText: "The microphone is not allowed for this page." }).waitFor();
});

test("nothing left for another origin and no policy was broken", () => {
  agent.wasClean();
});
