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
  const [address, rule] = [row(), row()];
  await system
    .insertInto("contact_addresses")
    .values({ ...address, contact_id: chat.contactId, city: "unmistakableword" })
    .execute();
  await system
    .insertInto("fields")
    .values({ organization_id: mine.id, key: "unmistakable", name: "unmistakableword", type: "text", category: "user", position: 1 })
    .execute();
  await system
    .insertInto("stages")
    .values({ organization_id: mine.id, key: "unmistakable", name: "unmistakableword", position: 9 })
    .execute();
  await system
    .insertInto("score_rules")
    .values({ ...rule, name: "unmistakableword", kind: "event", event: "unmistakable", points: 1, active: false, position: 1 })
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
  const [importId, exportId] = [newId(), newId()];
  await system
    .insertInto("imports")
    .values({ organization_id: mine.id, id: importId, file_name: "unmistakable.csv", file_size: "1", format: "csv", created_by: "{}" })
    .execute();
  await system
    .insertInto("exports")
    .values({
      organization_id: mine.id,
      id: exportId,
      state: "expired",
      format: "csv",
      request: "{}",
      file_name: "unmistakable.csv",
      created_by: "{}",
    })
    .execute();
  const [companyId, otherCompanyId, dealId, taskId, activityId] = [newId(), newId(), newId(), newId(), newId()];
  const stagesOf = system
    .selectFrom("deal_stages")
    .select(["id", "pipeline_id"])
    .where("organization_id", "=", mine.id)
    .where("kind", "=", "open");
  const [stage, otherStage] = await stagesOf.orderBy("position").execute();
  const reason = await system.selectFrom("deal_reasons").select("id").where("organization_id", "=", mine.id).limit(1).executeTakeFirst();
  await system
    .insertInto("companies")
    .values([
      { organization_id: mine.id, id: companyId, name: "Unmistakable Ltd" },
      { organization_id: mine.id, id: otherCompanyId, name: "unmistakableword" },
    ])
    .execute();
  await system
    .insertInto("deals")
    .values({
      organization_id: mine.id,
      id: dealId,
      pipeline_id: stage?.pipeline_id ?? "",
      stage_id: stage?.id ?? "",
      rank: 1,
      title: "unmistakableword",
      currency: "EUR",
    })
    .execute();
  await system
    .insertInto("tasks")
    .values({ organization_id: mine.id, id: taskId, title: "unmistakableword", contact_id: chat.contactId, deal_id: dealId })
    .execute();
  await system
    .insertInto("activities")
    .values({
      organization_id: mine.id,
      id: activityId,
      kind: "note",
      body: "unmistakableword",
      contact_id: chat.contactId,
      at: new Date(),
    })
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
  const segmentId = newId();
  const segmentVersion = newId();
  await system
    .insertInto("segments")
    .values({ organization_id: mine.id, id: segmentId, name: "unmistakable segment", version_id: segmentVersion, created_by: "{}" })
    .execute();
  await system
    .insertInto("segment_versions")
    .values({
      organization_id: mine.id,
      id: segmentVersion,
      segment_id: segmentId,
      number: 1,
      rule: JSON.stringify({ match: "all", rules: [] }),
      leaves: [],
      reason: "made",
      created_by: "{}",
      in_force_at: new Date(),
    })
    .execute();
  const listId = newId();
  await system.insertInto("lists").values({ organization_id: mine.id, id: listId, name: "unmistakable list", created_by: "{}" }).execute();
  const writeKey = row();
  await system
    .insertInto("write_keys")
    .values({
      ...writeKey,
      key: "wk_unmistakable",
      name: "unmistakable",
      origins: ["https://unmistakable.example"],
      signing_secret: world.kernel.vault.seal(
        { organizationId: mine.id, table: "write_keys", column: "signing_secret", row: writeKey.id },
        "unmistakable secret",
      ),
    })
    .execute();
  const [view, bulk] = [row(), row()];
  await system
    .insertInto("saved_views")
    .values({ ...view, name: "unmistakableword", shared: true })
    .execute();
  await system
    .insertInto("bulk_jobs")
    .values({ ...bulk, action: "set_stage", request: JSON.stringify({ kind: "set_stage", stage: "lead" }), actor: "{}", state: "done" })
    .execute();
  ids = {
    viewId: view.id,
    bulkId: bulk.id,
    writeKeyId: writeKey.id,
    segmentId,
    listId,
    priceId,
    companyId,
    otherCompanyId,
    pipelineId: stage?.pipeline_id ?? "",
    stageId: stage?.id ?? "",
    otherStageId: otherStage?.id ?? "",
    reasonId: reason?.id ?? "",
    dealId,
    taskId,
    activityId,
    importId,
    exportId,
    conversationId: chat.id,
    messageId: message.id,
    contactId: chat.contactId,
    channelId: chat.channelId,
    labelId,
    tagId: tag.id,
    noteId: note.id,
    addressId: address.id,
    fieldKey: "unmistakable",
    stageKey: "unmistakable",
    ruleId: rule.id,
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
  "PUT /organization/two-factor": { roles: [] },
  "PATCH /members/:memberId": { role: "viewer" },
  "POST /invitations": { email: "new@example.test", role: "viewer" },
  "POST /api-keys": { name: "k", permissions: ["inbox.read"] },
  "POST /contacts": { name: "New", ownerId: ids.memberId },
  "PATCH /contacts/:contactId": { name: "Changed" },
  "POST /contacts/:contactId/identities": { kind: "email", value: "a@example.test" },
  "PUT /contacts/:contactId/tags": { tagIds: [ids.tagId] },
  "POST /contacts/:contactId/notes": { body: "hello" },
  "POST /contacts/:contactId/merges": { otherContactId: newId() },
  "POST /contacts/:contactId/addresses": { city: "London" },
  "PATCH /contacts/:contactId/addresses/:addressId": { city: "Paris" },
  "POST /fields": { name: "Field", type: "text", category: "user" },
  "PUT /fields/order": { keys: [ids.fieldKey] },
  "PATCH /fields/:fieldKey": { name: "changed" },
  "POST /stages": { name: "Stage" },
  "PUT /stages/order": { keys: [ids.stageKey] },
  "PATCH /stages/:stageKey": { name: "changed" },
  "POST /score-rules": { name: "Rule", points: 1, rule: { kind: "event", event: "message.received" } },
  "POST /score-rules/preview": { contactId: ids.contactId, points: 1, rule: { kind: "event", event: "message.received" } },
  "PATCH /score-rules/:ruleId": { points: 2 },
  "POST /tags": { name: "t2" },
  "POST /contact-views": { name: "v2", shared: true },
  "PATCH /contact-views/:viewId": { name: "changed" },
  "PUT /contact-views/places": { pinned: [ids.viewId], first: null },
  "POST /bulk-jobs": { action: { kind: "set_stage", stage: "lost" }, contacts: { ids: [ids.contactId] } },
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
  "POST /imports/:importId/check": { columns: [{ column: 0, to: "phone" }], match: ["phone"] },
  "POST /exports": { format: "csv", contactIds: [ids.contactId] },
  "POST /costs/prices": { currency: "USD", market: "GB", category: "utility", price: "0.03", validFrom: "2026-10-01" },
  "POST /costs/prices/import": { csv: "market,category,price,currency,valid_from\nGB,utility,0.03,USD,2026-10-01" },
  "PATCH /costs/settings": { currency: "EUR" },
  "PATCH /labels/:labelId": { name: "changed" },
  "POST /companies": { name: "c2" },
  "PATCH /companies/:companyId": { name: "changed" },
  "POST /companies/:companyId/merge": { otherId: ids.otherCompanyId },
  "POST /pipelines": { name: "p2" },
  "PATCH /pipelines/:pipelineId": { name: "changed" },
  "POST /pipelines/:pipelineId/stages": { name: "s2" },
  "PUT /pipelines/:pipelineId/stage-order": { stageIds: [ids.stageId] },
  "PATCH /pipelines/:pipelineId/stages/:stageId": { name: "changed" },
  "POST /pipelines/:pipelineId/stages/:stageId/removal": { successorId: ids.otherStageId },
  "POST /deal-reasons": { kind: "lost", name: "r2" },
  "PATCH /deal-reasons/:reasonId": { name: "changed" },
  "POST /deals": { title: "d2", stageId: ids.stageId, contactIds: [ids.contactId], companyId: ids.companyId },
  "PATCH /deals/:dealId": { title: "changed" },
  "PUT /deals/:dealId/stage": { stageId: ids.stageId },
  "PUT /tasks/preferences": { mail: true },
  "POST /tasks": { title: "t2", dealId: ids.dealId },
  "PATCH /tasks/:taskId": { title: "changed" },
  "POST /activities": { kind: "note", body: "hello", contactId: ids.contactId },
  "POST /segments": { name: "s", rule: { match: "all", rules: [{ about: "segment", op: "in", segmentId: ids.segmentId }] } },
  "POST /segments/preview": { rule: { match: "all", rules: [{ about: "list", op: "in", listId: ids.listId }] } },
  "POST /segments/imports": { text: JSON.stringify({ candor: "segments", version: 1, segments: [] }) },
  "PATCH /segments/:segmentId": { name: "changed" },
  "POST /segments/:segmentId/copies": {},
  "POST /write-keys": { name: "k", origins: ["https://shop.example"] },
  "PATCH /write-keys/:writeKeyId": { name: "changed" },
  "PATCH /event-names/detail": { name: "Seen", blocked: true },
  "PATCH /event-names/properties": { name: "Seen", property: "p", handling: "personal" },
  "POST /lists": { name: "l" },
  "PATCH /lists/:listId": { name: "changed" },
  "POST /lists/:listId/contacts": { add: [ids.contactId] },
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
    if (route.raw && ["/live", "/events/live"].includes(route.url)) return;
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
