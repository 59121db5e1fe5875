import fc from "fast-check";
import { expect, test } from "vitest";
import { anOrganization } from "../../../../../test/builders.ts";
import { emptyProjection, intake, projectionOf, rowsOf } from "../../../../../test/projection.builders.ts";
import { bodyWith, type News, type Step, steps, tell } from "../../../../../test/story.builders.ts";
import { aNumberOfItsOwn, type TestChannel } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { replayFrom } from "./replay-journal.ts";

const world = await aWorld();
const begin = Math.floor(Date.now() / 1000) - 5 * 86_400;

/** The same number and account in another organization and app, so that two projections of one story can be compared. */
const twoChannels = async (): Promise<[TestChannel, TestChannel]> => {
  const one = await aNumberOfItsOwn(await anOrganization(world));
  const { shop: _, id: __, appId: ___, appSecret: ____, ...same } = one;
  const other = await aNumberOfItsOwn(await anOrganization(world), same);
  return [one, other];
};

const project = async (channel: TestChannel, bodies: News[][], batches: number[]) => {
  // What happens is long past, and all arrives at one moment: no time but the provider's decides.
  const receivedAt = new Date((begin + 4 * 86_400) * 1000);
  let from = 0;
  for (const size of [...batches, bodies.length]) {
    const batch = bodies.slice(from, from + size);
    from += size;
    if (batch.length === 0) break;
    await intake(
      channel,
      batch.map((news) => bodyWith(channel, news)),
      batch.map(() => receivedAt),
    );
  }
  return projectionOf(channel.shop);
};

const oneByOne = (news: News[]) => news.map((one) => [one]);
const split = (news: News[], sizes: number[]): News[][] => {
  const bodies: News[][] = [];
  for (let at = 0, from = 0; from < news.length; at++) {
    const size = sizes[at % sizes.length] ?? 1;
    bodies.push(news.slice(from, from + size));
    from += size;
  }
  return bodies;
};

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
const story = steps({ min: 3, max: 26 });

test("however a story is split into bodies and batches, and whatever is told twice on the way, it projects to the same", async () => {
  await fc.assert(
    fc.asyncProperty(story, sizes, sizes, fc.array(fc.nat(), { maxLength: 8 }), async (script: Step[], inBody, inBatch, repeats) => {
      const [one, other] = await twoChannels();
      const plain = tell(one, script, begin);
      fc.pre(plain.length > 0);
      const again = [...plain];
      // Told again later, never earlier: the order of what is new stays.
      for (const at of repeats) {
        const from = at % plain.length;
        const news = plain[from] as News;
        again.splice(again.lastIndexOf(news) + 1 + (at % (again.length - again.lastIndexOf(news))), 0, news);
      }
      expect(await project(other, split(again, inBody), inBatch)).toEqual(await project(one, oneByOne(plain), []));
    }),
    { numRuns: 25, interruptAfterTimeLimit: 50_000 },
  );
}, 160_000);

test("in whatever order a story arrives, with repeats and in whatever bodies, it projects to the same", async () => {
  await fc.assert(
    fc.asyncProperty(story, sizes, sizes, fc.integer({ min: 0, max: 0xffff }), async (script: Step[], inBody, inBatch, seed) => {
      const [one, other] = await twoChannels();
      const plain = tell(one, script, begin);
      fc.pre(plain.length > 0);
      expect(anyOrder(await project(other, split(shuffled(plain, seed), inBody), inBatch))).toEqual(
        anyOrder(await project(one, oneByOne(plain), [])),
      );
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 40), interruptAfterTimeLimit: Number(process.env.FC_MS ?? 50_000) },
  );
}, 160_000);

test("a replay of whatever arrived gives the same rows in an empty projection, and changes none of them in the one that is there", async () => {
  await fc.assert(
    fc.asyncProperty(story, sizes, sizes, fc.integer({ min: 0, max: 0xffff }), async (script: Step[], inBody, inBatch, seed) => {
      const channel = await aNumberOfItsOwn(await anOrganization(world));
      const plain = tell(channel, script, begin);
      fc.pre(plain.length > 0);
      const before = await project(channel, split(shuffled(plain, seed), inBody), inBatch);
      await emptyProjection(channel.shop);
      await replayFrom(world.kernel, { appId: channel.appId });
      expect(inTurn(await projectionOf(channel.shop))).toEqual(inTurn(before));
      const rows = await rowsOf(channel.shop);
      await replayFrom(world.kernel, { appId: channel.appId });
      expect(await rowsOf(channel.shop)).toEqual(rows);
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 25), interruptAfterTimeLimit: Number(process.env.FC_MS ?? 50_000) },
  );
}, 160_000);

/** A quarter of it twice, and all in any order; 0 leaves it as it was. */
const shuffled = (news: News[], seed: number): News[] => {
  const chance = chances(seed);
  const told = [...news, ...news.filter(() => seed > 0 && chance() < 0.25)];
  return told
    .map((one, at) => ({ one, place: seed === 0 ? at : chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
};

const chances = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

type Thread = { id: string; at: string; direction: string };
type Conversation = { thread: Thread[] | null; last: string | null; lastAt: string; preview: unknown; answerTo: string | null };
type Contact = { identities: [kind: string, scope: string, value: string][]; conversations: Conversation[] | null };

/** Under which of their own names somebody is answered follows from what was known of them at the time; it has to be one of them. */
const inTurn = (projection: Record<string, unknown>): Record<string, unknown> => ({
  ...projection,
  contacts: (projection.contacts as Contact[]).map((contact) => ({
    ...contact,
    conversations: contact.conversations?.map((conversation) => ({
      ...conversation,
      answerTo: conversation.answerTo === null || contact.identities.some(([, , value]) => value === conversation.answerTo),
    })),
  })),
});

/** Within one second of the provider's clock the order of arrival is all there is: which of them stands last is not compared. */
const anyOrder = (projection: Record<string, unknown>) => ({
  ...projection,
  contacts: (inTurn(projection).contacts as Contact[]).map((contact) => ({
    ...contact,
    conversations: contact.conversations?.map((conversation) => {
      const thread = (conversation.thread ?? []).toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
      const tied = thread.filter((message) => message.at === conversation.lastAt && message.direction !== "system").length > 1;
      return { ...conversation, thread, ...(tied ? { last: null, preview: null } : {}) };
    }),
  })),
});
