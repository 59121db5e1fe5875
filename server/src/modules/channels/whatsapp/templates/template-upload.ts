import { conflict, Refusal, unavailable } from "../../../../kernel/errors.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import { callGraph } from "../graph/graph.ts";
import { accessOf, type NumberRow } from "../numbers/number.ts";
import { templateRefusal } from "./template-refusals.ts";
import type { CardPart, Part, Written } from "./template-shape.ts";

/**
 * Uploads the samples and answers the components as Graph wants them, with a handle where a sample belongs. A handle is for this one
 * request; uploading again harms nobody, so a try that failed leaves nothing behind.
 */
export const withHandles = async (ctx: Ctx, number: NumberRow, written: Pick<Written, "components" | "samples">): Promise<Part[]> => {
  const entries = Object.entries(written.samples);
  if (entries.length === 0) return written.components;
  const appId = await appOf(ctx, number);
  const handles = new Map<string, string>();
  for (const [part, fileId] of entries) {
    const known = [...handles].find(([other]) => written.samples[other] === fileId);
    handles.set(part, known?.[1] ?? (await upload(ctx, number, appId, part, fileId)));
  }
  const given = (part: Part | CardPart, field: string) => {
    const handle = handles.get(field);
    return handle && part.type === "HEADER" && !["TEXT", "LOCATION"].includes(part.format ?? "TEXT")
      ? { ...part, example: { header_handle: [handle] } }
      : part;
  };
  return written.components.map((part) => ({
    ...(given(part, "header") as Part),
    ...(part.cards
      ? {
          cards: part.cards.map((card, at) => ({ components: card.components.map((one) => given(one, `cards.${at}.header`) as CardPart) })),
        }
      : {}),
  }));
};

const appOf = async (ctx: Ctx, number: NumberRow): Promise<string> => {
  const answer = await callGraph(ctx.kernel, accessOf(ctx.kernel, number), {
    purpose: "service_operation",
    path: "app",
    query: { fields: "id" },
  });
  if (answer.error) throw templateRefusal(answer.error);
  if (typeof answer.json?.id !== "string") throw unavailable("WhatsApp did not say which app the token belongs to. Try again shortly.");
  return answer.json.id;
};

/** Meta's resumable upload: open a session, put the bytes, get a handle. */
const upload = async (ctx: Ctx, number: NumberRow, appId: string, part: string, fileId: string): Promise<string> => {
  const { files, db } = ctx.kernel;
  const file = await db.system
    .selectFrom("files")
    .select(["name", "mime"])
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", fileId)
    .where("state", "=", "stored")
    .executeTakeFirst();
  const size = await files.size(ctx.organizationId, fileId);
  if (!file || size === null)
    throw conflict("sample_missing", "The sample file is not here any more.", "Choose it again.", `${part}.sample`);
  const mime = file.mime ?? "application/octet-stream";
  const access = accessOf(ctx.kernel, number);
  const session = await callGraph(ctx.kernel, access, {
    purpose: "service_operation",
    path: `${appId}/uploads`,
    method: "POST",
    query: { file_name: (file.name ?? "sample").replace(/[^\x20-\x7e]/g, "_"), file_length: String(size), file_type: mime },
  });
  const id = session.json?.id;
  if (session.error || typeof id !== "string" || !id.startsWith("upload:")) throw refused(part, session.error);
  const answer = await callGraph(ctx.kernel, access, {
    purpose: "service_operation",
    path: id,
    method: "POST",
    bytes: { mime, size, stream: files.read(ctx.organizationId, fileId) },
    timeoutMs: 120_000,
  });
  if (typeof answer.json?.h !== "string") throw refused(part, answer.error);
  return answer.json.h;
};

const refused = (part: string, problem: Parameters<typeof templateRefusal>[0] | null): Refusal => {
  if (!problem) return unavailable("WhatsApp did not take the sample file. Try again shortly.");
  const refusal = templateRefusal(problem);
  if (refusal.status !== 422) return refusal;
  return new Refusal(422, "sample_refused", refusal.message, { field: `${part}.sample`, remedy: "Choose another file." });
};
