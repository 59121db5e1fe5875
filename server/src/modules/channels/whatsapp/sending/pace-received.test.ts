import { expect, test } from "vitest";
import { aText, bodyOf, contactsOf } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { newId } from "../../../../kernel/id.ts";
import { drawAll } from "../../../../kernel/rate.ts";
import { parseBody } from "../intake/parse.ts";
import { countReceived } from "./pace-received.ts";
import { numberKey, numberPace } from "./pacing.ts";

const world = await aWorld();
const appId = newId();
const paceOf = (id: string) => numberPace({ app_id: appId, phone_number_id: id, throughput: null, coexistence: false });
const tokensOf = async (phoneNumberId: string) =>
  (
    await world.kernel.db.system
      .selectFrom("rate_buckets")
      .select("tokens")
      .where("key", "=", numberKey(appId, phoneNumberId))
      .executeTakeFirst()
  )?.tokens;
const received = (phoneNumberId: string, count: number, at = new Date()) =>
  parseBody(
    Buffer.from(
      JSON.stringify(
        bodyOf(
          { phoneNumberId, accountId: "21", displayPhoneNumber: "+1 202-555-0143" },
          { contacts: contactsOf(), messages: Array.from({ length: count }, (_, n) => aText(`message ${n}`)) },
        ),
      ),
    ),
    at,
  );

test("what a number receives counts against its throughput while it is sending", async () => {
  const pace = paceOf("1100001");
  await drawAll(world.kernel.db, [[pace]]);
  const before = (await tokensOf("1100001")) ?? 0;
  await countReceived(world.kernel, appId, received("1100001", 6));
  expect((await tokensOf("1100001")) ?? 0).toBeCloseTo(before - 6, 1);
  // At most a second's worth: a flood of customers does not silence the shop.
  await countReceived(world.kernel, appId, received("1100001", 400));
  expect(await tokensOf("1100001")).toBe(-80);
});

test("a number that is not sending keeps its budget, and what is read late counts no more", async () => {
  await countReceived(world.kernel, appId, received("1100002", 6));
  expect(await tokensOf("1100002")).toBeUndefined();
  await drawAll(world.kernel.db, [[paceOf("1100003")]]);
  const before = await tokensOf("1100003");
  await countReceived(world.kernel, appId, received("1100003", 6, new Date(Date.now() - 60_000)));
  expect(await tokensOf("1100003")).toBe(before);
});
