import { crc32, deflateSync } from "node:zlib";

/** An 8-bit RGB PNG of `width` x `height`; `pixels` holds red, green and blue from 0 to 255, row by row. */
export const png = (width: number, height: number, pixels: ArrayLike<number>): Buffer => {
  const colours = Uint8ClampedArray.from(pixels);
  const stride = width * 3;
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const row = y * (stride + 1);
    // The Sub filter: a gradient becomes long runs of small numbers and packs to a fifth of its size.
    raw[row] = 1;
    for (let i = 0; i < stride; i += 1) {
      const at = y * stride + i;
      raw[row + 1 + i] = (colours[at] ?? 0) - (i < 3 ? 0 : (colours[at - 3] ?? 0));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(raw, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

const chunk = (kind: string, data: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(kind, "ascii"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
};
