import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { modules } from "../src/app.ts";
import { newId } from "../src/kernel/id.ts";
import { permissionsOf } from "../src/modules/accounts/index.ts";
import { anOrganization, type Client, client, type Shop, speaker } from "./builders.ts";
import { aConversation, aLabel, anInboundMessage } from "./inbox.builders.ts";
import { aWorld } from "./world.ts";

// Every route there is, walked as somebody who must not get through. A new route is covered by itself; one with a body needs a line in `bodies`.
const world = await aWorld();
const routes = modules.flatMap((module) => module.routes ?? []);
const name = (route: { method: string; url: string }) => `${route.method} ${route.url}`;

/** The walk asks more in a second than anybody may: what it tests comes before and after the budget. */
beforeEach(() => world.kernel.db.system.deleteFrom("rate_buckets").execute());

let mine: Shop;
let ids: Record<string, string>;
let stranger: Shop;
let strangerApi: Client;

beforeAll(async () => {
  mine = await anOrganization(world, "Mine");
  stranger = await anOrganization(world, "Stranger");
  strangerApi = await client(stranger);
  const { system } = world.kernel.db;
  const chat = await aConversation(mine, { name: "Zebedee Unmistakable" });
  const message = await anInboundMessage(mine, chat, { text: "unmistakableword in a message" });
  const labelId = await aLabel(mine);
  const row = () => ({ organization_id: mine.id, id: newId() });
  const [tag, note, identity, file, parked, key, invitation, template] = [row(), row(), row(), row(), row(), row(), row(), row()];
  await system
    .insertInto("tags")
    .values({ ...tag, name: "tag" })
    .execute();
  await system
    .insertInto("contact_notes")
    .values({ ...note, contact_id: chat.contactId, body: "unmistakableword" })
    .execute();
  await system
    .insertInto("identities")
    .values({ ...identity, contact_id: chat.contactId, kind: "phone", value: "447700900777", match_key: "447700900777" })
    .execute();
  await system
    .insertInto("files")
    .values({ ...file, state: "stored", source: "upload", mime: "image/png", size: "4" })
    .execute();
  await system
    .insertInto("intake_parked")
    .values({ ...parked, app_id: newId(), journal_id: "1", path: "entry[0]", kind: "message", reason: "malformed", item: "{}" })
    .execute();
  await system
    .insertInto("api_keys")
    .values({ ...key, name: "key", key_hash: "x".repeat(64), ends_with: "abcd", permissions: [] })
    .execute();
  await system
    .insertInto("invitations")
    .values({ ...invitation, email: "x@example.test", role: "agent", token_hash: "y".repeat(64), expires_at: new Date(Date.now() + 1e9) })
    .execute();
  await system
    .insertInto("whatsapp_templates")
    .values({ ...template, account_id: "1", name: "unmistakableword", language: "en", category: "UTILITY", state: "APPROVED" })
    .execute();
  const priceId = newId();
  await system
    .insertInto("price_rows")
    .values({
      organization_id: mine.id,
      id: priceId,
      currency: "USD",
      market: "GB",
      category: "utility",
      price_micros: "1",
      valid_from: "2026-10-01",
      source: "hand",
      created_by: "{}",
    })
    .execute();
  ids = {
    priceId,
    conversationId: chat.id,
    messageId: message.id,
    contactId: chat.contactId,
    channelId: chat.channelId,
    labelId,
    tagId: tag.id,
    noteId: note.id,
    identityId: identity.id,
    fileId: file.id,
    parkedId: parked.id,
    apiKeyId: key.id,
    invitationId: invitation.id,
    templateId: template.id,
    memberId: mine.ownerMemberId,
  };
});

/** Bodies that name things of `mine`; what a stranger would send who learned the ids. */
const bodies = (): Record<string, unknown> => ({
  "PATCH /organization": { name: "Stranger" },
  "PATCH /members/:memberId": { role: "viewer" },
  "POST /invitations": { email: "new@example.test", role: "viewer" },
  "POST /api-keys": { name: "k", permissions: ["inbox.read"] },
  "POST /contacts": { name: "New", ownerId: ids.memberId },
  "PATCH /contacts/:contactId": { name: "Changed" },
  "POST /contacts/:contactId/identities": { kind: "email", value: "a@example.test" },
  "PUT /contacts/:contactId/tags": { tagIds: [ids.tagId] },
  "POST /contacts/:contactId/notes": { body: "hello" },
  "POST /tags": { name: "t2" },
  "PATCH /tags/:tagId": { name: "changed" },
  "POST /conversations/:conversationId/messages": { type: "text", text: "hello", replyTo: ids.messageId },
  "POST /conversations": { contactId: ids.contactId, channelId: ids.channelId },
  "POST /conversations/:conversationId/messages/:messageId/resend": { confirm: true },
  "POST /conversations/:conversationId/messages/:messageId/resolve": { outcome: "arrived" },
  "POST /channels/whatsapp/check": {
    phoneNumberId: "100000000000001",
    accountId: "200000000000001",
    token: "token-token-token",
    appSecret: "secret-secret",
    graphUrl: "http://127.0.0.1:9",
  },
  "POST /channels/whatsapp": {
    phoneNumberId: "100000000000001",
    accountId: "200000000000001",
    token: "token-token-token",
    appSecret: "secret-secret",
    graphUrl: "http://127.0.0.1:9",
  },
  "PATCH /channels/:channelId": { name: "changed" },
  "POST /channels/:channelId/journal/replays": { since: "2026-01-01T00:00:00Z" },
  "POST /parked/replays": { channelId: ids.channelId },
  "POST /parked/discards": { reason: "malformed" },
  "PUT /conversations/:conversationId/assignment": { assigneeId: ids.memberId },
  "PUT /conversations/:conversationId/labels": { labelIds: [ids.labelId] },
  "POST /conversations/:conversationId/notes": { text: "hello" },
  "PUT /conversations/:conversationId/presence": { state: "viewing" },
  "POST /templates": { channelId: ids.channelId, ...template, samples: { header: ids.fileId } },
  "POST /templates/check": { templateId: ids.templateId, ...template },
  "PUT /templates/:templateId": template,
  "POST /templates/:templateId/revision": { components: template.components },
  "POST /templates/:templateId/copies": { language: "ar" },
  "POST /labels": { name: "l2" },
  "POST /costs/prices": { currency: "USD", market: "GB", category: "utility", price: "0.03", validFrom: "2026-10-01" },
  "POST /costs/prices/import": { csv: "market,category,price,currency,valid_from\nGB,utility,0.03,USD,2026-10-01" },
  "PATCH /costs/settings": { currency: "EUR" },
  "PATCH /labels/:labelId": { name: "changed" },
});

const template = { name: "other", language: "en", category: "UTILITY", components: [{ type: "BODY", text: "Hello there." }] };

const walked = routes.filter((route) => route.permission.includes("."));
const pathOf = (url: string) => url.replace(/:(\w+)/g, (_all, param: string) => ids[param] ?? newId());

/** Every row of an organization in every tenant table, as one digest per table. */
const fingerprint = async (organizationId: string): Promise<Record<string, string>> => {
  const tables = await world.kernel.db.raw.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '^events_'`,
  );
  const digests: Record<string, string> = {};
  for (const { name: table } of tables.rows) {
    const { rows } = await world.kernel.db.raw.owner.query<{ digest: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${table}" t where organization_id = $1`,
      [organizationId],
    );
    digests[table] = rows[0]?.digest ?? "";
  }
  return digests;
};

test("every route with a body has one in this walk", () => {
  const missing = walked.filter((route) => route.body && !(name(route) in bodies())).map(name);
  expect(missing).toEqual([]);
});

describe("somebody of another organization, with all permissions and the right ids", () => {
  test.each(walked.map((route) => [name(route), route] as const))("%s reaches nothing", async (_name, route) => {
    const before = await fingerprint(mine.id);
    if (route.raw && route.url === "/live") return;
    const answer = await strangerApi.request(route.method, pathOf(route.url), bodies()[name(route)]);
    // A route that names a thing answers as if it did not exist; a list or a new thing is the stranger's own.
    if (/:/.test(route.url)) expect([400, 403, 404, 409]).toContain(answer.status);
    expect(answer.status).toBeLessThan(500);
    const text = JSON.stringify(answer.body);
    expect(text).not.toContain("unmistakable");
    expect(text).not.toContain(mine.id);
    expect(await fingerprint(mine.id)).toEqual(before);
  });

  test("search finds nothing of it", async () => {
    const found = await strangerApi.get<{ items: unknown[] }>("/search/messages?q=unmistakableword");
    expect(found.body.items).toEqual([]);
    const contacts = await strangerApi.get<{ items: unknown[] }>("/contacts?search=Unmistakable");
    expect(contacts.body.items).toEqual([]);
  });
});

describe("without the right", () => {
  test.each(walked.map((route) => [name(route), route] as const))(
    "%s is refused without a session, with an unknown key, and for every role that lacks it",
    async (_name, route) => {
      const path = pathOf(route.url);
      const body = bodies()[name(route)];
      const before = await fingerprint(mine.id);
      expect((await speaker(world, {}).request(route.method, path, body)).status).toBe(401);
      expect((await speaker(world, { authorization: "Bearer candor_unknown-key-unknown" }).request(route.method, path, body)).status).toBe(
        401,
      );
      for (const role of ["owner", "admin", "agent", "viewer"] as const) {
        const rights = permissionsOf(world.kernel, role);
        if (rights.has(route.permission)) continue;
        const api = roleClients.get(role) ?? (await client(mine, { can: [...rights] }));
        if (!roleClients.has(role)) {
          roleClients.set(role, api);
          Object.assign(before, await fingerprint(mine.id));
        }
        const answer = await api.request<{ error: { code: string } }>(route.method, path, body);
        expect(answer.status, role).toBe(403);
        expect(answer.body.error.code).toBe("forbidden");
      }
      const after = await fingerprint(mine.id);
      // The key's own "last used" is the one trace a refused request may leave.
      expect({ ...after, api_keys: "" }).toEqual({ ...before, api_keys: "" });
    },
  );
});
const roleClients = new Map<string, Client>();
