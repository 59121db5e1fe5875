import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startSandbox } from "../../../../../../sandbox/src/index.ts";
import { type Answer, eventually } from "../../../../../test/builders.ts";
import { aReachableShop, type Reachable, send } from "../../../../../test/outbound.builders.ts";
import { intake } from "../../../../../test/projection.builders.ts";
import { bodyOf, type TestChannel } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { startDispatcher } from "../../../../kernel/dispatcher.ts";
import { recordConsent } from "../../../contacts/index.ts";

// Nobody projects or sends here but the test, step by step.
const world = await aWorld({}, "web");
const { system } = world.kernel.db;
const minute = 60;
const hour = 60 * minute;
const realNow = Math.floor(Date.now() / 1000);
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let at: Reachable;
let channel: TestChannel;
let serial = 0;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 1, clock: { scale: 200 } });
  at = await aReachableShop(world, sandbox);
  // What the provider says comes from the story alone.
  sandbox.hold();
  const row = await system.selectFrom("whatsapp_numbers").selectAll().where("channel_id", "=", at.channelId).executeTakeFirstOrThrow();
  channel = {
    shop: at.shop,
    id: at.channelId,
    appId: row.app_id ?? "",
    phoneNumberId: row.phone_number_id,
    accountId: row.account_id,
    displayPhoneNumber: row.display_phone_number,
    appSecret: at.number.appSecret,
    portfolioId: row.portfolio_id,
  };
  for (const [name, category] of [
    ["plain_utility", "UTILITY"],
    ["plain_offer", "MARKETING"],
  ] as const)
    sandbox.addTemplate(row.account_id, {
      name,
      language: "en",
      category,
      components: [{ type: "BODY", text: "We have news for you today." }],
    });
  await at.api.post(`/channels/${at.channelId}/templates/sync`);
});
afterAll(async () => {
  vi.useRealTimers();
  await sandbox.close();
});

const whats = [
  "writes",
  "writes",
  "writes late",
  "presses a button",
  "calls",
  "comes from an ad",
  "edits",
  "reacts",
  "changes device",
  "changes number",
  "changes user id",
  "shop answers by phone",
  "history is told",
  "stops marketing",
  "resumes marketing",
  "member records consent",
  "member records withdrawal",
  "free-form",
  "free-form",
  "free-form",
  "utility",
  "marketing",
  "marketing",
  "the utility template is turned into marketing",
  "the template is utility again",
  "dispatch",
  "dispatch",
];
const story = fc.array(
  fc.record({
    what: fc.constantFrom(...whats),
    // Minutes, or right at the edges of the day.
    after: fc.oneof(
      fc.integer({ min: 0, max: 90 }).map((seconds) => seconds),
      fc.integer({ min: 1, max: 7 * hour }),
      fc.constantFrom(
        24 * hour - 4 * minute,
        24 * hour - 3 * minute,
        24 * hour - 2 * minute,
        24 * hour - 20,
        24 * hour,
        3 * minute,
        30 * hour,
      ),
    ),
    back: fc.integer({ min: 1, max: 40 * hour }),
  }),
  { minLength: 6, maxLength: 26 },
);

/** What a person may be sent, by the provider's and the law's rules, in a few lines. */
const rules = () => {
  let lastWritten = Number.NEGATIVE_INFINITY;
  let turned = false;
  const said: { at: number; granted: boolean }[] = [];
  const granted = () => {
    const last = Math.max(...said.map((one) => one.at));
    const latest = said.filter((one) => one.at === last);
    return latest.length > 0 && latest.every((one) => one.granted);
  };
  return {
    written: (moment: number) => {
      lastWritten = Math.max(lastWritten, moment);
    },
    consent: (moment: number, yes: boolean) => void said.push({ at: moment, granted: yes }),
    /** Planning keeps three minutes of the day in hand, sending fifteen seconds. */
    may: (kind: string, moment: number, margin: number, plannedAsMarketing = false): boolean => {
      if (kind === "free-form") return lastWritten + 24 * hour - margin > moment;
      return (kind === "utility" && !turned && !plannedAsMarketing) || granted();
    },
    turned: () => turned,
    turn: (marketing: boolean) => {
      turned = marketing;
    },
  };
};

test("never a free-form message outside the window, never marketing without consent, and never a wrong refusal, at planning and at sending", async () => {
  const counts = { planned: 0, refused: 0, sent: 0, stopped: 0 };
  await fc.assert(
    fc.asyncProperty(story, async (steps) => {
      const me = ++serial;
      const model = rules();
      let now = realNow - 40 * 24 * hour;
      const move = (seconds: number) => {
        now += seconds;
        vi.useFakeTimers({ toFake: ["Date"], now: now * 1000 });
      };
      move(0);
      const who = { phone: `44${7_100_000_000 + me * 1000}`, userId: `GB.9${String(me).padStart(6, "0")}`, name: `Customer ${me}` };
      let changes = 0;
      const id = () => `wamid.window.${me}.${++changes}`;
      const contacts = () => [{ profile: { name: who.name }, wa_id: who.phone, user_id: who.userId }];
      const body = (value: Record<string, unknown>, field = "messages") =>
        intake(channel, [bodyOf(channel, value, field)], [new Date(now * 1000)]);
      const inbound = (fields: Record<string, unknown>, moment = now) =>
        body({
          contacts: contacts(),
          messages: [{ from: who.phone, from_user_id: who.userId, id: id(), timestamp: String(moment), ...fields }],
        });
      const text = { type: "text", text: { body: "hello" } };

      // Somebody who has written once, long ago.
      const first = id();
      await body({
        contacts: contacts(),
        messages: [{ from: who.phone, from_user_id: who.userId, id: first, timestamp: String(now - 60 * hour), ...text }],
      });
      model.written(now - 60 * hour);
      const conversation = await system
        .selectFrom("messages")
        .select(["conversation_id", "contact_id"])
        .where("organization_id", "=", at.shop.id)
        .where("provider_id", "=", first)
        .executeTakeFirstOrThrow();
      const waiting: { kind: string; messageId: string; asMarketing: boolean }[] = [];
      const consent = (action: "granted" | "withdrawn") =>
        system.transaction().execute((tx) =>
          recordConsent(tx, at.shop.id, {
            contactId: conversation.contact_id,
            channel: "whatsapp",
            purpose: "marketing",
            action,
            source: "member",
            proof: {},
            actor: { kind: "system", name: "test" },
            occurredAt: new Date(),
          }),
        );
      const preference = (value: string) =>
        body(
          {
            contacts: contacts(),
            user_preferences: [{ wa_id: who.phone, user_id: who.userId, category: "marketing_messages", value, timestamp: now }],
          },
          "user_preferences",
        );
      const system_ = (fields: Record<string, unknown>, from: Record<string, unknown>) =>
        body({ messages: [{ ...from, id: id(), timestamp: String(now), type: "system", system: fields }] });

      const turn = async (marketing: boolean) => {
        await system
          .updateTable("whatsapp_templates")
          .set({ category: marketing ? "MARKETING" : "UTILITY" })
          .where("organization_id", "=", at.shop.id)
          .where("name", "=", "plain_utility")
          .execute();
        model.turn(marketing);
      };
      await turn(false);

      const attempt = async (kind: string) => {
        const words = `${kind} ${me}.${++changes}`;
        const template = { type: "template", name: kind === "utility" ? "plain_utility" : "plain_offer", language: "en" };
        const answer: Answer<{ id: string; error?: { code: string } }> = await send(
          at,
          conversation.conversation_id,
          kind === "free-form" ? { type: "text", text: words } : template,
        );
        const allowed = model.may(kind, now, 3 * minute);
        expect([kind, answer.status, answer.body.error?.code ?? null], `${kind} at planning`).toEqual(
          allowed ? [kind, 201, null] : [kind, 409, kind === "free-form" ? "window_closed" : expect.stringMatching(/^consent_/)],
        );
        counts[allowed ? "planned" : "refused"] += 1;
        if (allowed) waiting.push({ kind, messageId: answer.body.id, asMarketing: model.turned() });
      };
      const dispatch = async () => {
        if (waiting.length === 0) return;
        const before = sandbox.received.messages.length;
        const stop = startDispatcher(world.kernel);
        const rows = await eventually(async () => {
          const found = await system
            .selectFrom("messages")
            .select(["id", "state", "failure"])
            .where("organization_id", "=", at.shop.id)
            .where(
              "id",
              "in",
              waiting.map((one) => one.messageId),
            )
            .execute();
          return found.every((row) => row.state === "accepted" || row.state === "failed") ? found : null;
        }, "all that waits to be sent or stopped");
        await stop();
        const right = waiting.filter((one) => model.may(one.kind, now, 15, one.asMarketing));
        const states = new Map(rows.map((row) => [row.id, row]));
        for (const one of waiting) {
          const row = states.get(one.messageId);
          const failure = row?.failure as { code: string } | null;
          expect([one.kind, row?.state, failure?.code ?? null], `${one.kind} at sending`).toEqual(
            right.includes(one)
              ? [one.kind, "accepted", null]
              : [one.kind, "failed", one.kind === "free-form" ? "window_closed" : expect.stringMatching(/^consent_/)],
          );
        }
        expect(sandbox.received.messages.length - before).toBe(right.length);
        counts.sent += right.length;
        counts.stopped += waiting.length - right.length;
        waiting.length = 0;
      };

      for (const { what, after, back } of steps) {
        move(after);
        if (what === "writes") {
          await inbound(text);
          model.written(now);
        } else if (what === "writes late") {
          await inbound(text, now - back);
          model.written(now - back);
        } else if (what === "presses a button") {
          await inbound({ type: "button", button: { text: "Yes", payload: "yes" } });
          model.written(now);
        } else if (what === "calls") {
          await body({
            contacts: contacts(),
            calls: [
              {
                id: id(),
                from: who.phone,
                from_user_id: who.userId,
                event: "connect",
                direction: "USER_INITIATED",
                timestamp: String(now),
              },
            ],
          });
          model.written(now);
        } else if (what === "comes from an ad") {
          // Three days free of charge, and a day of the window like any message.
          await inbound({ ...text, referral: { source_type: "ad", source_id: "7", source_url: "https://example.com" } });
          model.written(now);
        } else if (what === "edits") await inbound({ type: "edit", edit: { original_message_id: first, message: text } });
        else if (what === "reacts") await inbound({ type: "reaction", reaction: { message_id: first, emoji: "👍" } });
        else if (what === "changes device")
          await inbound({ type: "system", system: { type: "customer_identity_changed", identity: "hash" } });
        else if (what === "changes number") {
          const [from, to] = [who.phone, `44${Number(who.phone.slice(2)) + 1}`];
          await system_({ type: "user_changed_number", wa_id: to, body: `User changed from ${from} to ${to}` }, { from });
          who.phone = to;
        } else if (what === "changes user id") {
          const [from, to] = [who.userId, `${who.userId}0`];
          await system_({ type: "user_changed_user_id", user_id: to, body: `User changed from ${from} to ${to}` }, { from_user_id: from });
          who.userId = to;
        } else if (what === "shop answers by phone")
          await body(
            {
              contacts: contacts(),
              message_echoes: [
                {
                  from: channel.displayPhoneNumber.replace(/\D/g, ""),
                  to: who.phone,
                  to_user_id: who.userId,
                  id: id(),
                  timestamp: String(now),
                  ...text,
                },
              ],
            },
            "smb_message_echoes",
          );
        else if (what === "history is told")
          await body(
            {
              history: [
                {
                  metadata: {},
                  threads: [{ id: who.phone, messages: [{ from: who.phone, id: id(), timestamp: String(now - back), ...text }] }],
                },
              ],
            },
            "history",
          );
        else if (what === "stops marketing") {
          await preference("stop");
          model.consent(now, false);
        } else if (what === "resumes marketing") {
          await preference("resume");
          model.consent(now, true);
        } else if (what === "member records consent") {
          await consent("granted");
          model.consent(now, true);
        } else if (what === "member records withdrawal") {
          await consent("withdrawn");
          model.consent(now, false);
        } else if (what === "the utility template is turned into marketing") await turn(true);
        else if (what === "the template is utility again") await turn(false);
        else if (what === "dispatch") await dispatch();
        else await attempt(what);
      }
      await dispatch();
      // One person all along, whatever they were called: one thread holds all of it.
      const threads = await system
        .selectFrom("messages")
        .select("conversation_id")
        .distinct()
        .where("organization_id", "=", at.shop.id)
        .where("provider_id", "like", `wamid.window.${me}.%`)
        .execute();
      expect(threads.length).toBe(1);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 25), interruptAfterTimeLimit: Number(process.env.FC_MS ?? 60_000) },
  );
  // The examples do reach every corner.
  for (const [corner, count] of Object.entries(counts)) expect(count, corner).toBeGreaterThan(3);
}, 160_000);
