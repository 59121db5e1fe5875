import { once } from "node:events";
import { createWriteStream, openAsBlob, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { readConfig } from "../src/config.ts";
import { scratchFolder } from "../src/kernel/db/scratch.ts";
import { loadKeys } from "../src/kernel/keys.ts";
import { rounded, startServer } from "./process.ts";

/**
 * Rows a second of a checked import of new contacts (name, phone, e-mail, company) into a real server, and how much memory its process takes
 * at most. The ceiling is a bare insert of the same contacts and identities by unnest, a thousand at a time. `--rows 1000000`.
 */
export const run = async (args: string[]) => {
  const rows = Number(args.includes("--rows") ? args[args.indexOf("--rows") + 1] : 1_000_000);
  const folder = scratchFolder("bench-import");
  const file = join(folder, "contacts.csv");
  try {
    const data = join(folder, "data");
    const server = await startServer(data, { SIGN_UP: "open", PASSWORD_COST: "4" });
    try {
      await writeFile(file, rows);
      const ask = await signedUp(server.url);
      await pause(3000);
      const memory = memoryOf(server.child.pid ?? 0);
      const idle = memory();
      let peak = idle;
      const watch = setInterval(() => {
        peak = Math.max(peak, memory());
      }, 100);
      const form = new FormData();
      form.append("file", await openAsBlob(file), "contacts.csv");
      const { id } = await ask<{ id: string }>("POST", "/imports", form);
      const columns = ["name", "phone", "email", "company"].map((to, column) => ({ column, to }));
      const timed = async (step: string, body: unknown, state: string) => {
        const began = performance.now();
        await ask("POST", `/imports/${id}/${step}`, body);
        for (;;) {
          await pause(500);
          const now = await ask<{
            state: string;
            progress: number;
            counts: { created: number } | null;
            checked: { created: number } | null;
          }>("GET", `/imports/${id}`);
          process.stderr.write(`\r${step} ${(now.progress * 100).toFixed(0)} %  ${peak.toFixed(0)} MB `);
          if (now.state === state) return { seconds: (performance.now() - began) / 1000, created: (now.counts ?? now.checked)?.created };
          if (now.state === "failed") throw new Error("the import failed");
        }
      };
      const check = await timed("check", { columns, match: ["phone", "email"] }, "checked");
      const peakOfCheck = peak;
      const taken = await timed("run", undefined, "done");
      clearInterval(watch);
      if (taken.created !== rows) throw new Error(`${taken.created} of ${rows} were made`);
      const ceiling = await bare(data, rows);
      const value = rows / taken.seconds;
      return {
        bench: "import",
        value: rounded(value, 0),
        unit: "rows/s",
        ceiling: rounded(ceiling, 0),
        ratio: rounded(value / ceiling, 3),
        detail: {
          rows,
          checkRowsPerSecond: rounded(rows / check.seconds, 0),
          idleMb: rounded(idle, 0),
          peakOfCheckMb: rounded(peakOfCheck, 0),
          peakMb: rounded(peak, 0),
          moreThanIdleMb: rounded(peak - idle, 0),
        },
      };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const personOf = (at: number) => ({
  name: `Person ${at} of Shop`,
  phone: `447${String(700_000_000 + at)}`,
  email: `person${at}@example.test`,
  company: `Company ${at % 500}`,
});

const writeFile = async (path: string, rows: number) => {
  const out = createWriteStream(path);
  out.write("Name,Phone,E-mail,Company\n");
  for (let at = 0; at < rows; at += 1000) {
    const lines = Array.from({ length: Math.min(1000, rows - at) }, (_, more) => {
      const { name, phone, email, company } = personOf(at + more);
      return `${name},+${phone},${email},${company}\n`;
    });
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
};

const signedUp = async (url: string) => {
  const answer = await fetch(`${url}/api/v1/sign-up`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Ada", email: "ada@example.test", password: "a long enough password", organization: "Shop" }),
  });
  const cookie =
    answer.headers
      .getSetCookie()
      .find((line) => line.startsWith("token="))
      ?.split(";")[0] ?? "";
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const raw = body instanceof FormData;
    const said = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body === undefined || raw ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    });
    if (!said.ok) throw new Error(`${method} ${path}: ${said.status} ${await said.text()}`);
    return (await said.json()) as T;
  };
};

/** Resident memory of the server's own process in MB; PostgreSQL's is its own affair. */
const memoryOf = (pid: number) => () => {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

const bare = async (dataDir: string, rows: number): Promise<number> => {
  const keys = loadKeys(readConfig({ DATA_DIR: dataDir }));
  const port = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[3];
  const client = new pg.Client({
    connectionString: `postgres://candor:${keys.fingerprint("postgres", "superuser")}@127.0.0.1:${port}/postgres`,
  });
  await client.connect();
  try {
    const organization = "00000000-0000-7000-8000-0000000000aa";
    await client.query("insert into organizations (id, name, slug) values ($1, 'Bare', 'bare')", [organization]);
    await client.query("set row_security = off");
    const part = Math.min(rows, 100_000);
    const began = performance.now();
    for (let at = 0; at < part; at += 1000) {
      const people = Array.from({ length: 1000 }, (_, more) => personOf(at + more));
      const ids = people.map(() => crypto.randomUUID());
      await client.query("begin");
      await client.query(
        "insert into contacts (organization_id, id, name, name_source, company) select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])",
        [organization, ids, people.map((one) => one.name), people.map(() => "member"), people.map((one) => one.company)],
      );
      await client.query(
        "insert into identities (organization_id, id, contact_id, kind, value, match_key) select $1, gen_random_uuid(), * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])",
        [
          organization,
          [...ids, ...ids],
          [...ids.map(() => "phone"), ...ids.map(() => "email")],
          [...people.map((one) => one.phone), ...people.map((one) => one.email)],
          [...people.map((one) => one.phone), ...people.map((one) => one.email)],
        ],
      );
      await client.query("commit");
    }
    return part / ((performance.now() - began) / 1000);
  } finally {
    await client.end();
  }
};
