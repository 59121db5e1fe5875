import { createHash, randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { anObserver, type Wish, wish } from "./agents.ts";
import { chances } from "./chance.ts";
import { aHouse, within } from "./house.ts";
import { expectAuditChain, expectInbound, expectOutbound, type Said, settled, timePasses } from "./outcome.ts";
import { progress, tell } from "./tell.ts";

const inbound = Number(process.env.KILL_INBOUND ?? 5000);
const outbound = Number(process.env.KILL_OUTBOUND ?? 500);
const kills = Number(process.env.KILL_TIMES ?? 10);
/** How much faster the sandbox waits: what was refused while the server was down comes again within seconds. */
const scale = 100;
const people = Math.max(10, Math.min(100, inbound / 20));

test("killed again and again while customers write and agents answer: nothing is lost, nothing is sent twice", async () => {
  const chance = chances();
  const now = progress("sigkill");
  const house = await aHouse("sigkill", { scale });
  try {
    await house.open();
    const agents = [await house.apiKey("one"), await house.apiKey("two"), await house.session(), await house.session()];
    const watcher = anObserver(house, await house.apiKey("watcher"));
    house.sandbox.faults({ repeat: 0.1, disorder: 0.2, batch: 6, delayMs: [0, 2000] });

    // Customers.
    const said: Said[] = [];
    const customers = Array.from({ length: people }, (_, at) => {
      const phone = `4477009${String(10_000 + at)}`;
      return {
        phone,
        customer: house.sandbox.addCustomer({
          name: `Customer ${at}`,
          userId: `GB.1${String(at).padStart(5, "0")}`,
          phone,
          persona: "silent",
        }),
      };
    });
    const begin = Math.floor(Date.now() / 1000) - 3 * 3600;
    const say = (serial: number) => {
      const { phone, customer } = customers[serial % people] as (typeof customers)[number];
      const at = begin + Math.floor(serial / people);
      const text = `message ${serial}`;
      const bytes =
        serial % 10 === 3 ? Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), randomBytes(2000 + chance.whole(6000))]) : null;
      const content = bytes
        ? ({ type: "image", image: { base64: bytes.toString("base64"), mime_type: "image/png", caption: text } } as const)
        : text;
      const id = house.sandbox.customerSends(house.number.phone, customer, content, { timestamp: at });
      said.push({ id, customer: phone, text, at, sha256: bytes && createHash("sha256").update(bytes).digest("hex") });
    };
    let done = false;
    const speak = async (seconds: number) => {
      const begun = Date.now();
      while (said.length < inbound) {
        const due = Math.min(inbound, Math.ceil(((Date.now() - begun) / 1000 / seconds) * inbound));
        while (said.length < due) say(said.length);
        await pause(50);
      }
    };

    // Agents.
    const conversations = async () =>
      (await house.query<{ id: string }>("select id from conversations where window_until > now() + interval '1 hour' order by id")).map(
        (row) => row.id,
      );
    const wishes: Wish[] = [];
    const asked: Promise<unknown>[] = [];
    const work = async (agent: number, seconds: number) => {
      const own = Math.floor(outbound / agents.length);
      const begun = Date.now();
      let known = await within(60, "conversations to answer in", async () => {
        const found = await conversations().catch(() => []);
        return found.length >= Math.min(10, people) ? found : null;
      });
      // Written in time, whether or not the last one has been answered: several are under way when the server dies.
      const written: Promise<unknown>[] = [];
      for (let at = 0; at < own; at++) {
        if (at % 20 === 19) known = await conversations().catch(() => known);
        const asking = wish(house, agents[agent] as Record<string, string>, chance.oneOf(known), `answer ${agent}.${at}`, `${agent}-${at}`);
        written.push(asking.then((done) => wishes.push(done)));
        await pause(Math.max(0, begun + ((at + 1) / own) * seconds * 1000 - Date.now()));
      }
      await Promise.all(written);
    };
    const watch = async () => {
      while (!done) {
        const late = [...new Set(wishes.slice(-60).map((one) => one.conversationId))].slice(0, 12);
        await watcher.look(late);
        await pause(250);
      }
    };

    // Death.
    const killed = { server: 0, database: 0, both: 0, starting: 0 };
    const ways = (["server", "database", "both", "starting", "server"] as const)
      .map((what) => ({ what, place: chance.next() }))
      .toSorted((a, b) => a.place - b.place);
    const kill = async () => {
      for (let at = 0; at < kills; at++) {
        await pause(chance.between(2000, 6000));
        const { what } = ways[at % ways.length] as (typeof ways)[number];
        if (what !== "server") house.killDatabase();
        if (what !== "database") await house.killServer();
        killed[what] += 1;
        now(`killed ${what}, ${said.length} said, ${wishes.length} answered`);
        if (what === "starting") {
          // Killed once more while it recovers.
          const starting = house.start().catch(() => {});
          await pause(chance.between(100, 2500));
          await house.killServer();
          await starting;
        }
        if (what !== "database") await house.start();
      }
    };
    const seconds = Number(process.env.KILL_SECONDS ?? 60);
    asked.push(speak(seconds), kill(), ...agents.map((_, agent) => work(agent, seconds)));
    const watching = watch();
    await Promise.all(asked);
    done = true;
    await watching;

    now("all is said; the last webhooks are told again until they are taken");
    // Caught in the middle: the provider has them, its answers are late, its statuses held back.
    house.sandbox.faults({});
    await house.sandbox.idle();
    await house.killServer();
    await timePasses(house, 10).catch(() => {});
    await house.start();
    await settled(house, 60);
    now("all has settled");
    house.sandbox.hold();
    house.sandbox.graphFaults({ lateMs: 5000 * scale });
    const before = house.sandbox.received.messages.length;
    const targets = (await conversations()).slice(0, 24);
    const middle = await Promise.all(
      targets.map((id, at) => wish(house, agents[0] as Record<string, string>, id, `caught ${at}`, `caught-${at}`)),
    );
    wishes.push(...middle);
    await within(
      30,
      "messages to be on the wire",
      async () => house.sandbox.received.messages.length >= before + Math.min(8, targets.length),
    );
    await house.killServer();
    const caught = house.sandbox.received.messages.slice(before).map((message) => String((message.body.text as { body: string }).body));
    house.sandbox.graphFaults({});
    await timePasses(house, 10);
    await house.start();
    const inFlight = middle.filter((one) => caught.includes(one.text));
    await within(60, "each message in flight to be shown as unknown", async () => {
      await watcher.look(inFlight.map((one) => one.conversationId));
      return inFlight.every((one) => watcher.statesOf(one.messageId).has("unknown"));
    });
    now(`${inFlight.length} caught in flight and shown as unknown`);
    house.sandbox.release();
    await settled(house, 90);
    await within(30, "each to be resolved by its status", async () => {
      await watcher.look(inFlight.map((one) => one.conversationId));
      return inFlight.every((one) => ["delivered", "read"].some((state) => watcher.statesOf(one.messageId).has(state)));
    });

    now("resolved; counting");
    await expectInbound(house, said);
    const ended = await expectOutbound(house, wishes);
    const unresolved = new Set(
      (await house.query<{ message_id: string }>("select message_id from deliveries where state = 'unknown'")).map((row) => row.message_id),
    );
    // What is unknown for ever never reached the provider: somebody says so, and the wish has ended.
    const lost = wishes.filter((one) => unresolved.has(one.messageId));
    for (const { conversationId, messageId } of lost) {
      const answer = await house.page<{ state: string }>("POST", `/conversations/${conversationId}/messages/${messageId}/resolve`, {
        outcome: "not_arrived",
      });
      expect(answer.state).toBe("failed");
    }
    const entries = await expectAuditChain(house);
    expect(house.sandbox.webhooks.givenUp).toBe(0);
    const unknown = wishes.filter((one) => watcher.statesOf(one.messageId).has("unknown")).length;
    tell("sigkill", {
      killed: Object.values(killed).reduce((sum, times) => sum + times, 2 + killed.starting),
      ...killed,
      inbound: said.length,
      files: said.filter((one) => one.sha256).length,
      webhooks: house.sandbox.webhooks.posted,
      outbound: wishes.length,
      ...ended,
      "seen unknown": unknown,
      "in flight at the last kill": inFlight.length,
      "asked again": wishes.filter((one) => one.tries > 1).length,
      "audit entries": entries,
    });
  } finally {
    await house.close();
  }
}, 420_000);
