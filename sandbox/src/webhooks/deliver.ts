import { strikes } from "../faults.ts";
import { type App, accountOf, type Json, type World } from "../world.ts";
import { rawBody, signatureOf } from "./sign.ts";

/** One change on its way to the app. Changes of one `order` key arrive in turn unless a fault says otherwise. */
export type Change = { accountId: string; field: string; value: Json; order: string };

export type Delivery = ReturnType<typeof startDelivery>;

/** Meta repeats for up to seven days; here nine times over about a day of sandbox time. */
const retryGaps = [5, 15, 60, 300, 900, 3600, 3600, 14400, 43200].map((seconds) => seconds * 1000);

export const startDelivery = (world: World) => {
  const counts = { posted: 0, accepted: 0, refused: 0, retries: 0, repeats: 0, givenUp: 0, unsubscribed: 0 };
  const turns = new Map<string, Promise<unknown>>();
  const gathered = new Map<string, { changes: Change[]; sent: Promise<void> }>();
  const stopping = new AbortController();
  const connections = slots(64);
  let held: Change[] | undefined;

  /** Answers when the app was first reached (or could not be), at once when held. */
  const post = (change: Change): Promise<void> => {
    const { subscribed, appId } = accountOf(world, change.accountId);
    if (!subscribed || world.apps.get(appId)?.fields?.includes(change.field) === false) {
      counts.unsubscribed += 1;
      return Promise.resolve();
    }
    if (held) {
      held.push(change);
      world.changed();
      return Promise.resolve();
    }
    return world.clock.track(dispatch(change));
  };

  const dispatch = async (change: Change): Promise<void> => {
    const { delayMs, repeat, disorder } = world.faults;
    const random = world.random("webhooks");
    const delay = delayMs ? random.between(...delayMs) : 0;
    if (strikes(world, "repeat", repeat)) {
      counts.repeats += 1;
      void world.clock.after(delay + random.between(10, 4000), () => send([change]));
    }
    if (strikes(world, "disorder", disorder)) {
      if (await world.clock.wait(delay + random.between(50, 3000))) await send([change]);
      return;
    }
    const ready = delay > 0 ? world.clock.wait(delay) : Promise.resolve(true);
    let sent: Promise<void> | undefined;
    await inTurn(change.order, async () => {
      if (!(await ready)) return;
      // Whoever has joined a batch need not wait for it to leave: the batches themselves go in turn.
      if (world.faults.batch) sent = gather(change, world.faults.batch);
      else await send([change]);
    });
    await sent;
  };

  const inTurn = (key: string, job: () => Promise<void>): Promise<void> => {
    const turn = (turns.get(key) ?? Promise.resolve()).then(job);
    turns.set(key, turn);
    return turn.finally(() => {
      if (turns.get(key) === turn) turns.delete(key);
    });
  };

  const gather = (change: Change, most: number): Promise<void> => {
    const key = target(change.accountId).url;
    const batch = gathered.get(key);
    if (batch && batch.changes.length < most) {
      batch.changes.push(change);
      return batch.sent;
    }
    const changes = [change];
    const sent = world.clock.wait(250).then(() => {
      if (gathered.get(key)?.changes === changes) gathered.delete(key);
      return inTurn(`batch:${key}`, () => send(changes));
    });
    gathered.set(key, { changes, sent });
    return sent;
  };

  const send = async (changes: Change[]): Promise<void> => {
    const first = changes[0];
    if (!first) return;
    const { app, url } = target(first.accountId);
    const raw = rawBody(bodyOf(changes));
    if (await attempt(app, url, raw)) return;
    // The first try decides whose turn is next; the rest goes on beside it, as with Meta.
    void world.clock.track(again(app, url, raw));
  };

  const again = async (app: App, url: string, raw: Buffer): Promise<void> => {
    for (const gap of retryGaps) {
      if (!(await world.clock.wait(gap))) return;
      counts.retries += 1;
      if (await attempt(app, url, raw)) return;
    }
    counts.givenUp += 1;
  };

  const attempt = async (app: App, url: string, raw: Buffer): Promise<boolean> => {
    await connections.take();
    counts.posted += 1;
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "user-agent": "facebookexternalua",
          "x-hub-signature-256": signatureOf(raw, app.appSecret),
        },
        body: new Uint8Array(raw),
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(20_000)]),
      });
      await answer.arrayBuffer();
      if (answer.status === 200) counts.accepted += 1;
      else counts.refused += 1;
      world.log(`webhook ${url} ${answer.status}`);
      return answer.status === 200;
    } catch (problem) {
      counts.refused += 1;
      world.log(`webhook ${url} ${String(problem)}`);
      return stopping.signal.aborted;
    } finally {
      connections.give();
      world.changed();
    }
  };

  const target = (accountId: string): { app: App; url: string } => {
    const account = accountOf(world, accountId);
    const app = world.apps.get(account.appId);
    if (!app) throw new Error(`the sandbox has no app ${account.appId}`);
    return { app, url: account.callbackOverride ?? app.webhookUrl };
  };

  return {
    counts,
    post,
    held: (): Change[] => held ?? [],
    hold: () => {
      held ??= [];
    },
    /** Lets all go, or the oldest `count` while the others stay held. */
    release: (count?: number): void => {
      const waiting = held ?? [];
      const going = count === undefined ? waiting : waiting.splice(0, count);
      if (count === undefined) held = undefined;
      for (const change of going) void world.clock.track(dispatch(change));
    },
    stop: () => stopping.abort(),
  };
};

export const bodyOf = (changes: Change[]): Json => {
  const entries: { id: string; time?: number; changes: { field: string; value: Json }[] }[] = [];
  for (const { accountId, field, value } of changes) {
    let entry = entries.find((one) => one.id === accountId);
    if (!entry) {
      // Meta dates the entry only where the value carries no time of its own.
      entry = { id: accountId, ...("metadata" in value ? {} : { time: Math.floor(Date.now() / 1000) }), changes: [] };
      entries.push(entry);
    }
    const last = entry.changes.at(-1);
    const joined = last?.field === field ? joinMessages(last.value, value) : undefined;
    if (last && joined) last.value = joined;
    else entry.changes.push({ field, value });
  }
  return { object: "whatsapp_business_account", entry: entries };
};

/** Messages of one number may share a value, as Meta does it; anything else stays a change of its own. */
const joinMessages = (one: Json, other: Json): Json | undefined => {
  const [mine, theirs] = [one.messages, other.messages];
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return undefined;
  if (JSON.stringify(one.metadata) !== JSON.stringify(other.metadata)) return undefined;
  const contacts = [...listOf(one.contacts), ...listOf(other.contacts)];
  const distinct = [...new Map(contacts.map((contact) => [JSON.stringify(contact), contact])).values()];
  return { ...one, ...(distinct.length > 0 ? { contacts: distinct } : {}), messages: [...mine, ...theirs] };
};

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const slots = (free: number) => {
  const waiting: (() => void)[] = [];
  return {
    take: async () => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    give: () => {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    },
  };
};
