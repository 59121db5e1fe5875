import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { aWorkbook } from "../../../test/workbook.builders.ts";
import { guessDelimiter } from "./csv-read.ts";
import { readRecord } from "./csv-record.ts";
import { longMemory } from "./import-memory.ts";
import { meantBy, readScientific } from "./import-shape.ts";
import type { Reading } from "./source.ts";
import { columnNames, firstRows, formatOf, guessReading } from "./source-open.ts";
import { dateOf, isDateFormat, numberText } from "./xlsx-value.ts";

const folder = mkdtempSync(join(tmpdir(), "candor-source-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let serial = 0;
const read = async (bytes: Buffer, more: Partial<Reading> = {}) => {
  const path = join(folder, String(serial++));
  writeFileSync(path, bytes);
  const file = { path, size: bytes.length, format: await formatOf(path) };
  const { reading, sheets } = await guessReading(file);
  return { reading, sheets, rows: (await firstRows(file, { ...reading, ...more }, 1_000_000)).map((row) => row.cells), file };
};

const records = (text: string, delimiter = ",") => {
  const rows: { cells: string[]; broken: boolean }[] = [];
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, at, delimiter, true);
    if (!record) break;
    rows.push({ cells: record.cells, broken: record.broken });
    at = record.next;
  }
  return rows;
};

test.each([
  ["doubled quotes and a separator inside", 'a,"b ""c"", d",e\n', [["a", 'b "c", d', "e"]]],
  [
    "a line end inside quotes",
    '"one\r\ntwo",x\r\ny,z',
    [
      ["one\r\ntwo", "x"],
      ["y", "z"],
    ],
  ],
  ["a quote in the middle of a bare cell", '5" pipe,"x"\n', [['5" pipe', "x"]]],
  ["an undoubled quote inside quotes", '"the "best" shop",x\n', [['the "best" shop', "x"]]],
  ["spaces around quotes", ' "a" , "b"\n', [["a", "b"]]],
  [
    "lone carriage returns",
    "a,b\rc,d\r",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "an empty last cell",
    "a,\n,\n",
    [
      ["a", ""],
      ["", ""],
    ],
  ],
])("a record with %s is read", (_name, text, expected) => {
  expect(records(text).map((row) => row.cells)).toEqual(expected);
});

test("a quote that is never closed costs its own line, not the ones below", () => {
  const rows = records('1,"open,x\n2,"Bob",y\n3,"Cy",z\n');
  expect(rows.map((row) => row.cells[0])).toEqual(["1", "2", "3"]);
  expect(rows.map((row) => row.broken)).toEqual([true, false, false]);
});

test("a text that comes in pieces is read the same wherever it is cut", () => {
  const text = 'a,"b\r\nc",""\r\n"d""e",f,g\r\n';
  const whole = records(text).map((row) => row.cells);
  for (let cut = 1; cut < text.length; cut++) {
    const rows: string[][] = [];
    let kept = text.slice(0, cut);
    for (const [piece, isLast] of [
      ["", false],
      [text.slice(cut), true],
    ] as const) {
      kept += piece;
      let at = 0;
      for (;;) {
        const record = at < kept.length ? readRecord(kept, at, ",", isLast) : null;
        if (!record) break;
        rows.push(record.cells);
        at = record.next;
      }
      kept = kept.slice(at);
    }
    expect(rows, `cut at ${cut}`).toEqual(whole);
  }
});

test("the separator is the one by which rows come out even", () => {
  expect(guessDelimiter("name;phone\nDoe, Ada;1\nRoe, Bo;2\n")).toBe(";");
  expect(guessDelimiter("name\tphone\nDoe, Ada\t1\n")).toBe("\t");
  expect(guessDelimiter("name|phone\nAda|1\n")).toBe("|");
  expect(guessDelimiter("sep=;\nname;phone\n")).toBe(";");
  expect(guessDelimiter("name\nAda\n")).toBe(",");
});

const words = "Name;Stadt\r\nJürgen Müller;Köln\r\n";
const wide = (text: string) => Buffer.from(text, "utf16le");
const western = Buffer.from(words, "latin1");
test.each([
  ["UTF-8", Buffer.from(words), "utf-8"],
  ["UTF-8 with its mark", Buffer.from(`\uFEFF${words}`), "utf-8"],
  ["UTF-16 LE with its mark", wide(`\uFEFF${words}`), "utf-16le"],
  ["UTF-16 LE without", wide(words), "utf-16le"],
  ["UTF-16 BE with its mark", wide(`\uFEFF${words}`).swap16(), "utf-16be"],
  ["Windows-1252", western, "windows-1252"],
  [
    "Windows-1252 after a megabyte of plain letters",
    Buffer.concat([Buffer.from("Name;Stadt\r\n"), Buffer.from("Ada;Rom\r\n".repeat(200_000)), western.subarray(12)]),
    "windows-1252",
  ],
])("%s is recognised and read", async (_name, bytes, encoding) => {
  const { reading, rows } = await read(bytes);
  expect(reading).toMatchObject({ encoding, delimiter: ";", headerRow: 1 });
  expect(rows[0]).toEqual(["Name", "Stadt"]);
  expect(rows.at(-1)).toEqual(["Jürgen Müller", "Köln"]);
});

test("names of columns are told apart, and a list without a head or with a title above it is seen", async () => {
  expect(columnNames(["Phone", "phone", "", " Phone "], 5)).toEqual(["Phone", "phone (2)", "Column C", "Phone (3)", "Column E"]);
  expect((await read(Buffer.from("Ada,+447700900001\nBo,+447700900002\n"))).reading.headerRow).toBe(0);
  expect((await read(Buffer.from("Our customers 2026,,\n,,\nName,Phone,City\nAda,1,Rom\nBo,2,Rom\n"))).reading.headerRow).toBe(3);
});

test("a workbook's texts, numbers, days, times, yes and no, errors and sheets are read as one sees them", async () => {
  const { rows, sheets, file, reading } = await read(
    await aWorkbook([
      {
        name: "Kunden & Co",
        rows: [
          ["Name", "Value"],
          [{ inline: "in <line>" }, { v: "5.511987654321E12" }],
          ["a day", { v: "45292", s: 1 }],
          ["a moment", { v: "45292.604166666664", s: 2 }],
          ["own format", { v: "45292", s: 3 }],
          ["a time", { v: "0.5", s: 4 }],
          ["day 59", { v: "59", s: 1 }],
          ["the day that never was", { v: "60", s: 1 }],
          ["day 61", { v: "61", s: 1 }],
          ["yes", { v: "1", t: "b" }],
          ["error", { v: "#N/A", t: "e" }],
          ["formula", { v: "said", t: "str" }],
          ["fraction", { v: "0.30000000000000004" }],
          ["no number any more", { v: "1.2345678901234568E+19" }],
          ["escaped_x000D_", { v: "7" }],
          [null, null],
        ],
      },
      { name: "Second", rows: [["Other"], ["x"]] },
    ]),
  );
  expect(sheets).toEqual(["Kunden & Co", "Second"]);
  expect(reading.sheet).toBe("Kunden & Co");
  expect(rows.slice(1)).toEqual([
    ["in <line>", "5511987654321"],
    ["a day", "2024-01-01"],
    ["a moment", "2024-01-01T14:30:00"],
    ["own format", "2024-01-01"],
    ["a time", "12:00:00"],
    ["day 59", "1900-02-28"],
    ["the day that never was", "1900-02-29"],
    ["day 61", "1900-03-01"],
    ["yes", "true"],
    ["error", "#N/A"],
    ["formula", "said"],
    ["fraction", "0.3"],
    ["no number any more", "1.2345678901234568E+19"],
    ["escaped\r", "7"],
  ]);
  expect((await firstRows(file, { ...reading, sheet: "Second" }, 9)).map((row) => row.cells)).toEqual([["Other"], ["x"]]);
});

test("a Macintosh workbook counts its days from 1904", async () => {
  const { rows } = await read(await aWorkbook([{ name: "S", rows: [["d"], [{ v: "43830", s: 1 }]] }], { from1904: true }));
  expect(rows[1]).toEqual(["2024-01-01"]);
});

test("a workbook with many thousand different texts keeps them outside of memory and finds each", async () => {
  const many = Array.from({ length: 30_000 }, (_, at) => [
    `text number ${at} ${"x".repeat(at % 50)}`,
    `text number ${(at * 7919) % 30_000} ${"x".repeat(((at * 7919) % 30_000) % 50)}`,
  ]);
  const { rows } = await read(await aWorkbook([{ name: "S", rows: many }]));
  expect(rows).toEqual(many);
});

test("an archive that would grow beyond measure, one that is no workbook, and an old workbook are refused", async () => {
  const bomb = await aWorkbook([{ name: "S", rows: [["a"]] }], { extra: { "xl/media/x.xml": Buffer.alloc(60_000_000) } });
  await expect(read(bomb)).rejects.toMatchObject({ code: "file_bomb" });
  const long = await aWorkbook([{ name: "S", rows: [[{ inline: Array.from({ length: 400_000 }, (_, at) => `w${at}`).join(" ") }]] }]);
  await expect(read(long)).rejects.toMatchObject({ code: "file_bomb" });
  await expect(read(Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(100)]))).rejects.toMatchObject({ status: 400 });
  await expect(read(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(5000)]))).rejects.toMatchObject({
    code: "file_type",
  });
  await expect(read(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"))).rejects.toMatchObject({ code: "file_type" });
});

test("formats of moments are told from formats of numbers", () => {
  const dates = ["dd/mm/yyyy", "[$-409]mmm d, yyyy;@", "h:mm AM/PM", "[h]:mm", 'd "de" mmmm', "mmm"];
  for (const code of dates) expect(isDateFormat(164, code), code).toBe(true);
  for (const code of ["General", "0.00", '#,##0 "days"', "[Red]0.0", "0.00E+00", "@", '"hours" 0'])
    expect(isDateFormat(164, code), code).toBe(false);
  expect([14, 22, 45, 0, 2, 49].map((id) => isDateFormat(id, undefined))).toEqual([true, true, true, false, false, false]);
  expect(dateOf(-1, false)).toBeNull();
  expect(numberText("447700900123")).toBe("447700900123");
});

test("a number in scientific notation is recovered where all its digits are there, and only there", () => {
  expect(readScientific("5.511987654321E+12")).toEqual({ digits: "5511987654321" });
  expect(readScientific("5,511987654321e12")).toEqual({ digits: "5511987654321" });
  expect(readScientific("5.511E+11")).toEqual({ lost: true, known: 4, of: 12 });
  expect(readScientific("4E+11")).toEqual({ lost: true, known: 1, of: 12 });
  expect(readScientific("1.5E+3")).toBeNull();
  expect(readScientific("hello")).toBeNull();
});

test("a cell means what it shows, without the marks that keep spreadsheets off", () => {
  expect(meantBy(' ="0044 7700"')).toBe("0044 7700");
  expect(meantBy("'=1+1")).toBe("=1+1");
  expect(meantBy("''=1+1")).toBe("'=1+1");
  expect(meantBy("'0123")).toBe("0123");
  expect(meantBy("O'Hara")).toBe("O'Hara");
});

test("the memory of a dry run forgets nothing as it grows", () => {
  const memory = longMemory();
  for (let at = 0; at < 200_000; at++) memory.remember(`key ${at}`, at + 1);
  memory.remember("key 7", 99);
  for (let at = 0; at < 200_000; at += 997) expect(memory.rowOf(`key ${at}`)).toBe(at + 1);
  expect(memory.rowOf("key 7")).toBe(8);
  expect(memory.rowOf("another")).toBeUndefined();
});
