import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pdf } from "./pdf.ts";
import { picture, sceneNames } from "./scenes.ts";

export type Sample = { id: string; name: string; mimeType: string; bytes: Buffer; sha256: string };

/**
 * Files every sandbox can serve, known by name in messages (`{ sample: "beans" }`) and by a fixed media id on the wire.
 * The ids are fixed so that a replayed conversation can be downloaded from any sandbox, even one started later.
 */
export const sample = (name: string): Sample => {
  const found = made.get(name);
  if (found) return found;
  const index = recipes.findIndex((recipe) => recipe.name === name);
  const recipe = recipes[index];
  if (!recipe) throw new Error(`no sample called ${name}; there are ${sampleNames.join(", ")}`);
  const bytes = recipe.make();
  const one = { id: String(firstId + index), name, mimeType: recipe.mimeType, bytes, sha256: sha256(bytes) };
  made.set(name, one);
  return one;
};

export const sampleById = (id: string): Sample | undefined => {
  const recipe = recipes[Number(id) - firstId];
  return recipe && sample(recipe.name);
};

/** Meta writes the digest of media in base64, not hex. */
export const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("base64");

const firstId = 400000000001000;
const made = new Map<string, Sample>();
const shipped = (file: string) => () => readFileSync(new URL(`../../media/${file}`, import.meta.url));

const recipes: { name: string; mimeType: string; make: () => Buffer }[] = [
  { name: "voice", mimeType: "audio/ogg; codecs=opus", make: shipped("voice.ogg") },
  { name: "clip", mimeType: "video/mp4", make: shipped("clip.mp4") },
  { name: "sticker", mimeType: "image/webp", make: shipped("sticker.webp") },
  { name: "photo", mimeType: "image/jpeg", make: shipped("photo.jpg") },
  {
    name: "purchase_order",
    mimeType: "application/pdf",
    make: () => pdf("Purchase order PO-0042", ["To: Fernhill Coffee", "12 x Harbour blend, 1 kg", "4 x Filters, 100 pcs"]),
  },
  {
    name: "invoice",
    mimeType: "application/pdf",
    make: () => pdf("Invoice 1042", ["Fernhill Coffee", "2 x House espresso, 1 kg: GBP 49.00", "Shipping: GBP 3.20", "Total: GBP 52.20"]),
  },
  {
    name: "price_list",
    mimeType: "application/pdf",
    make: () =>
      pdf("Wholesale prices, autumn", ["House espresso, 6 kg: GBP 126.00", "Harbour blend, 6 kg: GBP 118.00", "Decaf, 6 kg: GBP 132.00"]),
  },
  ...sceneNames.map((name) => ({ name, mimeType: "image/png", make: () => picture(name) })),
];

export const sampleNames = recipes.map((recipe) => recipe.name);
