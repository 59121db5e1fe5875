import { afterAll, beforeAll, expect, test } from "vitest";
import { browserOf } from "../accounts.builders.ts";
import { aMember, eventually } from "../builders.ts";
import { aConversation, aReachableShop, becomes, type Reachable, send, theSandbox } from "../outbound.builders.ts";
import { aWorld } from "../world.ts";
import { aBrowser, aVisitor, expectAccessible, type Visitor } from "./browser.ts";

// What a person sees of messages that did not go, may not have gone, or wait; and what they do about them.
const world = await aWorld();
const browser = await aBrowser();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const db = world.kernel.db.system;

let at: Reachable;
let owner: Visitor;
let agent: Visitor;

const visitor = async (member: { userId: string }, options: Parameters<typeof aVisitor>[2] = {}) => {
  const made = await aVisitor(browser, world, options);
  await made.context.addCookies([{ name: "token", value: (await browserOf(at.shop, member)).cookie() ?? "", url: world.url }]);
  return made;
};

beforeAll(async () => {
  at = await aReachableShop(world, sandbox);
  sandbox.addTemplate(at.number.accountId, {
    name: "plain_news",
    language: "en_GB",
    category: "UTILITY",
    components: [{ type: "BODY", text: "We are open until seven today." }],
  });
  await at.api.post(`/channels/${at.channelId}/templates/sync`);
  owner = await visitor({ userId: at.shop.ownerUserId });
  agent = await visitor(await aMember(at.shop, { name: "Ada" }));
});

type Chat = Awaited<ReturnType<typeof aConversation>>;
const open = async (who: Visitor, chat: Chat) => {
  await who.page.goto(`/inbox/open/${chat.id}`);
  await thread(who).waitFor();
};
const thread = (who: Visitor) => who.page.getByRole("region", { name: "Messages", exact: true });
const bubble = (who: Visitor, id: string) => thread(who).locator(`[data-message="${id}"]`);
const details = (who: Visitor) => who.page.getByRole("dialog", { name: "What happened" });

test("a failed message says why, what to do, and who asked for it, in words and with WhatsApp's own code", async () => {
  const chat = await aConversation(at);
  sandbox.refuse({ name: "undeliverable", to: chat.phone, times: 1 });
  const sent = await send(at, chat.id, { text: "Your beans are here." });
  await becomes(at, sent.body.id, "failed");
  await open(owner, chat);
  const row = bubble(owner, sent.body.id);
  await row.getByText("It could not be delivered.").waitFor();
  expect(await row.getByRole("link", { name: "Open contact" }).getAttribute("href")).toContain(chat.contactId);
  await expectAccessible(owner.page, "failed message");

  await row.getByRole("button", { name: /Show what happened/ }).press("Enter");
  await details(owner).getByText("131026").waitFor();
  await details(owner).getByText("Receiver is incapable of receiving this message.").waitFor();
  await details(owner)
    .getByText(/test.? sent it/)
    .waitFor();
  await details(owner).getByText("WhatsApp took it").waitFor();
  await expectAccessible(owner.page, "details");

  // The panel stays open and follows what happens.
  await at.api.post(`/conversations/${chat.id}/messages/${sent.body.id}/resend`);
  await details(owner).getByText("Attempt 2, the one shown").waitFor();
  await details(owner).getByText("Read", { exact: true }).waitFor();
  await owner.page.keyboard.press("Escape");
  await details(owner).waitFor({ state: "hidden" });
  await row.getByRole("img", { name: "Read" }).waitFor();
});

test("an unknown outcome is settled by a word, taken back by WhatsApp's, and sent again only after asking", async () => {
  const chat = await aConversation(at);
  sandbox.hold();
  sandbox.graphFaults({ status500AfterAccept: { times: 1 } });
  const sent = await send(at, chat.id, { text: "Did this arrive?" });
  await becomes(at, sent.body.id, "unknown");
  await open(owner, chat);
  const row = bubble(owner, sent.body.id);
  await row.getByText("It may have arrived.").waitFor();
  await expectAccessible(owner.page, "unknown message");

  await row.getByRole("button", { name: "Send again anyway" }).click();
  const dialog = owner.page.getByRole("dialog", { name: "Send it a second time?" });
  await dialog.getByText(/gets it twice/).waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(sandbox.received.messages.filter((one) => one.to === chat.phone)).toHaveLength(1);

  await row.getByRole("button", { name: "It did not" }).click();
  await row.getByText("A colleague found that it did not arrive.").waitFor();
  sandbox.release();
  await row.getByRole("img", { name: "Read" }).waitFor();
  await row.getByRole("button", { name: /Show what happened/ }).click();
  await details(owner)
    .getByText(/it did not arrive/)
    .waitFor();
});

test("a message that arrived twice is told to have arrived twice", async () => {
  const chat = await aConversation(at);
  sandbox.hold();
  sandbox.graphFaults({ status500AfterAccept: { times: 1 } });
  const sent = await send(at, chat.id, { text: "Twice" });
  await becomes(at, sent.body.id, "unknown");
  await open(owner, chat);
  const row = bubble(owner, sent.body.id);
  await row.getByRole("button", { name: "Send again anyway" }).click();
  await owner.page.getByRole("dialog").getByRole("button", { name: "Send again anyway" }).click();
  await becomes(at, sent.body.id, "accepted");
  sandbox.release();
  await row.getByRole("img", { name: "Read" }).waitFor();
  await row.getByRole("button", { name: /Show what happened/ }).click();
  await details(owner).getByText("The customer has it 2 times").waitFor();
});

test("a closed window leads to the template picker, and a message far up changes without a reload", async () => {
  const chat = await aConversation(at);
  sandbox.hold();
  const first = await send(at, chat.id, { text: "The first of many" });
  await becomes(at, first.body.id, "accepted");
  const rows = Array.from({ length: 45 }, (_, n) => ({
    organization_id: at.shop.id,
    id: crypto.randomUUID(),
    conversation_id: chat.id,
    channel_id: at.channelId,
    contact_id: chat.contactId,
    direction: "inbound",
    origin: "customer",
    type: "text",
    body: `line ${n}`,
    occurred_at: new Date(Date.now() + 1000 + n),
  }));
  await db.insertInto("messages").values(rows).execute();
  await open(owner, chat);
  const row = bubble(owner, first.body.id);
  await eventually(async () => {
    await thread(owner)
      .evaluate("(region) => { region.scrollTop = -region.scrollHeight; }")
      .catch(() => {});
    await thread(owner).press("PageUp");
    return row.isVisible();
  }, "the first message to be loaded");
  await row.getByRole("img", { name: /Taken by WhatsApp/ }).waitFor();
  sandbox.release();
  await row.getByRole("img", { name: "Read" }).waitFor();

  const closed = await aConversation(at);
  sandbox.refuse({ name: "window_closed", to: closed.phone, times: 1 });
  const late = await send(at, closed.id, { text: "Too late" });
  await becomes(at, late.body.id, "failed");
  await open(owner, closed);
  await bubble(owner, late.body.id).getByRole("button", { name: "Send template" }).click();
  await owner.page.getByText("plain_news").first().waitFor();
});

test("a token that ended is told where the message waits, with the door for who may open it and the names for who may not", async () => {
  const chat = await aConversation(at);
  sandbox.expireToken(at.number.token);
  const sent = await send(at, chat.id, { text: "It waits" });
  await eventually(
    async () => (await db.selectFrom("channels").select("state").where("id", "=", at.channelId).executeTakeFirst())?.state === "attention",
    "the number to stop",
  );
  await open(owner, chat);
  const row = bubble(owner, sent.body.id);
  await row.getByText(/goes out by itself, in order, as soon as the number sends again/).waitFor();
  expect(await row.getByRole("link", { name: "Open channel" }).getAttribute("href")).toBe(`/settings/channels/${at.channelId}`);
  await open(agent, chat);
  await bubble(agent, sent.body.id)
    .getByText(/Owner.* can put this right/)
    .waitFor();
  expect(await bubble(agent, sent.body.id).getByRole("link", { name: "Open channel" }).count()).toBe(0);
  await expectAccessible(agent.page, "waiting message");
  sandbox.renewToken(at.number.token);
  await at.api.patch(`/channels/${at.channelId}`, { token: at.number.token });
  await bubble(agent, sent.body.id).getByRole("img", { name: "Read" }).waitFor();
});

test("held for quality is told as that", async () => {
  const chat = await aConversation(at);
  sandbox.holdTemplate(at.number.accountId, "plain_news");
  const sent = await send(at, chat.id, { type: "template", name: "plain_news", language: "en_GB" });
  await becomes(at, sent.body.id, "accepted");
  await open(owner, chat);
  await bubble(owner, sent.body.id).getByText("Held for quality.").waitFor();
  sandbox.judgeTemplate(at.number.accountId, "plain_news");
  await bubble(owner, sent.body.id).getByRole("img", { name: "Read" }).waitFor();
});

test("in Arabic the same is said in Arabic, on a phone without sideways scrolling", async () => {
  const chat = await aConversation(at);
  sandbox.refuse({ name: "country_barred", to: chat.phone, times: 1, how: "answer" });
  const sent = await send(at, chat.id, { text: "مرحبًا" });
  await becomes(at, sent.body.id, "failed");
  const arab = await visitor({ userId: at.shop.ownerUserId }, { viewport: { width: 390, height: 844 }, hasTouch: true, locale: "ar" });
  await arab.page.addInitScript("localStorage.setItem('candor.language', 'ar')");
  await world.kernel.db.auth.updateTable("users").set({ language: "ar" }).where("id", "=", at.shop.ownerUserId).execute();
  await arab.page.goto(`/inbox/open/${chat.id}`);
  await arab.page.getByText("لا يجوز لهذا الحساب مراسلة أشخاص في هذا البلد.").waitFor();
  await arab.page
    .locator(`[data-message="${sent.body.id}"]`)
    .getByRole("button", { name: /اعرض ما حدث/ })
    .click();
  await arab.page.getByText("130497").waitFor();
  expect(await arab.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")).toBe(false);
  await expectAccessible(arab.page, "Arabic details on a phone");
  for (const who of [arab, owner, agent]) who.wasClean();
});
