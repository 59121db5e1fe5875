import { afterAll, afterEach, describe, expect, test } from "vitest";
import { type RefusalName, refusals } from "../../../../../../sandbox/src/index.ts";
import { eventually } from "../../../../../test/builders.ts";
import { aConversation, aReachableShop, becomes, type MessageBody, send, theSandbox } from "../../../../../test/outbound.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { ruleOf } from "../graph/errors.ts";

// Every error code Meta names, given by the sandbox in its answer and by a failed status: what becomes of the attempt,
// of what follows it, of the channel, the person and the template, and what a person is told.
const world = await aWorld();
const sandbox = await theSandbox();
afterAll(() => sandbox.close());
const at = await aReachableShop(world, sandbox);
const db = world.kernel.db.system;
const { number } = at;
sandbox.addTemplate(number.accountId, {
  name: "plain_news",
  language: "en_GB",
  category: "UTILITY",
  components: [{ type: "BODY", text: "Your order is ready." }],
});
await at.api.post(`/channels/${at.channelId}/templates/sync`);

type Expected = {
  code: string;
  remedy: string;
  /** What the answer makes of the attempt: it ends; waits and is tried again; waits for the channel; may have arrived; goes to the phone. */
  answer: "failed" | "waits" | "channel_stops" | "unknown";
  /** Which budget rests. */
  rests?: "account" | "number" | "pair";
  again?: "never" | "until" | "confirm" | "template";
  template?: "PAUSED" | "DISABLED";
  consent?: "withdrawn";
  undeliverable?: true;
};
const stops = (code: string, remedy = "contact_admin"): Expected => ({ code, remedy, answer: "channel_stops" });
const waits = (code: string, rests?: Expected["rests"]): Expected => ({
  code,
  remedy: "wait",
  answer: "waits",
  ...(rests ? { rests } : {}),
});
const fails = (code: string, remedy: string, more: Partial<Expected> = {}): Expected => ({ code, remedy, answer: "failed", ...more });
const fixes = (code: string, more: Partial<Expected> = {}) => fails(code, "fix_template", { again: "template", ...more });

const expected: Record<RefusalName, Expected> = {
  token_unreadable: stops("token_invalid", "renew_token"),
  token_expired: stops("token_invalid", "renew_token"),
  capability_missing: stops("permission_missing", "renew_token"),
  permission_denied: stops("permission_missing", "renew_token"),
  permission_not_granted: stops("permission_missing", "renew_token"),
  permission_removed: stops("permission_missing", "renew_token"),
  app_rate: waits("rate_limited", "account"),
  account_rate: waits("rate_limited", "account"),
  number_rate: waits("rate_limited", "number"),
  pair_rate: waits("rate_limited", "pair"),
  register_rate: waits("rate_limited", "number"),
  spam_rate: stops("spam_limited"),
  misclassified_templates: stops("misclassified_templates"),
  window_closed: fails("window_closed", "send_template"),
  marketing_limit: fails("marketing_limited", "wait", { again: "until" }),
  marketing_stopped: fails("marketing_stopped", "none", { again: "never", consent: "withdrawn" }),
  experiment: fails("experiment", "none", { again: "never" }),
  undeliverable: fails("undeliverable", "fix_number", { undeliverable: true }),
  self_send: fails("same_number", "fix_number", { again: "never" }),
  not_in_test_list: fails("not_in_test_list", "contact_admin"),
  unsupported_type: fails("type_unsupported", "none", { again: "never" }),
  media_download: fails("media_unavailable", "fix_media"),
  media_upload: fails("media_refused", "fix_media"),
  unavailable: fails("unavailable", "none", { again: "never" }),
  user_id_refused: fails("user_id_refused", "fix_number"),
  marketing_elsewhere: fails("marketing_route", "contact_admin"),
  something_wrong: { code: "provider_unavailable", remedy: "wait", answer: "unknown" },
  unavailable_service: waits("provider_unavailable"),
  maintenance: waits("provider_unavailable"),
  generic: waits("provider_unavailable"),
  account_locked: stops("account_blocked"),
  policy_block: stops("account_blocked"),
  country_barred: fails("country_barred", "none", { again: "never" }),
  display_name: stops("display_name_missing"),
  payment: stops("payment_problem"),
  registration: stops("not_registered"),
  template_count: fixes("template_parameters"),
  template_missing: fixes("template_missing"),
  template_too_long: fixes("template_too_long"),
  template_policy: fixes("template_policy"),
  template_parameter: fixes("template_format"),
  template_format: fixes("template_format"),
  parameter_text: fixes("template_format"),
  template_paused: fixes("template_paused", { template: "PAUSED" }),
  template_disabled: fixes("template_disabled", { template: "DISABLED" }),
  flow_blocked: fails("flow_blocked", "contact_admin"),
  flow_throttled: waits("flow_throttled"),
  identity_mismatch: fails("identity_mismatch", "confirm_person", { again: "confirm" }),
  invalid_parameter: fails("invalid_request", "none"),
  parameter_missing: fails("invalid_request", "none"),
  parameter_invalid: fails("invalid_request", "none"),
};
const table = (Object.entries(expected) as [RefusalName, Expected][]).map(([name, it]) => [name, refusals[name].code, it] as const);

const channel = () => db.selectFrom("channels").select(["state", "attention"]).where("id", "=", at.channelId).executeTakeFirstOrThrow();
const template = () =>
  db
    .selectFrom("whatsapp_templates")
    .select("state")
    .where("organization_id", "=", at.shop.id)
    .where("name", "=", "plain_news")
    .executeTakeFirstOrThrow();
const delivery = (messageId: string) =>
  db.selectFrom("deliveries").selectAll().where("message_id", "=", messageId).orderBy("id", "desc").executeTakeFirstOrThrow();
const tokens = async (fragment: string) =>
  (await db.selectFrom("rate_buckets").select("tokens").where("key", "like", `%${fragment}%`).executeTakeFirst())?.tokens ?? 0;
const budget = {
  account: () => tokens(`account:%${number.accountId}`),
  number: () => tokens(`number:${number.phoneNumberId}`),
  pair: (identityId: string) => tokens(`pair:${number.phoneNumberId}|${identityId}`),
};
const news = { type: "template", name: "plain_news", language: "en_GB" };
const shown = async (conversationId: string, messageId: string) => {
  const { body } = await at.api.get<{ items: (MessageBody & { waiting: { until: string | null; failure: { code: string } } | null })[] }>(
    `/conversations/${conversationId}/messages`,
  );
  return body.items.find((item) => item.id === messageId);
};
const resend = (conversationId: string, messageId: string, body = {}) =>
  at.api.post<MessageBody & { error?: { code: string; message: string; remedy?: string } }>(
    `/conversations/${conversationId}/messages/${messageId}/resend`,
    body,
  );

/** The world as it was: what one code has stopped must not stop the next. */
afterEach(async () => {
  sandbox.relent();
  await db.deleteFrom("rate_buckets").where("key", "like", "whatsapp:%").execute();
  await db
    .updateTable("deliveries")
    .set({ state: "cancelled", lease_until: null })
    .where("organization_id", "=", at.shop.id)
    .where("state", "=", "queued")
    .execute();
  await db.updateTable("whatsapp_templates").set({ state: "APPROVED" }).where("name", "=", "plain_news").execute();
  await db.updateTable("whatsapp_numbers").set({ token_state: "valid" }).where("channel_id", "=", at.channelId).execute();
  await db.updateTable("channels").set({ state: "active", attention: null }).where("id", "=", at.channelId).execute();
});

test("every code the server has a rule for is in this table, but those of templates' creation", () => {
  const sent = new Set(Object.values(refusals).map((one) => one.code));
  for (const code of [0, 190, 3, 10, 200, 250, 4, 80007, 130429, 131056, 133016, 131048, 131064, 131047, 131049, 131050, 130472, 131026])
    expect(ruleOf(code).code).not.toBe("provider_error");
  expect([...sent].filter((code) => ruleOf(code).code === "provider_error")).toEqual([]);
});

const known = async (chat: { contactId: string; identityId: string }) => ({
  consent: (await db.selectFrom("consent_ledger").select(["action", "source"]).where("contact_id", "=", chat.contactId).executeTakeFirst())
    ?.action,
  undeliverable: (await db.selectFrom("identities").select("undeliverable_at").where("id", "=", chat.identityId).executeTakeFirstOrThrow())
    .undeliverable_at,
});

describe.each(table)("%s (%i)", (name, providerCode, it) => {
  test("in the answer", async () => {
    const chat = await aConversation(at);
    const lift = sandbox.refuse({ name, how: "answer", phoneNumberId: number.phoneNumberId });
    const sent = await send(at, chat.id, news);
    expect(sent.status).toBe(201);
    const id = sent.body.id;

    if (it.answer === "failed") {
      expect((await becomes(at, id, "failed")).failure).toMatchObject({ code: it.code, providerCode, remedy: it.remedy });
      expect(await channel()).toEqual({ state: "active", attention: null });
    } else if (it.answer === "unknown") {
      expect((await becomes(at, id, "unknown")).failure).toMatchObject({ code: "provider_error", providerCode, remedy: "none" });
    } else {
      const row = await eventually(async () => {
        const found = await delivery(id);
        return found.state === "queued" && found.attempts > 0 && found.failure ? found : null;
      }, "the delivery to be back in the queue");
      expect(row.failure).toMatchObject({ code: it.code, providerCode, remedy: it.remedy });
      const message = await shown(chat.id, id);
      expect(message).toMatchObject({ state: "queued", failure: null, waiting: { failure: { code: it.code } } });
      if (it.answer === "waits") {
        const rule = ruleOf(providerCode);
        expect(row.due_at.getTime() - Date.now()).toBeGreaterThan((rule.waitSeconds ?? 1) * 1000 - 5000);
        expect(message?.waiting?.until).toEqual(expect.any(String));
        expect(await channel()).toEqual({ state: "active", attention: null });
        if (it.rests) expect(await budget[it.rests](chat.identityId)).toBeLessThan(0);
      } else {
        await eventually(async () => (await channel()).state === "attention", "the channel to stop");
        expect(await channel()).toEqual({ state: "attention", attention: it.code });
        expect((await shown(chat.id, id))?.waiting).toMatchObject({ until: null, failure: { code: it.code } });
      }
    }
    lift();
    expect(sandbox.received.messages.filter((one) => one.to === chat.phone)).toEqual([]);
    await sameFor(chat, id);
  });

  test("as a failed status", async () => {
    const chat = await aConversation(at);
    const lift = sandbox.refuse({ name, how: "status", phoneNumberId: number.phoneNumberId });
    const sent = await send(at, chat.id, news);
    const row = await becomes(at, sent.body.id, "failed");
    expect(row.failure).toMatchObject({ code: it.code, providerCode, remedy: it.remedy });
    expect((await delivery(sent.body.id)).state).toBe("failed");
    lift();
    if (it.answer === "channel_stops") expect(await channel()).toEqual({ state: "attention", attention: it.code });
    else expect((await channel()).state).toBe("active");
    if (it.rests) expect(await budget[it.rests](chat.identityId)).toBeLessThan(0);
    // Never again by itself: it was taken, and what Meta says of it afterwards may still change.
    expect(sandbox.received.messages.filter((one) => one.to === chat.phone)).toHaveLength(1);
    await sameFor(chat, sent.body.id);
    await again(chat.id, sent.body.id);
  });

  /** What holds however the refusal came. */
  const sameFor = async (chat: { contactId: string; identityId: string }, messageId: string) => {
    const { consent, undeliverable } = await known(chat);
    expect(consent).toBe(it.consent);
    expect(undeliverable !== null).toBe(it.undeliverable === true);
    expect((await template()).state).toBe(it.template ?? "APPROVED");
    const message = await shown((await delivery(messageId)).conversation_id ?? "", messageId);
    if (providerCode === 3 || providerCode === 10 || (providerCode >= 200 && providerCode < 300))
      expect((message?.failure ?? message?.waiting?.failure) as unknown).toMatchObject({
        right: "whatsapp_business_messaging",
        message: "The access token lacks the right whatsapp_business_messaging.",
      });
  };

  const again = async (conversationId: string, messageId: string) => {
    const first = await resend(conversationId, messageId);
    if (!it.again) {
      expect(first.status, JSON.stringify(first.body)).toBe(200);
      expect(first.body.state).toBe("queued");
      return;
    }
    expect(first.status).toBe(409);
    if (it.again === "confirm") {
      expect(first.body.error?.code).toBe("confirmation_needed");
      expect((await resend(conversationId, messageId, { confirm: true })).body.state).toBe("queued");
      return;
    }
    expect(first.body.error?.code).toBe(it.code);
    expect((await resend(conversationId, messageId, { confirm: true })).status).toBe(409);
    if (it.again !== "template") return;
    // Another text in the template: what was refused may be taken now.
    await db
      .updateTable("whatsapp_templates")
      .set({ state: "APPROVED", components: JSON.stringify([{ type: "BODY", text: `Changed ${messageId}` }]) })
      .where("name", "=", "plain_news")
      .execute();
    expect((await resend(conversationId, messageId)).body.state).toBe("queued");
  };
});
