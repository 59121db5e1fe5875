import { expect, test } from "vitest";
import { browserOf } from "../../../test/accounts.builders.ts";
import { anOrganization, client } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";
import { modules } from "../../app.ts";
import { chainHash } from "../../kernel/audit.ts";
import { tidyAccounts } from "../accounts/tidy.ts";
import { tidySystem } from "./tidy.ts";

const world = await aWorld();
type Entry = { position: string; action: string; actor: { kind: string; name: string | null }; hash: string };
type Page = { items: Entry[]; next: string | null };

test("the audit log is read newest first in pages, and its chain holds", async () => {
  const shop = await anOrganization(world);
  const owner = await browserOf(shop, { userId: shop.ownerUserId });
  for (const name of ["One", "Two", "Three"]) await owner.patch("/organization", { name });
  const first = (await owner.get<Page>("/audit-log?limit=2")).body;
  const second = (await owner.get<Page>(`/audit-log?limit=2&after=${first.next}`)).body;
  expect([...first.items, ...second.items].map((entry) => [entry.position, entry.action, entry.actor])).toEqual(
    ["3", "2", "1"].map((position) => [position, "organization.changed", { kind: "member", name: "Owner" }]),
  );
  expect(second.next).toBeNull();

  const rows = await world.kernel.db.system
    .selectFrom("audit_log")
    .selectAll()
    .where("organization_id", "=", shop.id)
    .orderBy("position")
    .execute();
  for (const row of rows)
    expect(
      chainHash(row.previous_hash, {
        position: row.position,
        at: row.at,
        actor: row.actor,
        action: row.action,
        target: row.target,
        details: row.details,
      }),
    ).toBe(row.hash);
  expect((await owner.get(`/audit-log?after=${Buffer.from('["x"]').toString("base64url")}`)).status).toBe(400);
});

test("another organization's log and letters are not shown, nor letters of no organization", async () => {
  const [here, there] = [await anOrganization(world), await anOrganization(world)];
  await (await browserOf(here, { userId: here.ownerUserId })).patch("/organization", { name: "Changed" });
  await world.kernel.mail.send({ to: "a@example.test", subject: "s", text: "to a person", organizationId: null });
  await world.kernel.mail.send({ to: "b@example.test", subject: "s", text: "ours", organizationId: here.id });
  const stranger = await client(there);
  expect((await stranger.get<Page>("/audit-log")).body.items).toEqual([]);
  expect((await stranger.get<Page>("/outbox")).body.items).toEqual([]);
  expect((await (await client(here)).get("/outbox")).body).toMatchObject({
    items: [{ to: "b@example.test", body: "ours", state: "kept", failure: null }],
    next: null,
  });
});

test("what the register keeps no longer is gone after tidying, what it keeps stays", async () => {
  const shop = await anOrganization(world);
  await world.kernel.mail.send({ to: "old@example.test", subject: "s", text: "t", organizationId: shop.id });
  await world.kernel.mail.send({ to: "new@example.test", subject: "s", text: "t", organizationId: shop.id });
  await world.kernel.db.system
    .updateTable("mail_outbox")
    .set({ created_at: new Date(Date.now() - 31 * 24 * 3600_000) })
    .where("recipient", "=", "old@example.test")
    .execute();
  const browser = await browserOf(shop, { userId: shop.ownerUserId });
  const ended = await browserOf(shop, { userId: shop.ownerUserId });
  expect(ended.cookie()).not.toBe(browser.cookie());
  await world.kernel.db.auth
    .updateTable("sessions")
    .set({ expires_at: new Date(Date.now() - 2 * 24 * 3600_000) })
    .where("token", "=", decodeURIComponent(ended.cookie() ?? "").split(".")[0] ?? "")
    .execute();
  await tidySystem(world.kernel);
  await tidyAccounts(world.kernel);
  expect(
    (await world.kernel.db.system.selectFrom("mail_outbox").select("recipient").where("organization_id", "=", shop.id).execute()).map(
      (row) => row.recipient,
    ),
  ).toEqual(["new@example.test"]);
  expect((await world.kernel.db.auth.selectFrom("sessions").select("id").where("user_id", "=", shop.ownerUserId).execute()).length).toBe(1);
  expect((await browser.get("/me")).status).toBe(200);
});

test("kernel and accounts declare their tables", () => {
  const declared = modules.flatMap((module) => module.data ?? []).map((entry) => String(entry.table));
  expect(declared).toEqual(
    expect.arrayContaining([
      "organizations",
      "events",
      "event_cursors",
      "files",
      "egress_ledger",
      "audit_log",
      "rate_buckets",
      "mail_outbox",
      "candor_migrations",
      "users",
      "sessions",
      "credentials",
      "verifications",
      "members",
      "invitations",
      "api_keys",
    ]),
  );
});
