import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { anOrganization, type Client, client, eventually, type Shop } from "../../../test/builders.ts";
import { importFile } from "../../../test/import.builders.ts";
import { aWorld } from "../../../test/world.ts";
import { firstRows, guessReading } from "./source-open.ts";

const world = await aWorld();
type Row = { id: string; state: string; rows: number; total: number | null; fileName: string };

const exported = async (shop: Shop, api: Client, request: object) => {
  const { body, status } = await api.post<Row>("/exports", request);
  if (status !== 201) throw new Error(JSON.stringify(body));
  const done = await eventually(
    async () => {
      const now = (await api.get<Row>(`/exports/${body.id}`)).body;
      return now.state === "done" || now.state === "failed" ? now : null;
    },
    "the export",
    60_000,
  );
  const file = await fetch(`${shop.world.url}/api/v1/exports/${body.id}/file`, { headers: { authorization: `Bearer ${api.key}` } });
  return { done, bytes: Buffer.from(await file.arrayBuffer()), headers: file.headers };
};

const aShop = async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  await api.patch("/organization", { country: "GB", timeZone: "Europe/Berlin" });
  return { shop, api };
};

/** People with everything a file can spoil. */
const fill = async (shop: Shop, api: Client) => {
  const fields = [
    { name: "Birthday", type: "date" },
    { name: "Called", type: "time" },
    { name: "Spent", type: "money", currency: "EUR" },
    { name: "Points", type: "number" },
    { name: "VIP", type: "yes_no" },
    { name: "Size", type: "choice", options: [{ name: "Small; or so" }, { name: "=Large" }] },
    { name: "Likes", type: "choices", options: [{ name: "Tea" }, { name: "Coffee, black" }] },
    { name: "Name", type: "text" },
  ];
  for (const field of fields) expect((await api.post("/fields", { ...field, category: "user" })).status).toBeLessThan(300);
  const people = [
    { name: "=1+1", company: "@Acme", fields: { points: -5.25, name: "+491234 and more" } },
    {
      name: "'-quoted",
      fields: {
        birthday: "1899-03-04",
        called: "2026-07-01T12:00:00.250Z",
        spent: "1234.50",
        vip: true,
        size: "large",
        likes: ["tea", "coffee_black"],
      },
    },
    {
      name: 'Line\nbreak "quoted"; _x0041_',
      identities: [
        { kind: "phone", value: "+447700900001" },
        { kind: "phone", value: "+4915112345678" },
        { kind: "email", value: "a@example.test" },
      ],
    },
    {
      name: "Jürgen, Ω 😀",
      company: "Ünï; Co",
      country: "DE",
      language: "de",
      timeZone: "Europe/Berlin",
      stage: "customer",
      ownerId: shop.ownerMemberId,
      fields: { birthday: "2000-02-29", vip: false, size: "small_or_so" },
    },
    { name: "", identities: [{ kind: "email", value: "+plus@example.test" }] },
  ];
  for (const person of people) expect((await api.post("/contacts", person)).status).toBeLessThan(300);
  await importFile(shop, api, 'Name,Phone,Tags\nTagged,07700900009,"[""a;b"",""=c""]"\n');
};

test.each(["csv", "xlsx"])("what goes out as %s comes back in unchanged, every row of it", async (format) => {
  const { shop, api } = await aShop();
  await fill(shop, api);
  const { done, bytes } = await exported(shop, api, { format });
  expect(done).toMatchObject({ rows: 6, total: 6 });
  const back = await importFile(shop, api, bytes, { match: ["id"] }, { name: done.fileName });
  expect(back.preview.columns.filter((column) => column.guess === null).map((column) => column.name)).toEqual([
    "Score",
    "Created at",
    "Last seen at",
  ]);
  expect(back.checked.checked).toMatchObject({ rows: 6, unchanged: 6, wrong: 0, created: 0, changed: 0 });
  expect(back.done.counts).toMatchObject({ rows: 6, unchanged: 6 });
});

test("what a spreadsheet would run as a formula is guarded in CSV and a text in XLSX; phone numbers stay usable, moments name their zone", async () => {
  const { shop, api } = await aShop();
  await fill(shop, api);
  const { bytes, headers } = await exported(shop, api, { format: "csv" });
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  const text = bytes.toString();
  expect(text.startsWith("\uFEFFId,Name,Company,Phone,")).toBe(true);
  expect(text).toContain(",'=1+1,'@Acme,");
  expect(text).toContain(",''-quoted,");
  expect(text).toContain(",'+plus@example.test,");
  expect(text).toContain('"+447700900001; +4915112345678"');
  expect(text).toContain(",-5.25,");
  expect(text).toContain("2026-07-01T14:00:00.250+02:00");
  for (const line of text.split("\r\n").slice(1)) expect(line).not.toMatch(/(^|,)"?[=@]/);
  expect((await exported(shop, api, { format: "csv", byteOrderMark: false })).bytes.toString().startsWith("Id,")).toBe(true);

  const folder = mkdtempSync(join(tmpdir(), "candor-export-"));
  const path = join(folder, "x");
  writeFileSync(path, (await exported(shop, api, { format: "xlsx", columns: ["name", "phone", "fields.birthday"] })).bytes);
  const file = { path, size: 1, format: "xlsx" as const };
  const rows = (await firstRows(file, (await guessReading(file)).reading, 20)).map((row) => row.cells);
  rmSync(folder, { recursive: true });
  expect(rows[0]).toEqual(["Name", "Phone", "Birthday"]);
  expect(rows).toContainEqual(["=1+1"]);
  expect(rows).toContainEqual(["''-quoted", "", "1899-03-04"]);
  expect(rows).toContainEqual(["Jürgen, Ω 😀", "", "2000-02-29"]);
});

test("a filter, a search and a selection give out only whom they name, and JSON lines everything of them", async () => {
  const { shop, api } = await aShop();
  await fill(shop, api);
  const filter = [{ about: "field", field: "stage", op: "is", value: "customer" }];
  const { bytes, done } = await exported(shop, api, { format: "jsonl", filter });
  const [line, rest] = bytes.toString().split("\n");
  expect([done.rows, rest]).toEqual([1, ""]);
  expect(JSON.parse(line ?? "")).toMatchObject({
    name: "Jürgen, Ω 😀",
    country: "DE",
    stage: "customer",
    fields: { birthday: "2000-02-29", vip: false, size: "small_or_so" },
  });
  expect((await exported(shop, api, { format: "csv", search: "tagged" })).done.rows).toBe(1);
  const { items } = (await api.get<{ items: { id: string }[] }>("/contacts?limit=3")).body;
  expect((await exported(shop, api, { format: "csv", contactIds: items.map((item) => item.id) })).done.rows).toBe(3);
});

test("each export and each fetch of it stands in the audit log; a removed file is gone", async () => {
  const { shop, api } = await aShop();
  await api.post("/contacts", { name: "Ada" });
  const { done } = await exported(shop, api, { format: "csv", columns: ["name"] });
  const entries = (await api.get<{ items: { action: string; target: { exportId?: string } }[] }>("/audit-log")).body.items.filter(
    (entry) => entry.target.exportId === done.id,
  );
  expect(entries.map((entry) => entry.action).sort()).toEqual(["contacts.export_downloaded", "contacts.exported"]);
  expect((await api.delete(`/exports/${done.id}`)).status).toBe(204);
  expect((await api.get(`/exports/${done.id}`)).body.state).toBe("expired");
  expect((await api.get<{ error: { code: string } }>(`/exports/${done.id}/file`)).body.error.code).toBe("export_gone");
});

test("more contacts than a page are given out once each", async () => {
  const { shop, api } = await aShop();
  const file = `Name,Phone\n${Array.from({ length: 2500 }, (_, at) => `N${at},+4477002${String(at).padStart(5, "0")}`).join("\n")}\n`;
  await importFile(shop, api, file);
  const { bytes } = await exported(shop, api, { format: "csv", columns: ["phone"] });
  const phones = bytes.toString().trim().split("\r\n").slice(1);
  expect([phones.length, new Set(phones).size]).toEqual([2500, 2500]);
});

test("without the right, of another organization, or of fields there are not, nothing is given out", async () => {
  const { shop, api } = await aShop();
  const { done } = await exported(shop, api, { format: "csv" });
  const agent = await client(shop, { can: ["contacts.read", "contacts.write", "contacts.import"] });
  expect((await agent.post("/exports", { format: "csv" })).status).toBe(403);
  expect((await agent.get(`/exports/${done.id}/file`)).status).toBe(403);
  const stranger = await client(await anOrganization(world));
  expect((await stranger.get(`/exports/${done.id}`)).status).toBe(404);
  expect((await stranger.get(`/exports/${done.id}/file`)).status).toBe(404);
  expect((await api.post<{ error: { field: string } }>("/exports", { format: "csv", columns: ["fields.nothing"] })).body.error.field).toBe(
    "columns.0",
  );
  expect((await api.post("/exports", { format: "csv", filter: [{ about: "field", field: "nothing", op: "is", value: "x" }] })).status).toBe(
    400,
  );
});
