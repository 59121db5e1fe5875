import { afterEach, beforeAll, expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventsSoFar } from "../../../../../test/builders.ts";
import {
  aConversation,
  aReachableShop,
  becomes,
  type ErrorBody,
  type MessageBody,
  type Reachable,
  send,
  theSandbox,
} from "../../../../../test/outbound.builders.ts";
import {
  aDraft,
  anApprovedTemplate,
  aSample,
  aWrittenTemplate,
  submit,
  type TemplateBody,
  templateBecomes,
  templateOf,
} from "../../../../../test/template.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { removeForgottenUploads } from "../../../inbox/forgotten-uploads.ts";
import { templateJobs } from "./template.jobs.ts";

const world = await aWorld();
const sandbox = await theSandbox();
let at: Reachable;
beforeAll(async () => {
  at = await aReachableShop(world, sandbox);
  return () => sandbox.close();
});
afterEach(() => {
  sandbox.graphFaults({});
  sandbox.reviewTemplates({ outcome: "APPROVED", delayMs: 3000, reason: undefined, category: undefined });
});

const metas = (name: string) => sandbox.account(at.number.accountId).templates.filter((one) => one.name === name);
const audited = async (action: string) =>
  (
    await world.kernel.db.system
      .selectFrom("audit_log")
      .select("details")
      .where("organization_id", "=", at.shop.id)
      .where("action", "=", action)
      .execute()
  ).length;

test("a draft is written, submitted once, approved by webhook, and can then be sent", async () => {
  const since = await eventsSoFar(at.shop);
  const draft = await aDraft(at);
  expect(draft).toMatchObject({ state: "DRAFT", submission: null, editable: { allowed: true } });
  expect(metas(draft.name)).toEqual([]);

  const chat = await aConversation(at);
  const message = { type: "template", name: draft.name, language: "en_GB", parameters: { body: ["Amara"] } };
  expect((await send<ErrorBody>(at, chat.id, message)).body.error.code).toBe("template_not_approved");

  const before = await audited("template.submitted");
  const taken = await submit(at, draft.id);
  expect(taken).toMatchObject({ status: 200, body: { submission: null } });
  expect(["PENDING", "APPROVED"]).toContain(taken.body.state);
  expect(await audited("template.submitted")).toBe(before + 1);
  await templateBecomes(at, draft.id, "APPROVED");

  const sent = await send<MessageBody>(at, chat.id, message);
  expect(sent.status).toBe(201);
  await becomes(at, sent.body.id, "accepted", "sent", "delivered", "read");
  expect((await templateOf(at, draft.id)).use).toMatchObject({ sends30Days: 1, lastAt: expect.any(String) });
  expect(await eventsOf(at.shop, { since })).toContain("template.updated");
});

test("two who submit at the same moment hand in one template", async () => {
  const draft = await aDraft(at);
  sandbox.reviewTemplates({ delayMs: 1_000_000 });
  sandbox.graphFaults({ on: "templates", lateMs: 20_000 });
  const answers = await Promise.all([submit(at, draft.id), submit(at, draft.id), submit(at, draft.id)]);
  expect(answers.some((answer) => answer.status === 200)).toBe(true);
  for (const answer of answers) expect([200, 409]).toContain(answer.status);
  expect(metas(draft.name)).toHaveLength(1);
  expect((await submit(at, draft.id)).body.state).toBe("PENDING");
  expect(metas(draft.name)).toHaveLength(1);
});

test("an answer that gets lost is unknown; Meta is asked before anything is sent again", async () => {
  sandbox.graphFaults({ on: "templates", reset: { times: 1 } });
  const draft = await aDraft(at);
  const lost = await submit(at, draft.id);
  expect(lost).toMatchObject({ status: 200, body: { submission: "unknown", state: "DRAFT" } });
  expect((await at.api.put<ErrorBody>(`/templates/${draft.id}`, aWrittenTemplate())).status).toBe(409);
  const again = await submit(at, draft.id);
  expect(again.body.submission).toBeNull();
  expect(metas(draft.name)).toHaveLength(1);
  expect(sandbox.received.refused.filter((one) => one.details.includes("already"))).toEqual([]);
  await templateBecomes(at, draft.id, "APPROVED");
});

test("a webhook may settle what an answer did not", async () => {
  sandbox.graphFaults({ on: "templates", reset: { times: 1 } });
  const draft = await aDraft(at);
  await submit(at, draft.id);
  expect((await templateBecomes(at, draft.id, "APPROVED")).submission).toBeNull();
});

test("a process that ends in between leaves somebody who asks Meta, and nothing is handed in twice", async () => {
  const [there, lost] = [await aDraft(at), await aDraft(at)];
  sandbox.addTemplate(at.number.accountId, {
    name: there.name,
    language: "en_GB",
    category: "UTILITY",
    status: "PENDING",
    components: [{ type: "BODY", text: "Hello there." }],
  });
  const look = (templateId: string) =>
    templateJobs["whatsapp.look-up-template"]?.(world.kernel, { organizationId: at.shop.id, templateId });
  const begun = (submission_at: Date) =>
    world.kernel.db.system
      .updateTable("whatsapp_templates")
      .set({ submission: "sending", submission_at })
      .where("organization_id", "=", at.shop.id)
      .where("id", "in", [there.id, lost.id])
      .execute();
  await begun(new Date());
  await look(there.id);
  expect((await templateOf(at, there.id)).submission).toBe("sending");
  await begun(new Date(Date.now() - 600_000));
  await Promise.all([look(there.id), look(lost.id), look(there.id)]);
  expect(await templateOf(at, there.id)).toMatchObject({ state: "PENDING", submission: null });
  expect(await templateOf(at, lost.id)).toMatchObject({
    state: "DRAFT",
    submission: null,
    reason: expect.stringContaining("Submit it again"),
  });
  expect(metas(lost.name)).toEqual([]);
});

test("a request that never arrived leaves a draft that can be submitted again", async () => {
  sandbox.graphFaults({ on: "templates", reset: { times: 1 }, at: "before" });
  const draft = await aDraft(at);
  expect((await submit(at, draft.id)).body.submission).toBe("unknown");
  expect(metas(draft.name)).toEqual([]);
  expect((await submit(at, draft.id)).status).toBe(200);
  expect(metas(draft.name)).toHaveLength(1);
});

test("what Meta would refuse is refused here, naming the field, and nothing leaves", async () => {
  const draft = await aDraft(at, { components: [{ type: "BODY", text: "{{1}}, your order has left us today." }] });
  const requests = sandbox.received.requests;
  const refused = await at.api.post<ErrorBody>(`/templates/${draft.id}/submission`);
  expect(refused.status).toBe(422);
  expect(refused.body.error).toMatchObject({ code: "template_invalid", field: "body.text" });
  expect(sandbox.received.requests).toBe(requests);

  const checked = await at.api.post<{ problems: { field: string; code: string }[]; names: { used: number } }>("/templates/check", {
    templateId: draft.id,
    ...aWrittenTemplate({ name: draft.name, components: draft.components }),
  });
  expect(checked.body.problems.map((one) => `${one.field} ${one.code}`)).toEqual([
    "body.text variable_first",
    "body.example.1 example_missing",
  ]);
  expect(checked.body.names.used).toBeGreaterThan(2);
});

test("what only Meta knows to refuse comes back with its field and sentence, and stays a draft", async () => {
  const draft = await aDraft(at);
  sandbox.graphFaults({ on: "templates", error: { code: 100, subcode: 2388293, times: 1, details: "Too many variables, says Meta." } });
  const refused = await at.api.post<ErrorBody>(`/templates/${draft.id}/submission`);
  expect(refused).toMatchObject({ status: 422, body: { error: { code: "too_many_variables", field: "body.text" } } });
  expect(await templateOf(at, draft.id)).toMatchObject({ state: "DRAFT", submission: null, reason: refused.body.error.message });
  expect((await submit(at, draft.id)).status).toBe(200);
});

test("a template of that name made there by somebody else does not take a draft's texts", async () => {
  const draft = await aDraft(at);
  sandbox.addTemplate(at.number.accountId, {
    name: draft.name,
    language: "en_GB",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Made there." }],
  });
  const refused = await at.api.post<ErrorBody>(`/templates/${draft.id}/submission`);
  expect([refused.status, refused.body.error]).toMatchObject([422, { code: "name_taken", field: "name" }]);
  expect(await templateOf(at, draft.id)).toMatchObject({ state: "DRAFT", submission: null, components: draft.components });
});

test("two who write a draft of one name at the same moment: one is told that the name is taken", async () => {
  const body = { channelId: at.channelId, ...aWrittenTemplate() };
  const answers = await Promise.all([at.api.post<ErrorBody>("/templates", body), at.api.post<ErrorBody>("/templates", body)]);
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
});

test("an expired token and Meta's pace are told as what they are", async () => {
  const draft = await aDraft(at);
  sandbox.graphFaults({ on: "templates", error: { code: 190, times: 1 } });
  expect((await at.api.post<ErrorBody>(`/templates/${draft.id}/submission`)).body.error.code).toBe("token_invalid");
  sandbox.graphFaults({ on: "templates", error: { code: 80007, times: 1 } });
  expect((await at.api.post<ErrorBody>(`/templates/${draft.id}/submission`)).status).toBe(429);
  expect(await templateOf(at, draft.id)).toMatchObject({ state: "DRAFT", submission: null });
});

test("the sample of a header is uploaded and handed in; it stays when other uploads are swept", async () => {
  const sample = await aSample(at);
  const draft = await aDraft(at, {
    components: [
      { type: "HEADER", format: "IMAGE" },
      { type: "BODY", text: "Your parcel has left us." },
    ],
    samples: { header: sample },
  });
  await submit(at, draft.id);
  await templateBecomes(at, draft.id, "APPROVED");
  expect(JSON.stringify(metas(draft.name)[0]?.components)).toContain("scontent");
  const { system } = world.kernel.db;
  await system
    .updateTable("files")
    .set({ created_at: new Date(0) })
    .where("organization_id", "=", at.shop.id)
    .where("id", "=", sample)
    .execute();
  await removeForgottenUploads(world.kernel);
  expect((await templateOf(at, draft.id)).samples).toEqual({ header: sample });
});

test("a rejection is told with its reason; the template is changed and reviewed again", async () => {
  sandbox.reviewTemplates({ outcome: "REJECTED", reason: "PROMOTIONAL" });
  const draft = await aDraft(at);
  await submit(at, draft.id);
  const rejected = await templateBecomes(at, draft.id, "REJECTED");
  expect(rejected.reason).toContain("PROMOTIONAL");
  sandbox.reviewTemplates({ outcome: "APPROVED" });
  const components = [{ type: "BODY", text: "Your order has left us this morning." }];
  const edited = await at.api.post<TemplateBody>(`/templates/${draft.id}/revision`, { category: "MARKETING", components });
  expect(edited).toMatchObject({ status: 200, body: { category: "MARKETING", components } });
  await templateBecomes(at, draft.id, "APPROVED");
  expect(metas(draft.name)[0]).toMatchObject({ category: "MARKETING", components });
});

test("an approved template is edited once a day, cannot be sent meanwhile, and says when it may be edited again", async () => {
  const approved = await anApprovedTemplate(at);
  sandbox.reviewTemplates({ delayMs: 200_000 });
  const components = [{ type: "BODY", text: "Your order has left us this very morning." }];
  expect((await at.api.post<TemplateBody>(`/templates/${approved.id}/revision`, { components })).body.state).toBe("PENDING");
  const chat = await aConversation(at);
  const message = { type: "template", name: approved.name, language: "en_GB", parameters: {} };
  expect((await send<ErrorBody>(at, chat.id, message)).body.error.code).toBe("template_not_approved");
  const back = await templateBecomes(at, approved.id, "APPROVED");
  expect(back.editable).toMatchObject({ allowed: false, code: "edits_day", until: expect.any(String) });
  const refused = await at.api.post<ErrorBody>(`/templates/${approved.id}/revision`, { components });
  expect(refused).toMatchObject({ status: 422, body: { error: { field: "state" } } });
  expect(await audited("template.edited")).toBeGreaterThan(0);
});

test("a copy has a name of its own, a translation keeps it", async () => {
  const approved = await anApprovedTemplate(at);
  const copy = await at.api.post<TemplateBody>(`/templates/${approved.id}/copies`, {});
  expect(copy.body).toMatchObject({ name: `${approved.name}_copy`, language: "en_GB", state: "DRAFT", components: approved.components });
  expect((await at.api.post<TemplateBody>(`/templates/${approved.id}/copies`, {})).body.name).toBe(`${approved.name}_copy_2`);
  const arabic = await at.api.post<TemplateBody>(`/templates/${approved.id}/copies`, { language: "ar" });
  expect(arabic.body).toMatchObject({ name: approved.name, language: "ar", state: "DRAFT" });
  const twice = await at.api.post<ErrorBody>(`/templates/${approved.id}/copies`, { language: "ar" });
  expect(twice).toMatchObject({ status: 409, body: { error: { code: "name_taken", field: "name" } } });
});

test("deleting asks for the name, takes one language or all, and blocks the name", async () => {
  const approved = await anApprovedTemplate(at);
  const arabic = (await at.api.post<TemplateBody>(`/templates/${approved.id}/copies`, { language: "ar" })).body;
  await submit(at, arabic.id);
  await templateBecomes(at, arabic.id, "APPROVED");
  expect((await at.api.delete<ErrorBody>(`/templates/${approved.id}?confirm=other`)).body.error.field).toBe("confirm");
  expect((await at.api.delete(`/templates/${arabic.id}?confirm=${approved.name}`)).status).toBe(204);
  expect(metas(approved.name).map((one) => one.language)).toEqual(["en_GB"]);
  const blocked = await at.api.post<ErrorBody>(`/templates/${approved.id}/copies`, { language: "ar" });
  expect(blocked).toMatchObject({ status: 409, body: { error: { code: "name_blocked", field: "name" } } });
  expect((await at.api.delete(`/templates/${approved.id}?confirm=${approved.name}&languages=all`)).status).toBe(204);
  expect((await at.api.delete(`/templates/${approved.id}?confirm=${approved.name}&languages=all`)).status).toBe(204);
  expect(metas(approved.name)).toEqual([]);
  const listed = await at.api.get<{ items: TemplateBody[] }>(`/templates?name=${approved.name}`);
  expect(listed.body.items).toEqual([]);
  const draft = await aDraft(at);
  expect((await at.api.delete(`/templates/${draft.id}?confirm=${draft.name}`)).status).toBe(204);
  expect((await at.api.get(`/templates/${draft.id}`)).status).toBe(404);
});

test("paused stops what is queued with it, and reinstated gives the template back by itself", async () => {
  const approved = await anApprovedTemplate(at);
  const chat = await aConversation(at);
  const message = { type: "template", name: approved.name, language: "en_GB", parameters: { body: ["Amara"] } };
  // Sending rests, as with a token that has to be renewed: what is sent stays queued.
  const rests = (state: string) =>
    world.kernel.db.system
      .updateTable("channels")
      .set({ state })
      .where("organization_id", "=", at.shop.id)
      .where("id", "=", at.channelId)
      .execute();
  await rests("attention");
  const queued = await send<MessageBody>(at, chat.id, message);
  expect(queued.status).toBe(201);
  await sandbox.setTemplateStatus(at.number.accountId, { name: approved.name }, "PAUSED");
  const paused = await templateBecomes(at, approved.id, "PAUSED");
  expect(paused.reason).toContain("low quality");
  await rests("active");
  world.kernel.live.wake("deliveries");
  const failed = await becomes(at, queued.body.id, "failed");
  expect(JSON.stringify(failed)).toContain("template_paused");
  expect(sandbox.receivedBy(at.number.phoneNumberId).filter((one) => JSON.stringify(one.body).includes(approved.name))).toEqual([]);
  expect((await send<ErrorBody>(at, chat.id, message)).body.error.code).toBe("template_paused");
  await sandbox.setTemplateStatus(at.number.accountId, { name: approved.name }, "REINSTATED");
  await templateBecomes(at, approved.id, "APPROVED");
  expect((await send(at, chat.id, message)).status).toBe(201);
});

test("Meta's second thoughts on a category are a warning first and a change later, both kept", async () => {
  const approved = await anApprovedTemplate(at);
  await sandbox.recategoriseTemplate(at.number.accountId, { name: approved.name }, { correct: "MARKETING" });
  await expect.poll(async () => (await templateOf(at, approved.id)).correctCategory).toBe("MARKETING");
  expect(await templateOf(at, approved.id)).toMatchObject({ category: "UTILITY", previousCategory: null });
  await sandbox.recategoriseTemplate(at.number.accountId, { name: approved.name }, { category: "MARKETING" });
  await expect.poll(async () => (await templateOf(at, approved.id)).category).toBe("MARKETING");
  expect(await templateOf(at, approved.id)).toMatchObject({
    previousCategory: "UTILITY",
    correctCategory: null,
    categoryChangedAt: expect.any(String),
  });
});

test("fetching from Meta leaves drafts alone, and a template of the same name made there moves a draft aside", async () => {
  const [alone, shared] = [await aDraft(at), await aDraft(at)];
  sandbox.addTemplate(at.number.accountId, {
    name: shared.name,
    language: "en_GB",
    category: "MARKETING",
    components: [{ type: "BODY", text: "Made there." }],
  });
  await at.api.post(`/channels/${at.channelId}/templates/sync`);
  expect(await templateOf(at, alone.id)).toMatchObject({ state: "DRAFT", name: alone.name });
  const moved = await templateOf(at, shared.id);
  expect(moved).toMatchObject({ state: "DRAFT", components: shared.components });
  expect(moved.name).toContain(`${shared.name}_draft_`);
  const theirs = await at.api.get<{ items: TemplateBody[] }>(`/templates?name=${shared.name}`);
  expect(theirs.body.items).toMatchObject([{ state: "APPROVED", category: "MARKETING" }]);
});

test("the list is filtered, and paged without losing or repeating one", async () => {
  await anApprovedTemplate(at, { language: "fr" });
  const list = async (query: string) => (await at.api.get<{ items: TemplateBody[]; next: string | null }>(`/templates?${query}`)).body;
  expect((await list("state=draft")).items.every((one) => one.state === "DRAFT")).toBe(true);
  expect((await list("category=marketing")).items.every((one) => one.category === "MARKETING")).toBe(true);
  expect((await list("language=fr")).items.map((one) => one.language)).toEqual(["fr"]);
  expect((await list(`account=${at.number.accountId}`)).items.length).toBeGreaterThan(5);
  expect((await list("account=1")).items).toEqual([]);
  const all = (await list("limit=100")).items.map((one) => one.id);
  const paged: string[] = [];
  for (let after = ""; ; ) {
    const page = await list(`limit=3${after ? `&after=${after}` : ""}`);
    paged.push(...page.items.map((one) => one.id));
    if (!page.next) break;
    after = encodeURIComponent(page.next);
  }
  expect(paged).toEqual(all);
  expect((await at.api.get<{ used: string[] }>("/templates/languages")).body.used).toEqual(expect.arrayContaining(["en_GB", "fr"]));
});

test("names as long as Meta allows are paged, too", async () => {
  for (const letter of ["a", "b"]) await aDraft(at, { name: `zz_${letter.repeat(509)}` });
  const first = await at.api.get<{ items: TemplateBody[]; next: string }>("/templates?search=zz_&limit=1");
  const second = await at.api.get<{ items: TemplateBody[] }>(`/templates?search=zz_&limit=1&after=${first.body.next}`);
  expect([first, second].map((page) => page.body.items.map((one) => one.name.slice(0, 4)))).toEqual([["zz_a"], ["zz_b"]]);
});

test("who may only read writes nothing, and a stranger finds nothing", async () => {
  const draft = await aDraft(at);
  const reader = await client(at.shop, { can: ["templates.read"] });
  expect((await reader.get(`/templates/${draft.id}`)).status).toBe(200);
  for (const [method, path, body] of [
    ["POST", "/templates", { channelId: at.channelId, ...aWrittenTemplate() }],
    ["PUT", `/templates/${draft.id}`, aWrittenTemplate()],
    ["POST", `/templates/${draft.id}/submission`, undefined],
    ["DELETE", `/templates/${draft.id}?confirm=${draft.name}`, undefined],
  ] as const)
    expect((await reader.request(method, path, body)).status, path).toBe(403);
  const stranger = await client(await anOrganization(world));
  expect((await stranger.get(`/templates/${draft.id}`)).status).toBe(404);
  expect((await stranger.post(`/templates/${draft.id}/submission`)).status).toBe(404);
  expect((await stranger.post("/templates", { channelId: at.channelId, ...aWrittenTemplate() })).status).toBe(404);
  const file = await aSample(at);
  const other = await aReachableShop(world, sandbox);
  const stolen = await other.api.post<ErrorBody>("/templates", {
    channelId: other.channelId,
    ...aWrittenTemplate(),
    samples: { header: file },
  });
  expect(stolen.status).toBe(404);
  const writer = await client(at.shop, { can: ["templates.read", "templates.manage"] });
  expect((await writer.post("/templates", { channelId: at.channelId, ...aWrittenTemplate() })).status).toBe(201);
});
