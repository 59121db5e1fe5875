import { hash } from "node:crypto";

/** Whom the rows so far were about: a key of an identity, a field or a contact -> the row. */
export type Memory = { rowOf: (key: string) => number | undefined; remember: (key: string, row: number) => void };

/** For the rows of one batch. */
export const shortMemory = (): Memory => {
  const rows = new Map<string, number>();
  return { rowOf: (key) => rows.get(key), remember: (key, row) => void (rows.has(key) || rows.set(key, row)) };
};

/**
 * For a whole file without the database: 64 bits of a digest and the row, in flat arrays, 12 bytes a place and at most two thirds full. Three
 * million keys are 50 MB, where a Map would take ten times that; that two of them meet by chance has a likelihood of one in four million.
 */
export const longMemory = (): Memory => {
  let size = 1 << 16;
  let count = 0;
  let digests = new BigUint64Array(size);
  let rows = new Int32Array(size);
  const placeOf = (digest: bigint): number => {
    let at = Number(digest & BigInt(size - 1));
    while (digests[at] !== 0n && digests[at] !== digest) at = (at + 1) & (size - 1);
    return at;
  };
  const grow = () => {
    const [oldDigests, oldRows] = [digests, rows];
    size *= 2;
    digests = new BigUint64Array(size);
    rows = new Int32Array(size);
    for (const [at, digest] of oldDigests.entries()) {
      if (digest === 0n) continue;
      const place = placeOf(digest);
      digests[place] = digest;
      rows[place] = oldRows[at] ?? 0;
    }
  };
  return {
    rowOf: (key) => {
      const place = placeOf(digestOf(key));
      return digests[place] === 0n ? undefined : rows[place];
    },
    remember: (key, row) => {
      const digest = digestOf(key);
      const place = placeOf(digest);
      if (digests[place] !== 0n) return;
      digests[place] = digest;
      rows[place] = row;
      count += 1;
      if (count * 3 > size * 2) grow();
    },
  };
};

const digestOf = (key: string): bigint => hash("sha256", key, "buffer").readBigUInt64LE() || 1n;
