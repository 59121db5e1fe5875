import { expect, test } from "vitest";
import { anObserver, type Wish, wish } from "./agents.ts";
import { aHouse, within } from "./house.ts";
import { expectOutbound, settled } from "./outcome.ts";
import { progress, tell } from "./tell.ts";

const each = Number(process.env.KILL_EACH ?? 20);
const arrived = ["sent", "delivered", "read"];

test("a Graph that hangs, resets, is late, or answers 5xx after it took the message: shown as unknown, told by its status, never sent twice", async () => {
  const now = progress("graph");
  const house = await aHouse("graph", { scale: 50 });
  try {
    await house.open();
    const [agent, watcher] = [await house.apiKey("one"), anObserver(house, await house.session())];
    const people = Array.from({ length: each }, (_, at) =>
      house.sandbox.addCustomer({
        name: `Customer ${at}`,
        userId: `GB.2${String(at).padStart(5, "0")}`,
        phone: `4477008${String(10_000 + at)}`,
        persona: "silent",
      }),
    );
    for (const one of people) house.sandbox.customerSends(house.number.phone, one, "hello");
    const threads = await within(30, "the conversations", async () => {
      const rows = await house.query<{ id: string }>("select id from conversations order by id");
      return rows.length === each ? rows.map((row) => row.id) : null;
    });
    const wishes: Wish[] = [];
    const send = async (what: string) => {
      const sent = await Promise.all(threads.map((id, at) => wish(house, agent, id, `${what} ${at}`, `${what}-${at}`)));
      wishes.push(...sent);
      return sent;
    };
    const reach = (sent: Wish[], states: string[], seconds: number) =>
      within(seconds, `all to be ${states.join(" or ")}`, async () => {
        await watcher.look(sent.map((one) => one.conversationId));
        return sent.every((one) => states.some((state) => watcher.statesOf(one.messageId).has(state)));
      });
    const unknowns: Record<string, number> = {};

    // What may have arrived is unknown while nothing else is heard, and becomes what its status says.
    const faults = {
      hangs: { hang: 1 },
      resets: { reset: 1 },
      "answers 500": { status500AfterAccept: 1 },
      "answers too late": { lateMs: 11_000 * 50 },
    } as const;
    for (const [what, fault] of Object.entries(faults)) {
      house.sandbox.hold();
      house.sandbox.graphFaults(fault);
      const sent = await send(what);
      await reach(sent, ["unknown"], 60);
      unknowns[what] = sent.length;
      house.sandbox.graphFaults({});
      house.sandbox.release();
      await reach(sent, arrived, 60);
      now(`Graph ${what}: ${sent.length} unknown, then resolved`);
    }

    // What surely did not arrive is sent again by itself, once.
    house.sandbox.graphFaults({ error: { code: 131016, status: 503, times: each } });
    await reach(await send("maintenance"), arrived, 90);
    now("maintenance: refused, and sent later");

    // The status comes before the answer it belongs to.
    house.sandbox.graphFaults({ statusBeforeAnswer: true, lateMs: [0, 500 * 50] });
    await reach(await send("status first"), arrived, 60);

    // All at once, with webhooks that come twice and in any order.
    house.sandbox.faults({ repeat: 0.3, disorder: 0.3, batch: 4 });
    house.sandbox.graphFaults({ hang: 0.1, reset: 0.2, status500AfterAccept: 0.2, lateMs: [0, 2000 * 50] });
    await reach(await send("all of it"), arrived, 90);
    house.sandbox.graphFaults({});
    await settled(house, 60);
    const ended = await expectOutbound(house, wishes);
    expect(ended.unknown ?? 0).toBe(0);
    tell("graph", {
      wishes: wishes.length,
      received: house.sandbox.received.messages.length,
      ...Object.fromEntries(Object.entries(unknowns).map(([what, n]) => [`unknown when it ${what}`, n])),
      ...ended,
    });
  } finally {
    await house.close();
  }
});
