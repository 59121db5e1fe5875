import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { chainHash } from "../../src/kernel/audit.ts";
import type { Wish } from "./agents.ts";
import { type House, within } from "./house.ts";

export type Said = { id: string; customer: string; text: string | null; sha256: string | null; at: number };

/**
 * As if the server had been away for a while: nobody works on anything, and every lease and every waiting time that is kept in the
 * database has run out. Only while the server is down.
 */
export const timePasses = async (house: House, minutes: number): Promise<void> => {
  if (house.isUp()) throw new Error("time passes only while nobody works");
  // PostgreSQL alone: by a command of ours it is started, and left to the server's next start.
  await house.query(
    `update deliveries set lease_until = lease_until - ${minutes} * interval '1 minute', due_at = due_at - ${minutes} * interval '1 minute' where state in ('queued', 'sending')`,
  );
  await house.query(
    `update graphile_worker._private_jobs set run_at = run_at - ${minutes} * interval '1 minute', locked_at = locked_at - ${minutes} * interval '1 minute'`,
  );
};

/** Waits until nothing is under way any more, on either side. */
export const settled = async (house: House, seconds: number): Promise<void> => {
  await house.sandbox.idle();
  await within(seconds, "the journal, the jobs and the outbox to be empty", async () => {
    const [left] = await house.query<{ journal: string; jobs: string; files: string; out: string }>(
      `select (select count(*) from intake_journal where projected_at is null) as journal,
              (select count(*) from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'whatsapp.fetch-media') as jobs,
              (select count(*) from files where state = 'pending') as files,
              (select count(*) from deliveries where state in ('queued', 'sending')) as out`,
    );
    return left && Object.values(left).every((count) => count === "0");
  });
  await house.sandbox.idle();
};

/** Every message that was said is in its thread exactly once, in order, with its file; counts and previews say the same. */
export const expectInbound = async (house: House, said: Said[]): Promise<void> => {
  const rows = await house.query<{
    provider_id: string;
    who: string;
    conversation_id: string;
    body: string | null;
    file_state: string | null;
    sha256: string | null;
    file_id: string | null;
    organization_id: string;
  }>(
    `select m.provider_id, i.value as who, m.conversation_id, m.body, f.state as file_state, f.sha256, m.file_id, m.organization_id
       from messages m join conversations c on c.organization_id = m.organization_id and c.id = m.conversation_id
       join identities i on i.organization_id = c.organization_id and i.contact_id = c.contact_id and i.kind = 'phone'
       left join files f on f.organization_id = m.organization_id and f.id = m.file_id
      where m.direction = 'inbound' order by m.conversation_id, m.occurred_at, m.id`,
  );
  expect(rows.length, "inbound messages stored").toBe(said.length);
  const threads = Map.groupBy(rows, (row) => row.who);
  for (const [customer, own] of Map.groupBy(said, (one) => one.customer)) {
    const thread = threads.get(customer) ?? [];
    expect(new Set(thread.map((row) => row.conversation_id)).size, `conversations of ${customer}`).toBe(1);
    expect(thread.map((row) => [row.provider_id, row.body])).toEqual(own.toSorted((a, b) => a.at - b.at).map((one) => [one.id, one.text]));
  }
  const files = new Map(rows.map((row) => [row.provider_id, row]));
  for (const { id, sha256 } of said) {
    if (sha256 === null) continue;
    const row = files.get(id);
    expect([row?.file_state, row?.sha256], `the file of ${id}`).toEqual(["stored", sha256]);
    const bytes = readFileSync(join(house.data, "files", row?.organization_id ?? "", row?.file_id?.slice(-2) ?? "", row?.file_id ?? ""));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  }
  const wrong = await house.query(
    `select c.id, c.inbound_count, c.message_count, x.* from conversations c
      cross join lateral (select count(*) filter (where m.direction = 'inbound') as inbound, count(*) as messages,
                 (array_agg(m.id order by m.occurred_at desc, m.id desc))[1] as last from messages m where m.organization_id = c.organization_id and m.conversation_id = c.id) x
      where c.inbound_count <> x.inbound or c.message_count <> x.messages
         or (c.last_message_id <> x.last and c.last_message_at <> (select occurred_at from messages m where m.organization_id = c.organization_id and m.id = x.last))`,
  );
  expect(wrong, "counts and last messages that do not fit the thread").toEqual([]);
};

/** Each wish became one message, the provider has each at most once, and none is left in between. Answers how they ended. */
export const expectOutbound = async (house: House, wishes: Wish[]): Promise<Record<string, number>> => {
  const received = new Map<string, number>();
  for (const message of house.sandbox.received.messages) {
    const key = message.biz_opaque_callback_data ?? "";
    received.set(key, (received.get(key) ?? 0) + 1);
  }
  expect(
    [...received].filter(([, times]) => times > 1),
    "messages the provider got twice",
  ).toEqual([]);
  const rows = await house.query<{ id: string; message_id: string; state: string; shown: string; body: string; lease_until: Date | null }>(
    "select d.id, d.message_id, d.state, m.state as shown, m.body, d.lease_until from deliveries d join messages m on m.organization_id = d.organization_id and m.id = d.message_id",
  );
  const byMessage = Map.groupBy(rows, (row) => row.message_id);
  expect(byMessage.size, "messages with a delivery").toBe(wishes.length);
  const ended: Record<string, number> = {};
  for (const { messageId, text } of wishes) {
    const own = byMessage.get(messageId) ?? [];
    expect(own.length, `deliveries of ${text}`).toBe(1);
    const [row] = own;
    expect(row?.body).toBe(text);
    expect(row?.shown, "what is shown is what is so").toBe(row?.state);
    expect(row?.lease_until, "nobody holds it any more").toBeNull();
    const arrived = received.has(row?.id ?? "");
    // Unknown for ever is only what never arrived: everything that did was told by its status.
    if (row?.state === "unknown") expect(arrived, `${text} is unknown though it arrived`).toBe(false);
    else
      expect([arrived, ["sent", "delivered", "read"].includes(row?.state ?? "")], `${text} ended as ${row?.state}`).toEqual([true, true]);
    ended[row?.state ?? ""] = (ended[row?.state ?? ""] ?? 0) + 1;
  }
  return ended;
};

/** docs/audit-log.md's check, for every organization. */
export const expectAuditChain = async (house: House): Promise<number> => {
  const rows = await house.query<{
    organization_id: string;
    position: string;
    at: Date;
    actor: unknown;
    action: string;
    target: unknown;
    details: unknown;
    hash: string;
    previous_hash: string;
  }>("select * from audit_log order by organization_id, position");
  for (const chain of Map.groupBy(rows, (row) => row.organization_id).values()) {
    let previous = "0".repeat(64);
    for (const [place, { position, at, actor, action, target, details, hash, previous_hash }] of chain.entries()) {
      expect([position, previous_hash]).toEqual([String(place + 1), previous]);
      expect(hash).toBe(chainHash(previous, { position, at, actor, action, target, details }));
      previous = hash;
    }
  }
  return rows.length;
};
