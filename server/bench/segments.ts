import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { openKernel } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { takeBatch } from "../src/kernel/consumers.ts";
import { startEmbedded } from "../src/kernel/db/embedded.ts";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { emitMany } from "../src/kernel/events.ts";
import { newId } from "../src/kernel/id.ts";
import { loadKeys } from "../src/kernel/keys.ts";
import type { Kernel } from "../src/kernel/module.ts";
import { build } from "../src/modules/audience/segment-build.ts";
import { segmentsConsumer, startSegments } from "../src/modules/audience/segment-evaluator.ts";
import { pass } from "../src/modules/audience/segment-pass.ts";
import { putVersion } from "../src/modules/audience/segment-versions.ts";
import { fillContacts } from "./contacts-data.ts";
import { percentile, rounded } from "./process.ts";
import { eventNames, fillEvents } from "./segments-data.ts";
import { type Made, madeRules } from "./segments-rules.ts";

const organization = "01900000-0000-7000-8000-000000000002";
const by = { kind: "system", name: "bench" } as const;
// Of an operator's own server with 8 GB; the embedded default is for small ones.
const settings = [
  "shared_buffers=2GB",
  "effective_cache_size=6GB",
  "work_mem=32MB",
  "max_wal_size=8GB",
  "checkpoint_timeout=15min",
  "max_parallel_workers_per_gather=1",
];

/**
 * Segments at two sizes: first build of one, passes over changes, one change to its event; against full recomputation by hand-written SQL.
 * `--contacts 100000,1000000 --events-each 20 --segments 50 --changed 10000 --rounds 5 --data <folder kept between runs> --seed` (fills the folder only).
 */
export const run = async (args: string[]) => {
  const option = (name: string, otherwise: string) =>
    args.includes(`--${name}`) ? (args[args.indexOf(`--${name}`) + 1] ?? otherwise) : otherwise;
  const sizes = option("contacts", "100000,1000000").split(",").map(Number);
  const plan = {
    each: Number(option("events-each", "20")),
    segments: Number(option("segments", "50")),
    changed: Number(option("changed", "10000")),
    rounds: Number(option("rounds", "5")),
  };
  const kept = option("data", process.env.BENCH_DIR ?? "");
  const root = kept || scratchFolder("bench-segments");
  mkdirSync(root, { recursive: true });
  const found: Record<number, Awaited<ReturnType<typeof measure>>> = {};
  try {
    for (const size of sizes) {
      const folder = join(root, `segments-${size}-${plan.each}`);
      mkdirSync(folder, { recursive: true });
      const keys = loadKeys(readConfig({ DATA_DIR: folder }));
      const embedded = await startEmbedded(folder, keys, "own", settings);
      const { kernel, close } = await openKernel(readConfig({ DATA_DIR: folder, LOG_LEVEL: "error", DATABASE_URL: embedded.url }), "own");
      try {
        await seed(kernel, folder, size, size * plan.each);
        if (!args.includes("--seed")) found[size] = await measure(kernel, size, plan);
      } finally {
        await close();
        await embedded.stop();
      }
    }
  } finally {
    if (!kept) rmSync(root, { recursive: true, force: true });
  }
  const last = found[sizes.at(-1) ?? 0];
  return {
    bench: "segments",
    value: rounded((last?.pass.ms ?? 0) / 1000, 3),
    unit: `s for ${plan.changed} changed contacts`,
    ceiling: rounded((last?.fullMs ?? 0) / 1000, 2),
    ratio: rounded((last?.fullMs ?? 0) / Math.max(1, last?.pass.ms ?? 1), 1),
    detail: { cores: cpus().length, settings, ...plan, bySize: found },
  };
};

const tell = (sentence: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${sentence}\n`);

const seed = async (kernel: Kernel, folder: string, contacts: number, events: number) => {
  const steps: [string, () => Promise<void>][] = [
    [
      "contacts",
      () =>
        fillContacts(
          kernel.db.raw.owner,
          organization,
          contacts,
          (done) => done % 100_000 === 0 && tell(`${done} of ${contacts} contacts`),
        ),
    ],
    [
      "events",
      () =>
        fillEvents(
          kernel.db.raw.owner,
          organization,
          contacts,
          events,
          (done) => done % 1_000_000 === 0 && tell(`${done} of ${events} events`),
        ),
    ],
  ];
  for (const [name, fill] of steps) {
    const done = join(folder, `filled-${name}`);
    if (existsSync(done)) continue;
    await fill();
    writeFileSync(done, "");
  }
};

const measure = async (kernel: Kernel, size: number, plan: { segments: number; changed: number; rounds: number }) => {
  const rules = madeRules(plan.segments);
  const firstAll = await ensure(kernel, rules);
  tell(`${size}: all segments built in ${rounded(firstAll / 1000, 1)} s`);
  await rest(kernel);
  // Questions of its own each time, so that all three have to be built.
  const firstBuilds: number[] = [];
  for (let round = 0; round < 3; round++) firstBuilds.push(await firstBuild(kernel, 100_000 + (Date.now() % 1_000_000) * 9 + round * 27));
  tell(`${size}: first builds ${firstBuilds.map((ms) => rounded(ms / 1000, 1)).join(", ")} s`);
  await kernel.db.raw.owner.query("vacuum analyze leaf_state");
  await kernel.db.raw.owner.query("vacuum analyze segment_members");
  const passes = [];
  for (let round = 0; round < plan.rounds; round++) passes.push(await changePass(kernel, size, plan.changed, round));
  tell(`${size}: passes over ${plan.changed} changed contacts ${passes.map((one) => rounded(one.ms, 0)).join(", ")} ms`);
  const small = [];
  for (let round = 0; round < plan.rounds; round++)
    small.push(await changePass(kernel, size, Math.max(1, plan.changed / 100), 100 + round));
  const events = [];
  for (let round = 0; round < plan.rounds; round++) events.push(await eventPass(kernel, size, plan.changed, round));
  tell(`${size}: passes over ${plan.changed} events ${events.map((one) => rounded(one.ms, 0)).join(", ")} ms`);
  const latency = await oneChange(kernel, size);
  tell(`${size}: one change to segment.entered ${JSON.stringify(latency)} ms`);
  const full = await recompute(kernel, rules);
  tell(`${size}: full recomputation ${rounded(full.ms / 1000, 1)} s, ${full.missing} missing, ${full.extra} extra`);
  return {
    allBuiltMs: rounded(firstAll, 0),
    firstBuildMs: rounded(percentile(firstBuilds, 0.5), 0),
    pass: middle(passes),
    passOfAHundredth: middle(small),
    eventPass: middle(events),
    changeToEnteredMs: latency,
    fullMs: rounded(full.ms, 0),
    memberships: full.memberships,
    missing: full.missing,
    extra: full.extra,
  };
};

type Passed = { ms: number; readMs: number; moved: number };
const middle = (passes: Passed[]) => {
  const sorted = passes.toSorted((a, b) => a.ms - b.ms);
  const one = sorted[Math.floor(sorted.length / 2)] ?? { ms: 0, readMs: 0, moved: 0 };
  return { ms: rounded(one.ms, 0), readMs: rounded(one.readMs, 0), moved: one.moved, all: passes.map((each) => rounded(each.ms, 0)) };
};

/** Makes those that are not there; how long building took. */
const ensure = async (kernel: Kernel, rules: Made[]): Promise<number> => {
  const started = performance.now();
  for (const made of rules) {
    const there = await kernel.db.system
      .selectFrom("segments")
      .select("id")
      .where("organization_id", "=", organization)
      .where("name", "=", made.name)
      .executeTakeFirst();
    if (!there) await make(kernel, made);
  }
  await build(kernel, organization, () => new Date());
  return performance.now() - started;
};

const make = (kernel: Kernel, { name, rule }: Made): Promise<string> =>
  kernel.db.system.transaction().execute(async (tx) => {
    const id = newId();
    await tx
      .insertInto("segments")
      .values({ organization_id: organization, id, name, created_by: JSON.stringify(by) })
      .execute();
    await putVersion(tx, organization, { segmentId: id, rule, reason: "made", by });
    return id;
  });

const firstBuild = async (kernel: Kernel, salt: number): Promise<number> => {
  const [made] = madeRules(1, salt);
  if (!made) return 0;
  const started = performance.now();
  const id = await make(kernel, made);
  await build(kernel, organization, () => new Date());
  const ms = performance.now() - started;
  await kernel.db.system
    .updateTable("segments")
    .set({ removed_at: new Date() })
    .where("organization_id", "=", organization)
    .where("id", "=", id)
    .execute();
  await build(kernel, organization, () => new Date());
  return ms;
};

/** Reads the stream and passes until nothing is left. */
const rest = async (kernel: Kernel): Promise<Passed> => {
  const started = performance.now();
  const consumer = segmentsConsumer(kernel);
  while ((await takeBatch(kernel, "segments", consumer, 1000)).scanned > 0);
  const readMs = performance.now() - started;
  let moved = 0;
  for (let more = true; more; ) {
    const passed = await pass(kernel, organization, new Date());
    moved += passed.moved;
    more = passed.more;
  }
  return { ms: performance.now() - started, readMs, moved };
};

const someContacts = async (kernel: Kernel, size: number, count: number, round: number): Promise<string[]> => {
  const { rows } = await kernel.db.raw.system.query<{ id: string }>(
    "select id from contacts where organization_id = $1 and (hashtext(id::text) & 2147483647) % $2 = $3 limit $4",
    [organization, Math.max(1, Math.floor(size / count / 1.2)), round % Math.max(1, Math.floor(size / count / 1.2)), count],
  );
  return rows.map((row) => row.id);
};

/** A field, a choice or a tag of each is changed, and told of; what is measured is everything after that. */
const changePass = async (kernel: Kernel, size: number, count: number, round: number): Promise<Passed> => {
  const ids = await someContacts(kernel, size, count, round);
  await rest(kernel);
  for (let from = 0; from < ids.length; from += 1000)
    await kernel.db.system.transaction().execute(async (tx) => {
      const some = ids.slice(from, from + 1000);
      const parts = [0, 1, 2].map((part) => some.filter((_id, at) => at % 3 === part));
      await tx
        .updateTable("contacts")
        .set({ n01: (round * 3571) % 10_000 })
        .where("organization_id", "=", organization)
        .where("id", "in", parts[0] ?? [])
        .execute();
      if (parts[1]?.length)
        await tx
          .updateTable("contacts")
          .set({ t01: `option_${1 + (round % 8)}` })
          .where("organization_id", "=", organization)
          .where("id", "in", parts[1])
          .execute();
      const tag = `00000000-0000-7000-8000-${(1 + (round % 10)).toString(16).padStart(12, "0")}`;
      if (parts[2]?.length)
        await tx
          .insertInto("contact_tags")
          .values(parts[2].map((id) => ({ organization_id: organization, contact_id: id, tag_id: tag })))
          .onConflict((on) => on.doNothing())
          .execute();
      const told = (contactId: string, part: number) =>
        part === 2
          ? { name: "contact.tagged", payload: { contactId, added: [tag], removed: [] } }
          : { name: "contact.updated", payload: { contactId, fields: [part === 0 ? "fields.number_1" : "fields.choice_1"] } };
      await emitMany(
        tx,
        parts.flatMap((part, at) => part.map((id) => ({ organizationId: organization, actor: by, ...told(id, at) }))),
      );
    });
  return rest(kernel);
};

const eventPass = async (kernel: Kernel, size: number, count: number, round: number): Promise<Passed> => {
  const ids = await someContacts(kernel, size, count, 37 + round);
  await rest(kernel);
  const skewed = (at: number) => eventNames[Math.floor(40 * ((at * 0.6180339887) % 1) ** 1.7)] ?? "";
  for (let from = 0; from < ids.length; from += 1000)
    await kernel.db.system.transaction().execute((tx) =>
      emitMany(
        tx,
        ids.slice(from, from + 1000).map((contactId, at) => ({
          organizationId: organization,
          name: skewed(from + at),
          actor: by,
          payload: { contactId, properties: { amount: at % 200, sku: `sku_${at % 60}` } },
        })),
      ),
    );
  return rest(kernel);
};

/** With consumer and evaluator running: from the commit of one change to the event that somebody entered. */
const oneChange = async (kernel: Kernel, size: number) => {
  const made: Made = {
    name: "Marked",
    rule: { match: "all", rules: [{ about: "field", field: "fields.number_9", op: "is", value: 4242.5 }] },
    statement: () => "",
  };
  await ensure(kernel, [made]);
  const stop = startSegments(kernel);
  const times: number[] = [];
  try {
    for (const id of (await someContacts(kernel, size, 40, 11)).slice(0, 40)) {
      const started = performance.now();
      await kernel.db.system.transaction().execute(async (tx) => {
        await tx.updateTable("contacts").set({ n09: 4242.5 }).where("organization_id", "=", organization).where("id", "=", id).execute();
        await emitMany(tx, [
          { organizationId: organization, name: "contact.updated", actor: by, payload: { contactId: id, fields: ["fields.number_9"] } },
        ]);
      });
      kernel.live.wake();
      for (;;) {
        const { rows } = await kernel.db.raw.system.query(
          "select from events where organization_id = $1 and contact_id = $2 and name = 'segment.entered' and id >= candor_uuid7(now() - interval '1 minute') and payload ->> 'segmentId' in (select id::text from segments where organization_id = $1 and name = 'Marked')",
          [organization, id],
        );
        if (rows.length > 0) break;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      times.push(performance.now() - started);
    }
  } finally {
    await stop();
  }
  await kernel.db.system
    .updateTable("contacts")
    .set({ n09: null })
    .where("organization_id", "=", organization)
    .where("n09", "=", 4242.5)
    .execute();
  await kernel.db.system
    .updateTable("segments")
    .set({ removed_at: new Date() })
    .where("organization_id", "=", organization)
    .where("name", "=", "Marked")
    .execute();
  await build(kernel, organization, () => new Date());
  return { p50: rounded(percentile(times, 0.5), 0), p95: rounded(percentile(times, 0.95), 0) };
};

/** Each membership in full by one statement, as somebody would write it by hand, with the planner kept from walking indexes (which made it slower). */
const recompute = async (kernel: Kernel, rules: Made[]) => {
  await rest(kernel);
  const client = await kernel.db.raw.owner.connect();
  let [ms, memberships, missing, extra] = [0, 0, 0, 0];
  try {
    await client.query("set enable_indexscan = off");
    await client.query("set enable_indexonlyscan = off");
    await client.query("set work_mem = '128MB'");
    for (const made of rules) {
      const now = new Date();
      await client.query("drop table if exists pg_temp.whole");
      const started = performance.now();
      await client.query(
        `create temporary table whole as select c.id from contacts c where c.organization_id = '${organization}' and (${made.statement(now).replaceAll("$1", `'${organization}'`)})`,
      );
      ms += performance.now() - started;
      const { rows } = await client.query<{ all: number; missing: number; extra: number }>(
        `select count(w.id)::int as all, count(*) filter (where m.contact_id is null)::int as missing, count(*) filter (where w.id is null)::int as extra
           from whole w full join (select m.contact_id from segment_members m join segments s on s.organization_id = m.organization_id and s.id = m.segment_id
                                    where s.organization_id = $1 and s.name = $2) m on m.contact_id = w.id`,
        [organization, made.name],
      );
      memberships += rows[0]?.all ?? 0;
      missing += rows[0]?.missing ?? 0;
      extra += rows[0]?.extra ?? 0;
    }
  } finally {
    client.release(true);
  }
  return { ms, memberships, missing, extra };
};
