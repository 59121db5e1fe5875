import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { anObserver, type Wish, wish } from "./agents.ts";
import { aHouse, type House, within } from "./house.ts";
import { expectAuditChain, expectInbound, expectOutbound, type Said, settled } from "./outcome.ts";
import { progress, tell } from "./tell.ts";

const people = Number(process.env.KILL_EACH ?? 20);
const hour = 3600_000;
const preload = join(import.meta.dirname, "shifted-clock.mjs");

/**
 * The server's clock jumps, the customers' and the provider's do not. The database's own clock is moved the other way round: everything it
 * keeps to compare with now() is set back or ahead by as much.
 */
test("a clock that jumps ahead and back, in the server and in the database: nothing is lost, sent twice, or sent outside the window", async () => {
  const now = progress("clock");
  const house = await aHouse("clock", { scale: 50 });
  const file = join(house.folder, "shift");
  const jump = async (ms: number) => {
    writeFileSync(file, String(ms));
    await pause(300);
  };
  try {
    writeFileSync(file, "0");
    await house.open({ CLOCK_SHIFT: file }, ["--import", preload]);
    const [agent, session] = [await house.apiKey("one"), await house.session()];
    const watcher = anObserver(house, session);
    house.sandbox.faults({ repeat: 0.2, disorder: 0.2, batch: 4 });
    const customers = Array.from({ length: people }, (_, at) =>
      house.sandbox.addCustomer({
        name: `Customer ${at}`,
        userId: `GB.3${String(at).padStart(5, "0")}`,
        phone: `4477007${String(10_000 + at)}`,
        persona: "silent",
      }),
    );
    const said: Said[] = [];
    let second = Math.floor(Date.now() / 1000) - 3000;
    const speak = (text: string) => {
      second += 1;
      for (const customer of customers) {
        const id = house.sandbox.customerSends(house.number.phone, customer, text, { timestamp: second });
        said.push({ id, customer: customer.phone ?? "", text, at: second, sha256: null });
      }
    };
    const wishes: Wish[] = [];
    const threads = async () =>
      within(30, "the conversations", async () => {
        const rows = await house.query<{ id: string }>("select id from conversations order by id");
        return rows.length === people ? rows.map((row) => row.id) : null;
      });
    const answer = async (what: string) => {
      const sent = await Promise.all(
        (await threads()).map((id, at) => wish(house, at % 2 ? agent : session, id, `${what} ${at}`, `${what}-${at}`)),
      );
      wishes.push(...sent);
      return sent;
    };
    const arrive = (sent: Wish[]) =>
      within(60, "all to arrive", async () => {
        await watcher.look(sent.map((one) => one.conversationId));
        return sent.every((one) => ["sent", "delivered", "read"].some((state) => watcher.statesOf(one.messageId).has(state)));
      });

    speak("before");
    await arrive(await answer("before"));
    const jumps: [what: string, ms: number][] = [
      ["two hours ahead", 2 * hour],
      ["back to the truth", 0],
      ["an hour back, as in autumn", -hour],
      ["an hour ahead, as in spring", hour],
      ["a second back and forth", -1000],
      ["at last right", 0],
    ];
    for (const [what, ms] of jumps) {
      // While messages are on their way in and out.
      speak(`just before it goes ${what}`);
      const sent = await answer(`just before it goes ${what}`);
      await jump(ms);
      speak(what);
      sent.push(...(await answer(what)));
      await arrive(sent);
      now(`the server's clock went ${what}`);
    }

    // A clock two days ahead thinks all windows closed: it refuses, and sends nothing wrong. Right again, it sends.
    await jump(48 * hour);
    const [first] = await threads();
    const refused = await fetch(`${house.url}/api/v1/conversations/${first}/messages`, {
      method: "POST",
      headers: { "content-type": "application/json", ...agent },
      body: JSON.stringify({ type: "text", text: "too late?" }),
    });
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([409, "window_closed"]);
    await jump(0);
    await arrive(await answer("right again"));

    // The database's clock: ahead while messages are on their way, then back. Leases, waiting times, budgets and locks are in its time.
    speak("database ahead");
    const sent = await answer("just before the database goes ahead");
    await shiftDatabase(house, 120);
    await arrive(sent);
    await arrive(await answer("database ahead"));
    now("the database's clock went two hours ahead");
    await shiftDatabase(house, -120);
    speak("database back");
    await arrive(await answer("database back"));
    await arrive(await answer("database back, once more"));
    now("the database's clock went two hours back");
    await settled(house, 60);
    await expectInbound(house, said);
    const ended = await expectOutbound(house, wishes);
    expect(ended.unknown ?? 0).toBe(0);
    expect(house.sandbox.received.messages.every((message) => message.windowOpen)).toBe(true);
    tell("clock", {
      jumps: jumps.length + 4,
      inbound: said.length,
      outbound: wishes.length,
      ...ended,
      "audit entries": await expectAuditChain(house),
    });
  } finally {
    await house.close();
  }
});

/** The same as moving now() by so much: every moment that is compared with it goes the other way. */
const shiftDatabase = async (house: House, minutes: number) => {
  const by = `${-minutes} * interval '1 minute'`;
  // A deadlock with the server at work chooses one of the two.
  for (const statement of [
    `update deliveries set lease_until = lease_until + ${by}, due_at = due_at + ${by} where state in ('queued', 'sending')`,
    `update rate_buckets set updated_at = updated_at + ${by}`,
    `update graphile_worker._private_jobs set run_at = run_at + ${by}, locked_at = locked_at + ${by}`,
    `update early_arrivals set arrived_at = arrived_at + ${by}`,
  ])
    await within(10, "the moments to be moved", async () => [await house.query(statement)]);
};
