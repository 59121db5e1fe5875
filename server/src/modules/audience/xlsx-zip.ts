import type { Readable } from "node:stream";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import yauzl from "yauzl";
import { Refusal } from "../../kernel/errors.ts";

/** A workbook of a million rows and 50 columns inflates to 2 to 3 GB and has some dozens of parts; what is beyond these was made to harm. */
const mostParts = 5_000;
const mostBytes = 8_000_000_000;
const mostRatio = 250;
/** Small parts compress well by nature (empty sheets, themes): the ratio is asked of large ones only. */
const ratioFrom = 20_000_000;
/** Between two marks of the XML: a cell has at most 32,767 characters, which escaped are a fifth of this. */
const longestText = 1_000_000;

export type Workbook = { parts: Map<string, yauzl.Entry>; zip: yauzl.ZipFile; close: () => void };

export const notReadable = (message: string, code = "file_unreadable") =>
  new Refusal(400, code, message, { field: "file", remedy: "Open it in a spreadsheet program and save it as .xlsx or .csv again." });

/** Opens the archive and looks at its table of contents; nothing is inflated yet. */
export const openWorkbook = async (path: string): Promise<Workbook> => {
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch {
    throw notReadable("This is not an .xlsx workbook, or it is damaged.");
  }
  const close = () => zip.close();
  try {
    if (zip.entryCount > mostParts) throw tooLarge();
    const parts = new Map<string, yauzl.Entry>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      if (total > mostBytes || (entry.uncompressedSize > ratioFrom && entry.uncompressedSize > entry.compressedSize * mostRatio))
        throw tooLarge();
      if (entry.isEncrypted()) throw notReadable("This workbook is protected by a password.", "file_encrypted");
      parts.set(entry.fileName.replace(/^\//, ""), entry);
    }
    return { parts, zip, close };
  } catch (error) {
    close();
    throw error instanceof Refusal ? error : notReadable("This is not an .xlsx workbook, or it is damaged.");
  }
};

const tooLarge = () => notReadable("This workbook would grow beyond all measure when unpacked.", "file_bomb");

export type Marks = {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/**
 * Reads a part of the workbook as XML, piece by piece: `tick` is awaited between pieces with how much of the part is through, and ends the
 * reading by answering true. The inflated size is what the table of contents promised, yauzl sees to that. Names come without prefix.
 */
export async function* readPart(workbook: Workbook, name: string, marks: Marks): AsyncGenerator<number> {
  const entry = workbook.parts.get(name);
  if (!entry) return;
  const parser = new SaxesParser({ xmlns: false });
  let since = 0;
  parser.on("opentag", (tag) => {
    since = 0;
    marks.open?.(local(tag.name), (tag as SaxesTagPlain).attributes as Record<string, string>);
  });
  parser.on("closetag", (tag) => {
    since = 0;
    marks.close?.(local(tag.name));
  });
  parser.on("text", (text) => marks.text?.(text));
  parser.on("cdata", (text) => marks.text?.(text));
  parser.on("doctype", () => {
    throw notReadable("This workbook holds what no workbook holds.");
  });
  const stream: Readable = await workbook.zip.openReadStreamPromise(entry);
  const decoder = new TextDecoder();
  let read = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      read += chunk.length;
      since += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (since > longestText) throw tooLarge();
      yield entry.uncompressedSize === 0 ? 1 : read / entry.uncompressedSize;
    }
    parser.close();
  } catch (error) {
    throw error instanceof Refusal ? error : notReadable("This workbook is damaged.");
  } finally {
    stream.destroy();
  }
  yield 1;
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** For the small parts, which are read in one go. */
export const readWhole = async (workbook: Workbook, name: string, marks: Marks): Promise<void> => {
  for await (const _share of readPart(workbook, name, marks));
};
