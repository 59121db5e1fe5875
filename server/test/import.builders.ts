import { type Client, eventually, type Shop } from "./builders.ts";

export type Answered = {
  id: string;
  state: string;
  reading: { encoding: string; delimiter: string; sheet: string; headerRow: number };
  checked: Record<string, number> | null;
  counts: Record<string, number> | null;
  failure: { code: string } | null;
};
type Settings = Record<string, unknown> & { columns?: { column: number; to: string }[] };

/** Uploads a file the way a browser does. */
export const upload = async (shop: Shop, api: Client, bytes: Buffer | string, name = "contacts.csv") => {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(Buffer.from(bytes as string))]), name);
  const answer = await fetch(`${shop.world.url}/api/v1/imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${api.key}` },
    body: form,
  });
  return { status: answer.status, body: (await answer.json()) as Answered & { error?: { code: string; field?: string } } };
};

export const reached = (api: Client, id: string, ...states: string[]) =>
  eventually(
    async () => {
      const { body } = await api.get<Answered>(`/imports/${id}`);
      return states.includes(body.state) ? body : null;
    },
    `the import to be ${states.join(" or ")}`,
    60_000,
  );

/** Uploads, maps as guessed (or as told), checks; and takes in unless only the check is wanted. */
export const importFile = async (
  shop: Shop,
  api: Client,
  bytes: Buffer | string,
  settings: Settings = {},
  options: { name?: string; dry?: boolean } = {},
) => {
  const { status, body } = await upload(shop, api, bytes, options.name);
  if (status !== 201) throw new Error(`the upload was refused: ${JSON.stringify(body)}`);
  const { body: preview } = await api.get<{ columns: { column: number; name: string; guess: string | null }[] }>(
    `/imports/${body.id}/preview`,
  );
  const columns = settings.columns ?? preview.columns.flatMap(({ column, guess }) => (guess === null ? [] : [{ column, to: guess }]));
  const match = ["phone", "email"].filter((key) => columns.some((one) => one.to === key));
  const asked = await api.post(`/imports/${body.id}/check`, { match, ...settings, columns });
  if (asked.status !== 200) throw new Error(`the check was refused: ${JSON.stringify(asked.body)}`);
  const checked = await reached(api, body.id, "checked", "failed");
  if (options.dry || checked.state === "failed") return { id: body.id, preview, checked, done: checked };
  await api.post(`/imports/${body.id}/run`);
  return { id: body.id, preview, checked, done: await reached(api, body.id, "done", "failed") };
};

export type Found = { row: number; kind: string; reasons: { column: string | null; message: string }[]; cells: string[] };
export const problemsOf = async (api: Client, id: string) =>
  (await api.get<{ items: Found[] }>(`/imports/${id}/problems?limit=100`)).body.items;
