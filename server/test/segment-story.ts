import fc from "fast-check";
import { sql } from "kysely";
import type { Tx } from "../src/kernel/db/pools.ts";
import { emitMany } from "../src/kernel/events.ts";
import { idAt, newId } from "../src/kernel/id.ts";
import { Rule, type RuleGroup } from "../src/modules/audience/rule.api.ts";
import { writeTouches } from "../src/modules/audience/segment-touch.ts";
import type { Shop } from "./builders.ts";

// Random rules and random lives: what people do, what is done to them, and the passing of time.

export const start = new Date("2026-03-20T09:30:00Z");
const minute = 60_000;
const day = 86_400_000;
export const [people, segments, tagCount] = [6, 5, 3];

const amount = fc.record({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constantFrom("minutes", "hours", "days") });
const date = fc.integer({ min: -20, max: 60 }).map((days) => new Date(start.getTime() + days * day).toISOString());
const window = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: "ever" }) },
  { weight: 4, arbitrary: amount.map((last) => ({ kind: "last", ...last })) },
  {
    weight: 1,
    arbitrary: fc.tuple(date, date, fc.boolean(), fc.boolean()).map(([a, b, noFrom, noTo]) => ({
      kind: "between",
      from: noFrom ? null : a < b ? a : b,
      to: noTo ? null : a < b ? b : a,
    })),
  },
);
const names = ["order", "view", "click"] as const;
const property = fc.oneof(
  fc.record({
    property: fc.constant("amount"),
    op: fc.constantFrom("is", "more_than", "at_least", "less_than", "is_not"),
    value: fc.integer({ min: -3, max: 9 }),
  }),
  fc.record({
    property: fc.constant("sku"),
    op: fc.constantFrom("is", "is_not", "contains", "more_than"),
    value: fc.constantFrom("a", "b", "c"),
  }),
  fc.record({ property: fc.constantFrom("deep.kind", "sku"), op: fc.constantFrom("known", "unknown") }),
  fc.record({ property: fc.constant("tags"), op: fc.constant("contains"), value: fc.constantFrom("x", "y") }),
);
const few = fc.integer({ min: 0, max: 3 });
const measure = fc.oneof(
  fc.constant({ kind: "happened" }),
  fc.record({ kind: fc.constant("count"), op: fc.constantFrom("at_least", "at_most", "exactly"), value: few }),
  fc.record({
    kind: fc.constant("distinct"),
    property: fc.constantFrom("sku", "amount"),
    op: fc.constantFrom("at_least", "at_most", "exactly"),
    value: few,
  }),
  fc.record({
    kind: fc.constant("sum"),
    property: fc.constant("amount"),
    op: fc.constantFrom("at_least", "at_most"),
    value: fc.integer({ min: -4, max: 12 }),
  }),
  fc.record({ kind: fc.constantFrom("first", "last"), is: fc.option(property) }),
);
const eventLeaf = fc
  .record({
    about: fc.constant("event"),
    event: fc.constantFrom(...names),
    where: fc.array(property, { maxLength: 1 }),
    measure,
    window,
    other: fc.option(fc.record({ order: fc.constantFrom("before", "after"), step: fc.constantFrom(1, 2), within: fc.option(amount) }), {
      freq: 3,
    }),
  })
  .map(({ other, ...leaf }) => ({
    ...leaf,
    relation: other && { order: other.order, event: names[(names.indexOf(leaf.event) + other.step) % 3], within: other.within },
  }));
const days = fc.integer({ min: 0, max: 12 });
const dated = fc.constantFrom("created_at", "last_seen_at", "fields.born", "fields.call");
const fieldLeaf = fc
  .oneof(
    fc.record({ field: dated, op: fc.constantFrom("in_last_days", "not_in_last_days", "in_next_days"), value: days }),
    fc.record({
      field: fc.constantFrom("score", "fields.visits"),
      op: fc.constantFrom("more_than", "at_most", "is", "is_not"),
      value: fc.integer({ min: -1, max: 4 }),
    }),
    fc.record({
      field: fc.constant("stage"),
      op: fc.constantFrom("one_of", "not_one_of"),
      value: fc.constantFrom(["lead"], ["customer", "loyal"]),
    }),
    fc.record({
      field: fc.constantFrom("company", "fields.motto"),
      op: fc.constantFrom("is", "is_not", "contains"),
      value: fc.constantFrom("acme", "b"),
    }),
    fc.record({ field: fc.constantFrom("company", "fields.motto", "fields.visits"), op: fc.constantFrom("known", "unknown") }),
  )
  .map((leaf) => ({ about: "field", ...leaf }));
const number = (below: number) => fc.integer({ min: 0, max: below - 1 });
const otherLeaf = fc.oneof(
  fc.record({ about: fc.constant("tag"), op: fc.constantFrom("has", "has_not"), tag: number(tagCount) }),
  fc.record({ about: fc.constant("list"), op: fc.constantFrom("in", "not_in"), list: number(2) }),
  fc.record({
    about: fc.constant("consent"),
    op: fc.constantFrom("granted", "not_granted"),
    channel: fc.constant("whatsapp"),
    purpose: fc.constant("marketing"),
  }),
  fc.record({ about: fc.constant("reachable"), op: fc.constantFrom("is", "is_not"), by: fc.constantFrom("whatsapp", "email") }),
  fc.record({
    about: fc.constant("conversation"),
    op: fc.constantFrom("is", "is_not"),
    state: fc.constantFrom("open", "closed", "unanswered", "any"),
  }),
  fc.record({ about: fc.constant("segment"), op: fc.constantFrom("in", "not_in"), segment: number(segments) }),
);
const leaf = fc.oneof({ weight: 5, arbitrary: eventLeaf }, { weight: 3, arbitrary: fieldLeaf }, { weight: 4, arbitrary: otherLeaf });
const { rule } = fc.letrec((tie) => ({
  rule: fc.record({
    match: fc.constantFrom("all", "any", "none"),
    rules: fc.array(fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("rule")), { maxLength: 3, minLength: 0 }),
  }),
}));

const person = number(people);
const payload = fc.record(
  {
    amount: fc.oneof(fc.integer({ min: -5, max: 9 }), fc.constantFrom("3", "much", null)),
    sku: fc.constantFrom("a", "b", "c", 7),
    tags: fc.constantFrom(["x"], ["x", "y"], "xy"),
    deep: fc.constantFrom({ kind: "k" }, { kind: null }),
  },
  { requiredKeys: [] },
);
/** Minutes before it arrived: mostly none, sometimes hours or weeks; or its clock runs ahead. */
const late = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 600 }) },
  { weight: 1, arbitrary: fc.integer({ min: 601, max: 30_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -90, max: -1 }) },
);
const event = fc.record({
  do: fc.constant("event"),
  who: person,
  name: fc.constantFrom(...names),
  late,
  payload,
  own: fc.boolean(),
  bot: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
const change = fc.oneof(
  fc.record({ do: fc.constant("tag"), who: person, tag: number(tagCount), on: fc.boolean() }),
  fc.record({ do: fc.constant("list"), who: person, list: number(2), on: fc.boolean() }),
  fc.record({ do: fc.constant("stage"), who: person, value: fc.constantFrom("lead", "customer", "loyal") }),
  fc.record({ do: fc.constant("score"), who: person, value: number(6) }),
  fc.record({
    do: fc.constant("field"),
    who: person,
    column: fc.constantFrom("company", "t01"),
    value: fc.constantFrom("Acme", "b", "", null),
  }),
  fc.record({ do: fc.constant("field"), who: person, column: fc.constant("n01"), value: fc.option(number(5)) }),
  fc.record({
    do: fc.constant("date"),
    who: person,
    column: fc.constantFrom("d01", "d02"),
    shift: fc.option(fc.integer({ min: -15 * 24 * 60, max: 15 * 24 * 60 })),
  }),
  fc.record({ do: fc.constant("seen"), who: person }),
  fc.record({ do: fc.constant("consent"), who: person, granted: fc.boolean(), late }),
  fc.record({
    do: fc.constant("identity"),
    who: person,
    kind: fc.constantFrom("phone", "email"),
    state: fc.constantFrom("new", "retired", "undeliverable"),
  }),
  fc.record({
    do: fc.constant("conversation"),
    who: person,
    state: fc.constantFrom("open", "closed"),
    direction: fc.constantFrom("inbound", "outbound"),
  }),
);
const rare = fc.oneof(
  fc.record({ do: fc.constant("delete"), who: person }),
  fc.record({ do: fc.constant("appear"), who: person }),
  fc.record({ do: fc.constant("merge"), who: person, into: person }),
  fc.record({ do: fc.constant("unmerge") }),
  fc.record({ do: fc.constant("forget"), name: fc.constantFrom(...names), keepDays: fc.integer({ min: 0, max: 20 }) }),
  fc.record({ do: fc.constant("archive"), field: fc.constantFrom("visits", "born", "motto") }),
  fc.record({ do: fc.constant("untag"), tag: number(tagCount) }),
  fc.record({ do: fc.constant("zone"), zone: fc.constantFrom("Europe/Berlin", "Pacific/Auckland", "UTC") }),
  fc.record({ do: fc.constant("rule"), segment: number(segments), rule }),
  fc.record({ do: fc.constant("rebuild") }),
  // What happens between the pieces of building one, in pieces of one or two people.
  fc.record({
    do: fc.constant("half-built"),
    segment: number(segments),
    rule,
    pieces: fc.record({ walk: fc.integer({ min: 1, max: 3 }), move: fc.integer({ min: 1, max: 2 }) }),
    meanwhile: fc.array(fc.oneof({ weight: 3, arbitrary: event }, { weight: 2, arbitrary: change }), { maxLength: 6 }),
  }),
);
const wait = fc
  .oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 121, max: 40_000 }))
  .map((minutes) => ({ do: "wait" as const, minutes }));
type Act = {
  do: string;
  who: number;
  into: number;
  tag: number;
  list: number;
  name: string;
  late: number;
  payload: Record<string, unknown>;
  own: boolean;
  bot: boolean;
  on: boolean;
  value: string & number;
  column: "company" | "t01" | "n01" | "d01" | "d02";
  shift: number | null;
  granted: boolean;
  kind: string;
  state: string;
  direction: string;
  keepDays: number;
  field: string;
  zone: string;
};
const act = fc.oneof(
  { weight: 8, arbitrary: event },
  { weight: 6, arbitrary: change },
  { weight: 5, arbitrary: wait },
  { weight: 2, arbitrary: rare },
);
export const story = fc.record({
  rules: fc.array(rule, { minLength: segments, maxLength: segments }),
  batches: fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 8 }),
});
export type Story = { rules: unknown[]; batches: Record<string, unknown>[][] };

/** A shop with people, tags, lists and fields, at a time of its own. */
export const openStory = async (shop: Shop) => {
  const { system } = shop.world.kernel.db;
  const organizationId = shop.id;
  const row = { organization_id: organizationId };
  const ids = (count: number) => Array.from({ length: count }, newId);
  const state = { now: new Date(start), contacts: ids(people), tags: ids(tagCount), lists: ids(2), segments: ids(segments) };
  const channelId = newId();
  await system
    .insertInto("channels")
    .values({ ...row, id: channelId, kind: "whatsapp", name: "Shop" })
    .execute();
  const putTags = (tags: string[]) =>
    system
      .insertInto("tags")
      .values(tags.map((id) => ({ ...row, id, name: id })))
      .execute();
  await putTags(state.tags);
  await system
    .insertInto("lists")
    .values(state.lists.map((id) => ({ ...row, id, name: id, created_by: "{}" })))
    .execute();
  const fields = [
    ["visits", "number", "n01"],
    ["born", "date", "d01"],
    ["call", "time", "d02"],
    ["motto", "text", "t01"],
  ] as const;
  await system
    .insertInto("fields")
    .values(fields.map(([key, type, slot], position) => ({ ...row, key, name: key, type, slot, position, category: "user" })))
    .execute();
  const appear = (ids: string[]) =>
    system
      .insertInto("contacts")
      .values(ids.map((id) => ({ ...row, id, created_at: state.now })))
      .execute();
  await appear(state.contacts);
  const merges: { contact: Record<string, unknown>; events: string[]; into: string; tags: string[] }[] = [];

  const emit = (tx: Tx, name: string, more: Record<string, unknown>) =>
    emitMany(tx, [{ organizationId, name, payload: more, actor: { kind: "system", name: "story" }, occurredAt: state.now }]);
  const at = (minutes: number) => new Date(state.now.getTime() + minutes * minute);

  /** Changes rows and tells of it, as the verbs do. Acts on people who are not there do nothing. */
  const play = (raw: Record<string, unknown>) =>
    system.transaction().execute(async (tx) => {
      const act = raw as Act;
      const contactId = state.contacts[act.who] ?? "";
      const there =
        contactId &&
        (await tx
          .selectFrom("contacts")
          .selectAll()
          .where("organization_id", "=", organizationId)
          .where("id", "=", contactId)
          .executeTakeFirst());
      if (act.do === "appear" && !there) {
        await tx
          .insertInto("contacts")
          .values({ ...row, id: contactId, created_at: state.now })
          .execute();
        return emit(tx, "contact.created", { contactId, source: "story" });
      }
      if (act.do === "forget")
        return void (await sql`delete from events where organization_id = ${organizationId} and name = ${act.name} and occurred_at < ${at(-1440 * act.keepDays)}`.execute(
          tx,
        ));
      if (act.do === "archive")
        return void (await sql`update fields set deleted_at = case when deleted_at is null then ${state.now}::timestamptz end where organization_id = ${organizationId} and key = ${act.field}`.execute(
          tx,
        ));
      if (act.do === "untag")
        return void (await tx
          .deleteFrom("tags")
          .where("organization_id", "=", organizationId)
          .where("id", "=", state.tags[act.tag] ?? "")
          .execute());
      if (act.do === "zone")
        return void (await tx.updateTable("organizations").set({ time_zone: act.zone }).where("id", "=", organizationId).execute());
      if (act.do === "unmerge") return unmerge(tx);
      if (!there) return;
      const set = (values: object) =>
        tx.updateTable("contacts").set(values).where("organization_id", "=", organizationId).where("id", "=", contactId).execute();
      switch (act.do) {
        case "event": {
          const payload = act.own ? { contactId, ...act.payload } : { properties: act.payload, context: {} };
          await tx
            .insertInto("events")
            .values({
              ...row,
              id: idAt(state.now),
              name: act.name,
              actor: "{}",
              contact_id: contactId,
              payload: JSON.stringify(payload),
              occurred_at: at(-act.late),
              bot: act.bot,
            })
            .execute();
          return;
        }
        case "tag": {
          const tagId = state.tags[act.tag] ?? "";
          if (act.on)
            await sql`insert into contact_tags (organization_id, contact_id, tag_id) select ${organizationId}, ${contactId}, id from tags where organization_id = ${organizationId} and id = ${tagId} on conflict do nothing`.execute(
              tx,
            );
          else
            await tx
              .deleteFrom("contact_tags")
              .where("organization_id", "=", organizationId)
              .where("contact_id", "=", contactId)
              .where("tag_id", "=", tagId)
              .execute();
          return emit(tx, "contact.tagged", { contactId, added: act.on ? [tagId] : [], removed: act.on ? [] : [tagId] });
        }
        case "list": {
          const listId = state.lists[act.list] ?? "";
          if (act.on)
            await tx
              .insertInto("list_members")
              .values({ ...row, list_id: listId, contact_id: contactId })
              .onConflict((on) => on.doNothing())
              .execute();
          else
            await tx
              .deleteFrom("list_members")
              .where("organization_id", "=", organizationId)
              .where("contact_id", "=", contactId)
              .where("list_id", "=", listId)
              .execute();
          return writeTouches(tx, [{ organizationId, contactId, keys: [`list:${listId}`], again: false }]);
        }
        case "stage":
          await set({ stage: act.value });
          return emit(tx, "contact.stage_changed", { contactId, from: there.stage, to: act.value });
        case "score":
          await set({ score: act.value });
          return emit(tx, "contact.scored", { contactId, from: there.score, to: act.value });
        case "field":
          await set({ [act.column]: act.value });
          return emit(tx, "contact.updated", {
            contactId,
            fields: [{ company: "company", t01: "fields.motto", n01: "fields.visits", d01: "", d02: "" }[act.column]],
          });
        case "date":
          // A date without a time is kept at midnight UTC.
          await set({
            [act.column]:
              act.shift === null ? null : act.column === "d01" ? new Date(at(act.shift).toISOString().slice(0, 10)) : at(act.shift),
          });
          return emit(tx, "contact.updated", { contactId, fields: [act.column === "d01" ? "fields.born" : "fields.call"] });
        case "seen":
          await set({ last_seen_at: state.now });
          return emit(tx, "message.received", { contactId, conversationId: newId(), messageId: newId() });
        case "consent": {
          const action = act.granted ? "granted" : "withdrawn";
          await sql`insert into consent_ledger (organization_id, id, contact_id, channel, purpose, action, source, actor, occurred_at)
            values (${organizationId}, ${newId()}, ${contactId}, 'whatsapp', 'marketing', ${action}, 'story', '{}', ${at(-act.late)}) on conflict do nothing`.execute(
            tx,
          );
          return emit(tx, `consent.${action}`, { contactId, channel: "whatsapp", purpose: "marketing", source: "story" });
        }
        case "identity":
          if (act.state === "new")
            await tx
              .insertInto("identities")
              .values({
                ...row,
                id: newId(),
                contact_id: contactId,
                kind: act.kind,
                value: newId(),
                match_key: newId(),
                last_seen_at: state.now,
              })
              .execute();
          else
            await sql`update identities set ${sql.ref(act.state === "retired" ? "retired_at" : "undeliverable_at")} = ${at(1)} where organization_id = ${organizationId} and contact_id = ${contactId} and kind = ${act.kind}`.execute(
              tx,
            );
          return emit(tx, act.state === "undeliverable" ? "message.status_changed" : "contact.identity_added", {
            contactId,
            kind: act.kind,
          });
        case "conversation":
          await sql`insert into conversations (organization_id, id, channel_id, contact_id, state, preview) values (${organizationId}, ${newId()}, ${channelId}, ${contactId}, ${act.state}, ${JSON.stringify({ direction: act.direction })}::jsonb)
            on conflict (organization_id, channel_id, contact_id, merged_from) do update set state = excluded.state, preview = excluded.preview`.execute(
            tx,
          );
          return emit(tx, act.state === "closed" ? "conversation.closed" : "message.received", { contactId });
        case "delete":
          await tx.deleteFrom("contacts").where("organization_id", "=", organizationId).where("id", "=", contactId).execute();
          await tx
            .deleteFrom("events")
            .where("organization_id", "=", organizationId)
            .where("contact_id", "=", contactId)
            .where("name", "in", [...names])
            .execute();
          return emit(tx, "contact.erased", { contactId });
        case "merge":
          return merge(tx, there, state.contacts[act.into] ?? "");
      }
    });

  const merge = async (tx: Tx, other: Record<string, unknown>, into: string) => {
    const otherId = String(other.id);
    const kept = await tx
      .selectFrom("contacts")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("id", "=", into)
      .executeTakeFirst();
    if (!kept || into === otherId) return;
    const events = await sql<{
      id: string;
    }>`update events set contact_id = ${into} where organization_id = ${organizationId} and contact_id = ${otherId} returning id`.execute(
      tx,
    );
    const tags = await sql<{
      tag_id: string;
    }>`insert into contact_tags (organization_id, contact_id, tag_id) select organization_id, ${into}, tag_id from contact_tags where organization_id = ${organizationId} and contact_id = ${otherId} on conflict do nothing returning tag_id`.execute(
      tx,
    );
    await sql`update identities set contact_id = ${into} where organization_id = ${organizationId} and contact_id = ${otherId}`.execute(tx);
    await tx.deleteFrom("contacts").where("organization_id", "=", organizationId).where("id", "=", otherId).execute();
    merges.push({ contact: other, events: events.rows.map((one) => one.id), into, tags: tags.rows.map((one) => one.tag_id) });
    await emit(tx, "contact.merged", { contactId: into, otherContactId: otherId, mergeId: newId() });
  };

  const unmerge = async (tx: Tx) => {
    const last = merges.pop();
    const still =
      last &&
      (await tx
        .selectFrom("contacts")
        .select("id")
        .where("organization_id", "=", organizationId)
        .where("id", "in", [last.into, String(last.contact.id)])
        .execute());
    if (!last || still?.length !== 1 || still[0]?.id !== last.into) return;
    await tx
      .insertInto("contacts")
      .values({ ...last.contact, extra: JSON.stringify(last.contact.extra) } as never)
      .execute();
    await sql`update events set contact_id = ${String(last.contact.id)} where organization_id = ${organizationId} and id = any(${last.events}::uuid[])`.execute(
      tx,
    );
    await sql`delete from contact_tags where organization_id = ${organizationId} and contact_id = ${last.into} and tag_id = any(${last.tags}::uuid[])`.execute(
      tx,
    );
    await emit(tx, "contact.unmerged", { contactId: last.into, otherContactId: String(last.contact.id), mergeId: newId() });
  };

  /** A drawn rule with this shop's ids. It asks only about segments before its own: there are no circles. */
  const ruleOf = (drawn: unknown, segment: number): RuleGroup => {
    const filled = (node: Record<string, unknown>): unknown => {
      if ("match" in node) return { ...node, rules: (node.rules as Record<string, unknown>[]).map(filled) };
      const { tag, list, segment: other, ...leaf } = node;
      if (node.about === "tag") return { ...leaf, tagId: state.tags[tag as number] };
      if (node.about === "list") return { ...leaf, listId: state.lists[list as number] };
      if (node.about !== "segment") return leaf;
      return segment === 0
        ? { about: "tag", op: "has", tagId: state.tags[0] }
        : { ...leaf, segmentId: state.segments[(other as number) % segment] };
    };
    return Rule.parse(filled(drawn as Record<string, unknown>));
  };

  return { state, play, ruleOf };
};
