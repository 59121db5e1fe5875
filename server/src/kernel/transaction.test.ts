import { expect, test } from "vitest";
import { anOrganization } from "../../test/builders.ts";
import { aContact } from "../../test/contacts.builders.ts";
import { aWorld } from "../../test/world.ts";
import { systemContext } from "./module.ts";

const world = await aWorld();

test("two that lock the same rows in opposite order both come through", async () => {
  const shop = await anOrganization(world);
  const ctx = systemContext(world.kernel, shop.id, "test");
  const [one, two] = [(await aContact(shop, { name: "One" })).id, (await aContact(shop, { name: "Two" })).id];
  let inside = 0;
  const rename = (ids: string[], company: string) =>
    ctx.transaction(async (tx) => {
      for (const id of ids) {
        await tx.updateTable("contacts").set({ company }).where("organization_id", "=", shop.id).where("id", "=", id).execute();
        inside += 1;
        // The first time each waits until the other holds its first row.
        while (inside < 2) await new Promise((resolve) => setImmediate(resolve));
      }
      return company;
    });
  expect(await Promise.all([rename([one, two], "A"), rename([two, one], "B")])).toEqual(["A", "B"]);
  // Four rows without a deadlock: the one that lost began again.
  expect(inside).toBeGreaterThan(4);
});
