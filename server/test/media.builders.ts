import { readFileSync } from "node:fs";
import type { Client, Shop } from "./builders.ts";

export const recorded = (name: string): Buffer => readFileSync(new URL(`./media/${name}`, import.meta.url));

/** Uploads a file of test/media as a browser would; answers its id. */
export const uploads = async (shop: Shop, api: Client, name: string, bytes = recorded(name)): Promise<string> => {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${shop.world.url}/api/v1/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${api.key}` },
    body: form,
  });
  if (answer.status !== 201) throw new Error(`the upload was answered with ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
};
