import { png } from "./png.ts";

type Colour = [number, number, number];
type Blob = {
  x: number;
  y: number;
  rx: number;
  ry: number;
  turn?: number;
  fill: Colour;
  hole?: number;
  square?: number;
};
type Scene = { sky: [Colour, Colour]; ground?: Colour; blobs: Blob[] };

const cream: Colour = [247, 238, 222];
const coffee: Colour = [86, 52, 34];
const bean: Colour = [120, 74, 45];
const kraft: Colour = [201, 160, 112];
const leaf: Colour = [92, 128, 88];

/** Flat pictures of a coffee shop's day, drawn from ellipses: pleasant enough for a demo, and nobody's property. */
const scenes: Record<string, Scene> = {
  cup: {
    sky: [
      [250, 240, 225],
      [232, 205, 170],
    ],
    ground: [176, 128, 88],
    blobs: [
      { x: 452, y: 250, rx: 66, ry: 58, fill: cream, hole: 0.62 },
      { x: 320, y: 372, rx: 215, ry: 34, fill: [226, 212, 192] },
      { x: 320, y: 270, rx: 140, ry: 100, fill: cream },
      { x: 320, y: 204, rx: 132, ry: 36, fill: [232, 220, 202] },
      { x: 320, y: 208, rx: 118, ry: 28, fill: coffee },
      { x: 320, y: 206, rx: 46, ry: 11, fill: [214, 176, 130] },
    ],
  },
  latte: {
    sky: [
      [214, 196, 178],
      [168, 134, 108],
    ],
    blobs: [
      { x: 320, y: 240, rx: 210, ry: 210, fill: cream },
      { x: 320, y: 240, rx: 176, ry: 176, fill: [142, 92, 56] },
      { x: 286, y: 216, rx: 66, ry: 58, turn: 0.6, fill: [243, 226, 200] },
      { x: 354, y: 216, rx: 66, ry: 58, turn: -0.6, fill: [243, 226, 200] },
      { x: 320, y: 272, rx: 56, ry: 66, fill: [243, 226, 200] },
    ],
  },
  beans: {
    sky: [
      [233, 214, 190],
      [196, 160, 122],
    ],
    blobs: heap(bean, coffee),
  },
  green_beans: {
    sky: [
      [238, 236, 220],
      [206, 206, 176],
    ],
    blobs: heap([154, 168, 118], [112, 128, 84]),
  },
  torn_bag: {
    sky: [
      [226, 230, 232],
      [186, 194, 198],
    ],
    ground: [142, 130, 118],
    blobs: [
      { x: 320, y: 250, rx: 130, ry: 170, fill: kraft, square: 7 },
      { x: 320, y: 230, rx: 74, ry: 60, fill: cream },
      { x: 320, y: 230, rx: 40, ry: 30, fill: leaf },
      { x: 398, y: 362, rx: 54, ry: 24, turn: 0.5, fill: coffee },
      ...[430, 462, 480, 508, 450].map((x, i) => ({ x, y: 400 + (i % 3) * 14, rx: 13, ry: 9, turn: i, fill: bean })),
    ],
  },
  bag: {
    sky: [
      [236, 242, 232],
      [196, 212, 190],
    ],
    ground: [164, 140, 112],
    blobs: [
      { x: 320, y: 246, rx: 128, ry: 176, fill: [74, 92, 74], square: 7 },
      { x: 320, y: 246, rx: 78, ry: 78, fill: cream },
      { x: 302, y: 240, rx: 18, ry: 42, turn: 0.7, fill: leaf },
      { x: 340, y: 240, rx: 18, ry: 42, turn: -0.7, fill: leaf },
    ],
  },
  parcel: {
    sky: [
      [228, 234, 244],
      [188, 200, 222],
    ],
    ground: [122, 130, 144],
    blobs: [
      { x: 320, y: 270, rx: 190, ry: 128, fill: kraft, square: 12 },
      { x: 320, y: 270, rx: 30, ry: 128, fill: [176, 132, 88], square: 12 },
      { x: 400, y: 230, rx: 62, ry: 36, fill: [252, 250, 244], square: 8 },
    ],
  },
  shop: {
    sky: [
      [196, 220, 238],
      [240, 228, 206],
    ],
    ground: [150, 146, 138],
    blobs: [
      { x: 320, y: 300, rx: 250, ry: 150, fill: [84, 112, 92], square: 14 },
      { x: 230, y: 300, rx: 74, ry: 62, fill: [250, 232, 184], square: 9 },
      { x: 412, y: 320, rx: 52, ry: 92, fill: [66, 52, 42], square: 9 },
      { x: 320, y: 172, rx: 270, ry: 30, fill: [206, 92, 70], square: 6 },
    ],
  },
  moka: {
    sky: [
      [244, 226, 214],
      [220, 178, 160],
    ],
    ground: [110, 92, 84],
    blobs: [
      { x: 320, y: 330, rx: 96, ry: 78, fill: [150, 154, 160] },
      { x: 320, y: 210, rx: 84, ry: 82, fill: [178, 182, 188] },
      { x: 428, y: 220, rx: 46, ry: 70, fill: [50, 44, 42], hole: 0.7 },
      { x: 320, y: 122, rx: 14, ry: 14, fill: [50, 44, 42] },
    ],
  },
};

export const sceneNames = Object.keys(scenes);

const [width, height] = [640, 480];

/** The scene as a 640 x 480 PNG of about 15 to 50 kB, drawn in some 50 ms. */
export const picture = (name: string): Buffer => {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene called ${name}`);
  const canvas = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    let row = mix(scene.sky[0], scene.sky[1], y / height);
    if (scene.ground) row = mix(row, scene.ground, soften((y - 372) / 3));
    for (let x = 0; x < width; x += 1) canvas.set(row, (y * width + x) * 3);
  }
  for (const blob of scene.blobs) paint(canvas, blob);
  return png(width, height, canvas);
};

const paint = (canvas: Float32Array, blob: Blob): void => {
  const [cos, sin] = [Math.cos(blob.turn ?? 0), Math.sin(blob.turn ?? 0)];
  const reach = Math.max(blob.rx, blob.ry) + 2;
  const edge = Math.min(blob.rx, blob.ry);
  const power = blob.square ?? 2;
  for (let y = Math.max(0, Math.floor(blob.y - reach)); y < Math.min(height, blob.y + reach); y += 1) {
    for (let x = Math.max(0, Math.floor(blob.x - reach)); x < Math.min(width, blob.x + reach); x += 1) {
      const dx = x - blob.x;
      const dy = y - blob.y;
      const u = Math.abs(dx * cos + dy * sin) / blob.rx;
      const v = Math.abs(dy * cos - dx * sin) / blob.ry;
      const far = power === 2 ? Math.sqrt(u * u + v * v) : (u ** power + v ** power) ** (1 / power);
      if (far > 1.05) continue;
      const cover = soften((1 - far) * edge) * (blob.hole ? soften((far - blob.hole) * edge) : 1);
      const shade = 1.06 - 0.16 * ((dy / blob.ry + 1) / 2);
      const at = (y * width + x) * 3;
      for (let part = 0; part < 3; part += 1) {
        const below = canvas[at + part] ?? 0;
        canvas[at + part] = below + ((blob.fill[part] ?? 0) * shade - below) * cover;
      }
    }
  }
};

function heap(light: Colour, dark: Colour): Blob[] {
  return Array.from({ length: 46 }, (_, i) => {
    // Multiples of the golden ratio spread evenly and never fall into rows.
    const [x, y, turn] = [((i * 0.618) % 1) * 640, (i / 46) * 470 + 10, i * 1.3];
    return [
      { x, y, rx: 44, ry: 29, turn, fill: light },
      { x, y, rx: 38, ry: 4, turn, fill: dark },
    ];
  }).flat();
}

const soften = (distance: number) => Math.max(0, Math.min(1, distance + 0.5));
const mix = (a: Colour, b: Colour, part: number): Colour => [
  a[0] + (b[0] - a[0]) * part,
  a[1] + (b[1] - a[1]) * part,
  a[2] + (b[2] - a[2]) * part,
];
