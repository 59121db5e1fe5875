import { expect, test } from "vitest";
import type { PersonaName } from "./customers/personas.ts";
import { aShop } from "./testing/a-shop.ts";

const shopWith = async (persona: PersonaName, seed = 1) => {
  const shop = await aShop({ seed });
  shop.amara.persona = persona;
  shop.sandbox.customerSends(shop.phoneNumberId, shop.amara, "Hello");
  await shop.sandbox.idle();
  const repliesTo = async (message: Record<string, unknown>) => {
    const before = shop.door.messages().length;
    await shop.send(message);
    await shop.sandbox.idle();
    return shop.door.messages().slice(before);
  };
  return { ...shop, repliesTo };
};

test("who is asked for a photo sends one, after reading", async () => {
  const { repliesTo, door } = await shopWith("eager");
  const replies = await repliesTo({ type: "text", text: { body: "Could you send a photo of the bag?" } });
  expect(replies).toMatchObject([{ type: "image", image: { mime_type: "image/png" } }]);
  expect(door.statuses().map((one) => one.status)).toEqual(["sent", "delivered", "read"]);
});

test("buttons, lists and flows are answered by tapping, quoting the message", async () => {
  const { repliesTo } = await shopWith("eager");
  const reply = { id: "yes", title: "Yes" };
  const buttons = { type: "button", body: { text: "?" }, action: { buttons: [{ type: "reply", reply }] } };
  expect(await repliesTo({ type: "interactive", interactive: buttons })).toMatchObject([
    { interactive: { type: "button_reply", button_reply: reply }, context: { from: "12025550143" } },
  ]);
  const row = { id: "am", title: "Morning", description: "8 to 12" };
  const list = { type: "list", body: { text: "?" }, action: { button: "Slots", sections: [{ rows: [row] }] } };
  expect(await repliesTo({ type: "interactive", interactive: list })).toMatchObject([
    { interactive: { type: "list_reply", list_reply: row } },
  ]);
  const parameters = { flow_message_version: "3", flow_id: "1", flow_token: "t1", flow_cta: "Rate" };
  const flow = { type: "flow", body: { text: "?" }, action: { name: "flow", parameters } };
  const [answered] = await repliesTo({ type: "interactive", interactive: flow });
  expect(JSON.stringify(answered)).toContain('\\"flow_token\\":\\"t1\\"');
});

test("a silent person reads and does not answer", async () => {
  const { repliesTo, door } = await shopWith("silent");
  expect(await repliesTo({ type: "text", text: { body: "Anyone there?" } })).toEqual([]);
  expect(door.statuses().at(-1)).toMatchObject({ status: "read" });
});

test("the same seed gives the same conversation", async () => {
  const conversation = async (seed: number) => {
    const { repliesTo } = await shopWith("chatty", seed);
    const kinds: string[] = [];
    for (const body of ["Hello!", "It costs £9", "Shall I confirm?", "Sorry, one is broken", "Your order left"]) {
      for (const { type, text, reaction } of await repliesTo({ type: "text", text: { body } })) {
        kinds.push(`${type} ${(text as { body?: string })?.body ?? (reaction as { emoji?: string })?.emoji ?? ""}`);
      }
    }
    return kinds;
  };
  const first = await conversation(7);
  expect(first.length).toBeGreaterThan(3);
  expect(await conversation(7)).toEqual(first);
  expect(await conversation(8)).not.toEqual(first);
});

test("two machines do not talk to each other for ever", async () => {
  const { sandbox, door, sendText, repliesTo } = await shopWith("eager");
  for (let i = 0; i < 12; i += 1) await sendText("Thanks!");
  await sandbox.idle();
  expect(door.messages().length).toBeLessThanOrEqual(1 + 8 + 4);
  expect(await repliesTo({ type: "reaction", reaction: { message_id: "wamid.x", emoji: "👍" } })).toEqual([]);
});

test("people write on their own until life is stopped", async () => {
  const { sandbox, door } = await shopWith("regular");
  sandbox.startLife({ everySeconds: 5 });
  await sandbox.waitFor(() => door.messages().length >= 4);
  sandbox.stopLife();
  await sandbox.idle();
  const count = door.messages().length;
  await sandbox.idle();
  expect(door.messages()).toHaveLength(count);
});

test("after a change of number the person is reached under the new one", async () => {
  const { sandbox, door, amara, sendText, phoneNumberId } = await aShop();
  sandbox.customerSends(phoneNumberId, amara, "I'll have a new number");
  sandbox.customerSends(phoneNumberId, amara, {
    type: "system",
    system: { type: "user_changed_number", wa_id: "447700900990", user_id: "GB.2002" },
  });
  await sendText("Hello again", { to: "447700900990" });
  await sandbox.idle();
  expect(door.messages()[1]).toMatchObject({ from: "447700900123", system: { wa_id: "447700900990" } });
  expect(door.seen.at(-1)?.value.contacts).toMatchObject([{ wa_id: "447700900990", user_id: "GB.2002" }]);
  expect(door.statuses().map((one) => one.status)).toContain("sent");
});
