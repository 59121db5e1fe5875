import { expect, test } from "vitest";
import { anOrganization, client, eventsOf } from "../../../test/builders.ts";
import { importFile, problemsOf, reached, upload } from "../../../test/import.builders.ts";
import { aWorkbook } from "../../../test/workbook.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
const aShop = async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  await api.patch("/organization", { country: "GB" });
  return { shop, api };
};
const zero = { rows: 0, created: 0, changed: 0, unchanged: 0, skipped: 0, wrong: 0, duplicate: 0, consents: 0, unproven: 0 };
type Page = { items: { id: string; name: string; identities: { display: string }[]; tags: { name: string }[] }[] };

/** Rows as real lists have them. */
const nasty = [
  "Full Name;Mobile;E-Mail;Mobile;;City;Einwilligung\r\n",
  '"O\'Hara; ""Pat""";07700 900001;PAT@Example.test ;;x;"Zürich\r\nWest";\r\n',
  "Exact;4,47700900002E+11;exact@example.test;;;Bonn;\r\n",
  "Lost;4,477E+11;lost@example.test;;;Bonn;\r\n",
  ";;;;;;\r\n",
  "Two numbers;+44 7700 900003;;0044 7700 900004;;Rom;\r\n",
  "Same again;+447700900003;;;;Rom;\r\n",
  'Formula;="07700900005";\'=HYPERLINK(1);;;;\r\n',
  'Formula 2;="07700900006";;;;\'=1+1;\r\n',
  "Ragged;07700900007\r\n",
  "Too long;07700900008;;;;;;surplus\r\n",
  "No number;call me;;;;;\r\n",
  "Error;#N/A;err@example.test;;;;\r\n",
  'Open "quote;07700900009;;;;;\r\n',
  '"Never closed;07700900010;;;;;\r\n',
  'Last;07700900011;last@example.test;;;"He said ""hi""";\r\n',
  "Cross;07700900011;exact@example.test;;;;\r\n",
  "Nobody;;;;;;\r\n",
].join("");

test.each([
  ["UTF-8", Buffer.from(nasty)],
  ["UTF-16 LE", Buffer.from(`\uFEFF${nasty}`, "utf16le")],
  ["UTF-16 BE", Buffer.from(`\uFEFF${nasty}`, "utf16le").swap16()],
  ["Windows-1252", Buffer.from(nasty, "latin1")],
])("the nastiest rows in %s are counted exactly, in the dry run as in the import", async (_name, bytes) => {
  const { shop, api } = await aShop();
  const columns = [
    { column: 0, to: "name" },
    { column: 1, to: "phone" },
    { column: 2, to: "email" },
    { column: 3, to: "phone" },
  ];
  const { id, preview, checked, done } = await importFile(shop, api, bytes, { columns });
  expect(preview.columns.map((column) => [column.name, column.guess])).toEqual([
    ["Full Name", "name"],
    ["Mobile", "phone"],
    ["E-Mail", "email"],
    ["Mobile (2)", "phone"],
    ["Column E", null],
    ["City", null],
    ["Einwilligung", "consent"],
  ]);
  const problems = (await problemsOf(api, id)).map(({ row, kind, reasons }) => [
    row,
    kind,
    reasons[0]?.column,
    reasons[0]?.message.slice(0, 40),
  ]);
  expect(problems).toEqual([
    [4, "wrong", "Mobile", "Of this number's 12 digits only the firs"],
    [7, "duplicate", "Mobile", "This is the same person as in row 6."],
    [8, "wrong", "E-Mail", "“=HYPERLINK(1)” is not an e-mail address"],
    [11, "wrong", null, "This row has 8 cells, the head has 7."],
    [12, "wrong", "Mobile", "It is not clear which number “call me” i"],
    [13, "wrong", "Mobile", "The cell holds an error of the spreadshe"],
    [15, "wrong", null, "A quotation mark is opened in this row a"],
    [17, "wrong", null, "What the row is recognised by (Mobile, E"],
  ]);
  const counts = { ...zero, rows: 16, created: 8, wrong: 7, duplicate: 1 };
  expect(checked.checked).toEqual(counts);
  expect(done.counts).toEqual(counts);

  const { items } = (await api.get<Page>("/contacts?limit=100")).body;
  expect(items).toHaveLength(8);
  const found = new Map(items.map((item) => [item.name, item.identities.map((identity) => identity.display).sort()]));
  expect(found.get('O\'Hara; "Pat"')).toEqual(["+44 7700 900001", "pat@example.test"]);
  expect(found.get("Exact")).toEqual(["+44 7700 900002", "exact@example.test"]);
  expect(found.get("Two numbers")).toEqual(["+44 7700 900003", "+44 7700 900004"]);
  expect(found.get('Open "quote')).toEqual(["+44 7700 900009"]);
  expect(found.get("Nobody")).toEqual([]);
  const events = await eventsOf(shop);
  expect(events.filter((name) => name === "contact.created")).toHaveLength(8);
  expect(events.filter((name) => name.startsWith("import."))).toEqual(["import.started", "import.finished"]);
});

test("the rows that were wrong come back as a file, and corrected they go in", async () => {
  const { shop, api } = await aShop();
  const { id } = await importFile(shop, api, "Name,Phone\nAda,07700900101\nBo,nonsense\nCy,=1+1\n");
  const { body } = await api.get<string>(`/imports/${id}/problems/file`);
  expect(
    body
      .split("\r\n")
      .slice(0, 3)
      .map((line) => line.split(",").slice(0, 3).join(",")),
  ).toEqual(["Name,Phone,Row", "Bo,nonsense,3", "Cy,'=1+1,4"]);
  expect(body).toContain("It is not clear which number");
  const again = await importFile(shop, api, body.replace("nonsense", "07700900102").replace("'=1+1", "07700900103"));
  expect(again.preview.columns.map((column) => column.guess)).toEqual(["name", "phone", null, null]);
  expect(again.done.counts).toMatchObject({ rows: 2, created: 2, wrong: 0 });
});

test("a workbook goes in, its sheet chosen, its dates and own fields typed", async () => {
  const { shop, api } = await aShop();
  await api.post("/fields", { name: "Birthday", type: "date", category: "user.demographic" });
  await api.post("/fields", { name: "Size", type: "choice", options: [{ name: "Small" }, { name: "Large" }], category: "user" });
  const book = await aWorkbook([
    { name: "Notes", rows: [["nothing here"]] },
    {
      name: "People",
      rows: [
        ["Name", "Phone", "Birthday", "Size", "Tags"],
        ["Ada", { v: "447700900201" }, { v: "32874", s: 1 }, "large", "VIP, Old"],
        ["Bo", { v: "4.47700900202E11" }, { v: "60", s: 1 }, "Small", ""],
        ["Cy", { v: "7700900203" }, null, "medium", ""],
        ["Di", { v: "7700900204" }, null, null, "vip"],
      ],
    },
  ]);
  const { body } = await upload(shop, api, book, "people.xlsx");
  const { body: preview } = await api.get<{ sheets: string[]; columns: { guess: string }[] }>(`/imports/${body.id}/preview?sheet=People`);
  expect(preview.sheets).toEqual(["Notes", "People"]);
  expect(preview.columns.map((column) => column.guess)).toEqual(["name", "phone", "fields.birthday", "fields.size", "tags"]);
  const columns = preview.columns.map(({ guess }, column) => ({ column, to: guess }));
  await api.post(`/imports/${body.id}/check`, { reading: { sheet: "People" }, columns, match: ["phone"] });
  expect((await reached(api, body.id, "checked")).checked).toMatchObject({ rows: 4, created: 2, wrong: 2 });
  await api.post(`/imports/${body.id}/run`);
  expect((await reached(api, body.id, "done")).counts).toMatchObject({ rows: 4, created: 2, wrong: 2 });
  expect((await problemsOf(api, body.id)).map((problem) => [problem.row, problem.reasons[0]?.column])).toEqual([
    [3, "Birthday"],
    [4, "Size"],
  ]);
  const { items } = (await api.get<Page>("/contacts")).body;
  const ada = items.find((item) => item.name === "Ada");
  expect(ada?.tags.map((tag) => tag.name).sort()).toEqual(["Old", "VIP"]);
  const { body: whole } = await api.get<{ fields: Record<string, unknown> }>(`/contacts/${ada?.id}`);
  expect(whole.fields).toEqual({ birthday: "1990-01-01", size: "large" });
});

test("known people are updated, filled or left alone, as one chose; the same file again changes nothing", async () => {
  const { shop, api } = await aShop();
  const file = "Name,Phone,Company,Country\nAda,07700900301,Acme,Vereinigtes Königreich\nBo,07700900302,,\n";
  expect((await importFile(shop, api, file)).done.counts).toMatchObject({ created: 2 });
  const again = await importFile(shop, api, file);
  expect(again.checked.checked).toMatchObject({ rows: 2, unchanged: 2, changed: 0, created: 0 });
  expect(again.done.counts).toMatchObject({ unchanged: 2, changed: 0 });

  const other = "Name,Phone,Company\nAda Lovelace,07700900301,Other\nBo B,07700900302,New\nCy,07700900303,\n";
  expect((await importFile(shop, api, other, { found: "skip" })).done.counts).toMatchObject({ skipped: 2, created: 1 });
  expect((await importFile(shop, api, other, { found: "fill", missing: "skip" })).done.counts).toMatchObject({ changed: 1, unchanged: 2 });
  const updated = await importFile(shop, api, other, { found: "update" }, { dry: true });
  expect(updated.checked.checked).toMatchObject({ changed: 2, unchanged: 1 });
  const { items } = (await api.get<{ items: { name: string; company: string | null }[] }>("/contacts")).body;
  expect(items.map((item) => [item.name, item.company])).toEqual([
    ["Cy", null],
    ["Bo", "New"],
    ["Ada", "Acme"],
  ]);
});

test("contacts are recognised by a field of one's own, and a number of somebody else is refused", async () => {
  const { shop, api } = await aShop();
  await api.post("/fields", { name: "Customer number", type: "text", category: "user.unique_id" });
  const columns = [
    { column: 0, to: "fields.customer_number" },
    { column: 1, to: "name" },
    { column: 2, to: "phone" },
  ];
  const settings = { columns, match: ["fields.customer_number"] };
  expect(
    (await importFile(shop, api, "No,Name,Phone\nK1,Ada,07700900401\nK2,Bo,07700900402\nK1,Twice,07700900403\n", settings)).done.counts,
  ).toMatchObject({
    created: 2,
    duplicate: 1,
  });
  const second = await importFile(
    shop,
    api,
    "No,Name,Phone\nK1,Ada L,07700900404\nK3,Thief,07700900402\nK4,X,07700900405\nK5,Y,07700900405\n",
    settings,
  );
  expect(second.checked.checked).toMatchObject({ rows: 4, changed: 1, created: 1, wrong: 2 });
  expect(second.done.counts).toEqual(second.checked.checked);
});

test("a consent counts with its proof only; a no is taken at its word", async () => {
  const { shop, api } = await aShop();
  const file =
    "Name,Phone,Newsletter,Consent text,Consent source,Consent date\nA,07700900501,ja,I agree,shop.test,2026-01-02\nB,07700900502,yes,,,\nC,07700900503,no,,,\nD,07700900504,perhaps,,,\nE,07700900505,,,,\n";
  const consent = { channel: "whatsapp" };
  const first = await importFile(shop, api, file, { consent });
  expect(first.checked.checked).toMatchObject({ rows: 5, created: 4, wrong: 1, consents: 2, unproven: 1 });
  expect(first.done.counts).toEqual(first.checked.checked);
  const ledger = await world.kernel.db.system
    .selectFrom("consent_ledger")
    .select(["action", "proof", "source", "occurred_at"])
    .where("organization_id", "=", shop.id)
    .orderBy("action")
    .execute();
  expect(ledger).toMatchObject([
    { action: "granted", source: "shop.test", proof: { text: "I agree", row: 2 }, occurred_at: new Date("2026-01-02T00:00:00Z") },
    { action: "withdrawn" },
  ]);
  expect((await importFile(shop, api, file, { consent })).done.counts).toMatchObject({ unchanged: 4, consents: 0, unproven: 1 });
  const proven = await importFile(shop, api, file, { consent: { ...consent, proof: "I agree", source: "fair", date: "2026-02-01" } });
  expect(proven.done.counts).toMatchObject({ changed: 1, unchanged: 3, consents: 1, unproven: 0 });
});

test("files, settings and steps that cannot be are refused by name", async () => {
  const { shop, api } = await aShop();
  expect((await upload(shop, api, "")).body.error?.code).toBe("empty_file");
  expect((await upload(shop, api, Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"))).body.error?.code).toBe("file_type");
  const { body } = await upload(shop, api, "Name,Phone\nAda,07700900601\n");
  const check = (settings: object) => api.post<{ error: { code: string; field: string } }>(`/imports/${body.id}/check`, settings);
  const columns = [
    { column: 0, to: "name" },
    { column: 1, to: "phone" },
  ];
  expect((await check({ columns, match: ["email"] })).body.error.field).toBe("match.0");
  expect((await check({ columns: [{ column: 9, to: "phone" }], match: ["phone"] })).body.error.field).toBe("columns.0.column");
  expect((await check({ columns: [...columns, { column: 0, to: "fields.nothing" }], match: ["phone"] })).body.error.field).toBe(
    "columns.2.to",
  );
  expect((await check({ columns: [columns[1], { column: 0, to: "consent" }], match: ["phone"] })).body.error.field).toBe("consent");
  expect((await check({ columns, match: ["phone"], country: "XX" })).body.error.field).toBe("country");
  expect((await api.post<{ error: { code: string } }>(`/imports/${body.id}/run`)).body.error.code).toBe("import_not_checked");
  const tags = `Name,Tags\n${Array.from({ length: 400 }, (_, at) => `N${at},tag ${at}`).join("\n")}\n`;
  expect(
    (
      await importFile(shop, api, tags, {
        match: ["id"],
        columns: [
          { column: 0, to: "id" },
          { column: 1, to: "tags" },
        ],
      })
    ).checked.failure?.code ?? "wrong ids",
  ).toMatch(/too_many_tags|wrong ids/);
});

test("an import can be undone: whom it made and nobody touched since is taken away", async () => {
  const { shop, api } = await aShop();
  await importFile(shop, api, "Name,Phone\nOld,07700900701\n");
  const { id, done } = await importFile(shop, api, "Name,Phone,Tags\nOlder,07700900701,x\nAda,07700900702,x\nBo,07700900703,x\n");
  expect(done.counts).toMatchObject({ created: 2, changed: 1 });
  const { items } = (await api.get<Page>("/contacts?search=Bo")).body;
  await api.post(`/contacts/${items[0]?.id}/notes`, { body: "called" });
  expect((await api.post(`/imports/${id}/undo`)).body).toEqual({ removed: 1, kept: 1 });
  expect((await api.get<Page>("/contacts")).body.items.map((item) => item.name)).toEqual(["Bo", "Older"]);
  expect((await api.post<{ error: { code: string } }>(`/imports/${id}/undo`)).body.error.code).toBe("undo_too_late");
});

test("a cancelled import keeps what is in, and goes on to the same end", async () => {
  const { shop, api } = await aShop();
  const file = `Name,Phone\n${Array.from({ length: 6000 }, (_, at) => `N${at},+4477001${String(at).padStart(5, "0")}`).join("\n")}\n`;
  const { id } = await importFile(shop, api, file, {}, { dry: true });
  await api.post(`/imports/${id}/run`);
  await api.post(`/imports/${id}/cancel`);
  expect((await api.get(`/imports/${id}`)).body.state).toBe("cancelled");
  await api.post(`/imports/${id}/run`);
  expect((await reached(api, id, "done")).counts).toEqual({ ...zero, rows: 6000, created: 6000 });
  const { rows } = await world.kernel.db.raw.owner.query(
    "select count(*)::int as n, count(distinct match_key)::int as k from identities where organization_id = $1",
    [shop.id],
  );
  expect(rows[0]).toEqual({ n: 6000, k: 6000 });
});

test("without the right, and from another organization, nothing is to be had", async () => {
  const { shop, api } = await aShop();
  const { body } = await upload(shop, api, "Name,Phone\nAda,07700900801\n");
  const reader = await client(shop, { can: ["contacts.read", "contacts.write", "contacts.export"] });
  expect((await upload(shop, reader, "Name\nx\n")).status).toBe(403);
  expect((await reader.get(`/imports/${body.id}/preview`)).status).toBe(403);
  const stranger = await client(await anOrganization(world));
  for (const path of ["", "/preview", "/problems", "/problems/file"])
    expect((await stranger.get(`/imports/${body.id}${path}`)).status, path).toBe(404);
  expect((await stranger.get<{ items: unknown[] }>("/imports")).body.items).toEqual([]);
});
