import { crc32, deflateSync } from "node:zlib";

/** An 8-bit RGB PNG of `width` x `height`; `colour` answers each pixel's red, green and blue from 0 to 255. */
export const png = (width: number, height: number, colour: (x: number, y: number) => [number, number, number]): Buffer => {
  const stride = width * 3;
  const raw = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const row = y * (stride + 1);
    let [red, green, blue] = [0, 0, 0];
    raw[row] = 1; // The Sub filter: a gradient becomes long runs of small numbers and packs to a fifth of its size.
    for (let x = 0; x < width; x += 1) {
      const [r, g, b] = colour(x, y).map((part) => Math.max(0, Math.min(255, Math.round(part)))) as [number, number, number];
      const at = row + 1 + x * 3;
      raw[at] = (r - red) & 255;
      raw[at + 1] = (g - green) & 255;
      raw[at + 2] = (b - blue) & 255;
      [red, green, blue] = [r, g, b];
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
