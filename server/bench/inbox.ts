import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { openKernel } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { type Ctx, contextFor, type Kernel } from "../src/kernel/module.ts";
import { listContacts } from "../src/modules/contacts/list.ts";
import { thread } from "../src/modules/conversations/index.ts";
import { counts } from "../src/modules/inbox/counts.ts";
import { searchMessages } from "../src/modules/inbox/search.ts";
import { view } from "../src/modules/inbox/views.ts";
import { big, build, commonWord, labelIds, members, middlingWord, rareName, rareWord } from "./inbox-data.ts";
import { percentile, rounded } from "./process.ts";

type Figures = Record<string, { p50: number; p95: number }>;
type Query = [name: string, kind: "page" | "search", run: (ctx: Ctx, round: number) => Promise<unknown>];

/** p95 of what an agent waits for, through the verbs as candor_app, in organizations of growing size. `--messages 10000,100000 --rounds 100`. */
export const run = async (args: string[]) => {
  const option = (name: string, otherwise: string) =>
    args.includes(`--${name}`) ? (args[args.indexOf(`--${name}`) + 1] ?? otherwise) : otherwise;
  const sizes = option("messages", "10000,100000,1000000").split(",").map(Number);
  const rounds = Number(option("rounds", "100"));
  const kept = process.env.BENCH_DIR;
  const root = kept ?? scratchFolder("bench-inbox");
  mkdirSync(root, { recursive: true });
  const figures: Record<number, Figures> = {};
  const seconds: Record<number, number> = {};
  try {
    for (const size of sizes) {
      const folder = join(root, `inbox-${size}`);
      const done = join(folder, "built");
      const { kernel, close } = await openKernel(readConfig({ DATA_DIR: folder, LOG_LEVEL: "error" }), "own");
      try {
        if (!existsSync(done)) {
          const began = performance.now();
          await build(kernel.db.raw.owner, size);
          seconds[size] = rounded((performance.now() - began) / 1000, 0);
          writeFileSync(done, "");
        }
        figures[size] = await measure(kernel, rounds);
        process.stderr.write(`${size}: ${JSON.stringify(figures[size])}\n`);
      } finally {
        await close();
      }
    }
  } finally {
    if (!kept) rmSync(root, { recursive: true, force: true });
  }
  return summary(sizes, figures, { rounds, cores: cpus().length, buildSeconds: seconds });
};

const measure = async (kernel: Kernel, rounds: number): Promise<Figures> => {
  const { rows } = await kernel.db.raw.system.query<{ id: string }>(
    "select id from conversations where organization_id = $1 order by hashtext(id::text) limit $2",
    [big, rounds],
  );
  const hot = await kernel.db.raw.system.query<{ id: string }>(
    "select id from conversations where organization_id = $1 order by message_count desc limit 1",
    [big],
  );
  const page = { limit: 30 };
  const queries: Query[] = [
    ...(["mine", "unassigned", "open", "closed", "failed"] as const).map(
      (name): Query => [`view ${name}`, "page", (ctx) => view(ctx, { ...page, view: name })],
    ),
    ["view label", "page", (ctx, round) => view(ctx, { ...page, view: "open", label: labelIds[round % labelIds.length] })],
    ["view channel", "page", (ctx) => view(ctx, { ...page, view: "open", channel: big })],
    ["thread", "page", (ctx, round) => thread(ctx, rows[round % rows.length]?.id ?? "", page)],
    ["hot thread", "page", (ctx) => thread(ctx, hot.rows[0]?.id ?? "", page)],
    ["counts", "page", (ctx) => counts(ctx)],
    ["search rare", "search", (ctx) => searchMessages(ctx, { ...page, q: rareWord })],
    ["search middling", "search", (ctx) => searchMessages(ctx, { ...page, q: middlingWord })],
    ["search common", "search", (ctx) => searchMessages(ctx, { ...page, q: commonWord })],
    ["search two words", "search", (ctx) => searchMessages(ctx, { ...page, q: `${commonWord} ${rareWord.slice(0, 5)}` })],
    ["search nothing", "search", (ctx) => searchMessages(ctx, { ...page, q: "notthere" })],
    ["contact name", "search", (ctx) => listContacts(ctx, { ...page, search: rareName })],
    ["contact common name", "search", (ctx) => listContacts(ctx, { ...page, search: "ada" })],
  ];
  const ctxs = members.map((member, n) =>
    contextFor(kernel, big, { kind: "member", memberId: member.id, userId: member.userId, name: `Agent ${n}` }),
  );
  const times: Record<string, number[]> = Object.fromEntries(queries.map(([name]) => [name, []]));
  // The queries take turns, so that a busy moment of the machine hits all of them alike.
  for (let round = -10; round < rounds; round++) {
    for (const [name, , ask] of queries) {
      const began = performance.now();
      await ask(ctxs[(round + 10) % ctxs.length] as Ctx, round + 10);
      if (round >= 0) times[name]?.push(performance.now() - began);
    }
  }
  return Object.fromEntries(
    queries.map(([name]) => [
      name,
      { p50: rounded(percentile(times[name] ?? [], 0.5)), p95: rounded(percentile(times[name] ?? [], 0.95)) },
    ]),
  );
};

const summary = (sizes: number[], figures: Record<number, Figures>, about: Record<string, unknown>) => {
  const [smallest, largest] = [figures[sizes[0] ?? 0] ?? {}, figures[sizes.at(-1) ?? 0] ?? {}];
  const isPage = (name: string) => /^(view|thread|hot thread|counts)/.test(name);
  const worst = (wanted: (name: string) => boolean) =>
    Object.entries(largest)
      .filter(([name]) => wanted(name))
      .sort(([, a], [, b]) => b.p95 - a.p95)[0]?.[0] ?? "";
  const slowest = worst(isPage);
  const value = largest[slowest]?.p95 ?? 0;
  const ceiling = smallest[slowest]?.p95 ?? 0;
  const slowestSearch = worst((name) => !isPage(name));
  return {
    bench: "inbox",
    value,
    unit: "ms (p95)",
    ceiling,
    ratio: rounded(value / Math.max(ceiling, 0.01)),
    detail: {
      worstPage: slowest,
      worstSearch: slowestSearch,
      worstSearchMs: largest[slowestSearch]?.p95 ?? 0,
      ceilingIs: `the same at ${sizes[0]} messages`,
      ...about,
      growth: Object.fromEntries(
        Object.keys(largest).map((name) => [name, rounded((largest[name]?.p95 ?? 0) / Math.max(smallest[name]?.p95 ?? 0, 0.01))]),
      ),
      byMessages: figures,
    },
  };
};
