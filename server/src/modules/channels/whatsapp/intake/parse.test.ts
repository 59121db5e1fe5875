import fc from "fast-check";
import { expect, test } from "vitest";
import { anOrganization } from "../../../../../test/builders.ts";
import { aNumberOfItsOwn, aText, bodyOf, contactsOf, payload, payloadNames, receive } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { parseBody } from "./parse.ts";
import { isObject } from "./parse-json.ts";

const world = await aWorld();
const now = new Date();
const envelope = { phoneNumberId: "100000000000001", accountId: "200000000000001", displayPhoneNumber: "12025550143" };
const bodies = payloadNames.map((name) => JSON.parse(payload(name).toString()) as unknown);

type Path = (string | number)[];
const pathsOf = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(Array.isArray(value)
    ? value.flatMap((item, at) => pathsOf(item, [...path, at]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))
      : []),
];

/** The same value with what stands at a path replaced, or left out. */
const changed = (value: unknown, [step, ...rest]: Path, to: unknown): unknown => {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? changed(item, rest, to) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      key !== step ? [[key, item]] : rest.length === 0 && to === undefined ? [] : [[key, changed(item, rest, to)]],
    ),
  );
};

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    "",
    0,
    -1,
    true,
    [],
    {},
    [null],
    [[]],
    "\u0000",
    "\ud800",
    "__proto__",
    1e308,
    { toString: null },
    "99999999999999999999",
    Number.MAX_SAFE_INTEGER,
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const mutated = fc
  .tuple(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.nat(), strange), { minLength: 1, maxLength: 4 }))
  .map(([body, mutations]) =>
    mutations.reduce<unknown>((value, [at, to]) => {
      const paths = pathsOf(value);
      return changed(value, paths[at % paths.length] ?? [], to);
    }, body),
  );
const entriesOf = (body: unknown): unknown[] => (isObject(body) && Array.isArray(body.entry) ? body.entry : [body]);

const neighbour = (text: string) => bodyOf(envelope, { contacts: contactsOf(), messages: [aText(text)] }).entry[0];
const textsIn = (items: ReturnType<typeof parseBody>) =>
  items.flatMap((item) => (item.kind === "message" && item.type === "text" ? [item.body] : []));

test("whatever stands beside it, a valid entry is read, nothing throws, and every item can be stored and replayed", () => {
  fc.assert(
    fc.property(mutated, (body) => {
      const items = parseBody(
        Buffer.from(
          JSON.stringify({ object: "whatsapp_business_account", entry: [neighbour("before"), ...entriesOf(body), neighbour("after")] }),
        ),
        now,
      );
      expect(textsIn(items)).toEqual(expect.arrayContaining(["before", "after"]));
      for (const item of items) {
        const { slice, ...stored } = item;
        expect(JSON.stringify(stored)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        const again = parseBody(JSON.stringify(slice() ?? null), now);
        expect(again.length).toBeGreaterThan(0);
        if (item.kind !== "parked") expect(again.map((one) => one.kind)).toContain(item.kind);
        if (item.kind === "message")
          expect(again).toContainEqual(expect.objectContaining({ providerId: item.providerId, body: item.body, type: item.type }));
      }
    }),
    { numRuns: 1500 },
  );
});

test("whatever stands beside it in the same list, a valid message is read", () => {
  fc.assert(
    fc.property(fc.array(strange, { maxLength: 5 }), fc.array(strange, { maxLength: 5 }), strange, (before, after, contacts) => {
      const list = [...before, aText("mine"), ...after].map((item) => (item === undefined ? null : item));
      const items = parseBody(
        JSON.stringify(bodyOf(envelope, { contacts: contacts ?? null, messages: list, statuses: before.map((item) => item ?? null) })),
        now,
      );
      expect(textsIn(items)).toContain("mine");
      expect(items.length).toBeGreaterThanOrEqual(list.length);
    }),
    { numRuns: 500 },
  );
});

test("a body cut anywhere is kept whole", () => {
  fc.assert(
    fc.property(fc.constantFrom(...payloadNames), fc.double({ min: 0, max: 0.999, noNaN: true }), (name, share) => {
      const bytes = payload(name);
      const items = parseBody(bytes.subarray(0, Math.floor((bytes.length - 2) * share)), now);
      expect(items).toMatchObject([{ kind: "parked", reason: "malformed" }]);
    }),
  );
});

test("mutated bodies over HTTP: no crash, and the neighbours are stored", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world), {
    phoneNumberId: envelope.phoneNumberId,
    accountId: envelope.accountId,
  });
  const samples = fc.sample(mutated, { numRuns: 60, seed: 7 });
  for (const [at, body] of samples.entries()) {
    await receive(channel, {
      object: "whatsapp_business_account",
      entry: [neighbour(`before ${at}`), ...entriesOf(body), neighbour(`after ${at}`)],
    });
  }
  const rows = await world.kernel.db.system
    .selectFrom("messages")
    .select("body")
    .where("organization_id", "=", channel.shop.id)
    .where("body", "like", "% %")
    .execute();
  const texts = new Set(rows.map((row) => row.body));
  expect(samples.flatMap((_body, at) => [`before ${at}`, `after ${at}`]).filter((text) => !texts.has(text))).toEqual([]);
}, 120_000);

test("a body nested a hundred thousand levels deep is one item to park, not the end of the projector", () => {
  const deep = `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"x","value":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}}]}]}`;
  const items = parseBody(Buffer.from(deep), new Date());
  expect(items).toHaveLength(1);
  expect(items[0]?.kind).toBe("parked");
});
