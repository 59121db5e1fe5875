import { expect, test } from "vitest";
import { aBrowser } from "../../../test/accounts.builders.ts";
import { eventually } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";
import { findDemo } from "./find.ts";

const world = await aWorld({ DEMO: "true" });

type MeBody = { user: { id: string }; organization: { id: string; name: string; demo: boolean }; member: { role: string } };

test("one click opens a lively shop, the same for everybody, and its customers answer", async () => {
  const [first, second] = [aBrowser(world), aBrowser(world)];
  const opened = await Promise.all([first.post<MeBody>("/demo/open"), second.post<MeBody>("/demo/open")]);
  const [me, other] = opened.map((answer) => answer.body);
  expect(me).toMatchObject({ organization: { name: "Fernhill Coffee", demo: true }, member: { role: "owner" } });
  expect(other?.organization.id).toBe(me?.organization.id);

  const open = await first.get<{ items: { id: string; windowUntil: string | null }[] }>("/conversations?limit=100");
  expect(open.body.items.length).toBeGreaterThan(30);
  const contacts = await first.get<{ items: unknown[] }>("/contacts?limit=100");
  expect(contacts.body.items.length).toBeGreaterThanOrEqual(60);

  const reachable = open.body.items.filter((item) => item.windowUntil !== null && Date.parse(item.windowUntil) > Date.now() + 600_000);
  for (const { id } of reachable.slice(0, 5))
    await first.post(`/conversations/${id}/messages`, { type: "text", text: "Thanks for writing!" });
  await eventually(async () => {
    const states = await Promise.all(
      reachable
        .slice(0, 5)
        .map(({ id }) => first.get<{ items: { direction: string; state: string | null }[] }>(`/conversations/${id}/messages?limit=5`)),
    );
    return states.every((state) =>
      state.body.items.some((message) => message.direction === "outbound" && ["sent", "delivered", "read"].includes(message.state ?? "")),
    );
  }, "the replies to be delivered");
});

test("whoever else became an owner of the demo is never the one whose session a visitor gets", async () => {
  const { kernel } = world;
  const before = await findDemo(kernel);
  const real = await kernel.db.auth
    .insertInto("users")
    .values({ id: crypto.randomUUID(), name: "Real Person", email: "real@shop.example" })
    .returning("id")
    .executeTakeFirstOrThrow();
  await kernel.db.system
    .insertInto("members")
    .values({
      organization_id: before?.organizationId ?? "",
      id: crypto.randomUUID(),
      user_id: real.id,
      name: "Real Person",
      email: "real@shop.example",
      role: "owner",
    })
    .execute();
  await kernel.db.system
    .updateTable("members")
    .set({ role: "viewer" })
    .where("user_id", "=", before?.userId ?? "")
    .execute();
  expect((await findDemo(kernel))?.userId).toBe(before?.userId);
});
