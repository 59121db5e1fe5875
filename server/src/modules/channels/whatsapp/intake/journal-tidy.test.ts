import { expect, test } from "vitest";
import { anOrganization } from "../../../../../test/builders.ts";
import { intake } from "../../../../../test/projection.builders.ts";
import { aMessage, aNumberOfItsOwn, aText, aWamid, bodyOf, contactsOf } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { tidyJournal } from "./journal-tidy.ts";

const world = await aWorld({}, "web");
const { system } = world.kernel.db;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

test("webhooks go after seven days, parked items after thirty, what waits for its message after seven; what is not projected yet stays", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const text = () => bodyOf(channel, { contacts: contactsOf(), messages: [aText("hello")] });
  const early = () =>
    bodyOf(channel, {
      contacts: contactsOf(),
      messages: [aMessage({ type: "reaction", reaction: { message_id: aWamid(), emoji: "👍" } })],
    });
  await intake(channel, [text(), early(), "{ broken", text(), early(), "{ broken"], [8, 8, 8, 6, 6, 6].map(daysAgo));
  await system
    .insertInto("intake_journal")
    .values({ app_id: channel.appId, body: Buffer.from("{}"), received_at: daysAgo(9) })
    .execute();
  const of = <T extends "intake_parked" | "intake_journal">(table: T) =>
    system
      .selectFrom(table as "intake_parked")
      .select("id")
      .where("app_id", "=", channel.appId)
      .orderBy("id")
      .execute();
  const [parked, journal] = [await of("intake_parked"), await of("intake_journal")];
  const waiting = await system
    .selectFrom("early_arrivals")
    .select("id")
    .where("organization_id", "=", channel.shop.id)
    .orderBy("id")
    .execute();
  await system
    .updateTable("intake_parked")
    .set({ parked_at: daysAgo(31) })
    .where("id", "=", parked[0]?.id ?? "")
    .execute();
  await system
    .updateTable("early_arrivals")
    .set({ arrived_at: daysAgo(8) })
    .where("id", "=", waiting[0]?.id ?? "")
    .execute();
  await tidyJournal(world.kernel);
  expect(await of("intake_journal")).toEqual(journal.slice(3));
  expect(await of("intake_parked")).toEqual(parked.slice(1));
  expect(await system.selectFrom("early_arrivals").select("id").where("organization_id", "=", channel.shop.id).execute()).toEqual(
    waiting.slice(1),
  );
  expect((await system.selectFrom("messages").select("id").where("organization_id", "=", channel.shop.id).execute()).length).toBe(2);
});
