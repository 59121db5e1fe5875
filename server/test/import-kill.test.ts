import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { anOrganization, client, eventually } from "./builders.ts";
import { importFile, reached } from "./import.builders.ts";
import { aWorld } from "./world.ts";

// The world only answers requests; the work is done by processes of their own, which are killed.
const world = await aWorld({}, "web");
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** Ready, and then held still until it is its turn. */
const aWorker = () =>
  new Promise<ChildProcess>((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../src/main.ts"), "start", "--role", "worker"], {
      env: {
        ...process.env,
        PORT: "0",
        DATABASE_URL: world.databaseUrl,
        DATA_DIR: world.dataDir,
        CANDOR_KEY: "07".repeat(32),
        LOG_LEVEL: "error",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    child.once("exit", () => reject(new Error("a worker ended by itself")));
    child.stdout?.on("data", (said: Buffer) => {
      if (!said.includes("Candor is ready")) return;
      child.kill("SIGSTOP");
      resolve(child);
    });
  });

const rows = 5000;
/** Every tenth row is wrong, every twentieth is the person of five rows before. */
const file = `Name,Phone,Tags,Company\n${Array.from({ length: rows }, (_, at) => {
  const person = at % 20 === 15 ? at - 5 : at;
  return `N${at},${at % 10 === 3 ? "nonsense" : `+4477003${String(person).padStart(5, "0")}`},t${at % 7},C${at % 50}`;
}).join("\n")}\n`;

test("an import whose process is killed twice ends as if it had not been", { timeout: 240_000 }, async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const workers = await Promise.all([aWorker(), aWorker(), aWorker()]);
  workers[0]?.kill("SIGCONT");
  const { id, checked } = await importFile(shop, api, file, {}, { dry: true });
  expect(checked.checked).toMatchObject({ rows, created: rows * 0.85, wrong: rows / 10, duplicate: rows / 20 });
  await api.post(`/imports/${id}/run`);
  const now = () => world.kernel.db.system.selectFrom("imports").select(["cursor", "state"]).where("id", "=", id).executeTakeFirstOrThrow();
  let before = 0;
  for (const turn of [0, 1]) {
    before = await eventually(async () => ((await now()).cursor > before ? (await now()).cursor : null), "rows to be in", 60_000);
    expect((await now()).state).toBe("running");
    workers[turn]?.kill("SIGKILL");
    workers[turn + 1]?.kill("SIGCONT");
  }
  const done = await reached(api, id, "done", "failed");
  expect(done).toMatchObject({ state: "done", counts: checked.checked });
  const { rows: counted } = await world.kernel.db.raw.owner.query(
    `select (select count(*)::int from contacts where organization_id = $1) as contacts,
            (select count(*)::int from identities where organization_id = $1) as identities,
            (select count(*)::int from events where organization_id = $1 and name = 'contact.created') as created,
            (select count(*)::int from contact_tags where organization_id = $1) as tagged,
            (select count(*)::int from tags where organization_id = $1) as tags,
            (select count(*)::int from import_problems where organization_id = $1) as problems`,
    [shop.id],
  );
  const made = rows * 0.85;
  expect(counted[0]).toEqual({ contacts: made, identities: made, created: made, tagged: made, tags: 7, problems: rows * 0.15 });
});
