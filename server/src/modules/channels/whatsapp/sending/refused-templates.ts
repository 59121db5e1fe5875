import { createHash } from "node:crypto";
import type { Tx } from "../../../../kernel/db/pools.ts";
import type { Failure } from "../../../../kernel/deliveries.ts";
import { emitMany } from "../../../../kernel/events.ts";
import { numberOf } from "../numbers/number.ts";
import type { Refused } from "./refusals.ts";

export type TemplateName = { name: string; language: string };

/** What a delivery's frozen content names, if it is a template. */
export const templateNamed = (content: Record<string, unknown>): TemplateName | null => {
  const template = content.template as { name?: unknown; language?: { code?: unknown } } | undefined;
  const [name, language] = [template?.name, template?.language?.code];
  return content.type === "template" && typeof name === "string" && typeof language === "string" ? { name, language } : null;
};

/** One refusal for a template's sake stops every use of it, before the webhook that says so (132015, 132016). */
export const stopTemplates = async (tx: Tx, organizationId: string, refused: Refused[], state: "PAUSED" | "DISABLED"): Promise<void> => {
  for (const { accountId, name, language } of await namedBy(tx, organizationId, refused)) {
    const stopped = await tx
      .updateTable("whatsapp_templates")
      .set({ state, updated_at: new Date() })
      .where("organization_id", "=", organizationId)
      .where("account_id", "=", accountId)
      .where("name", "=", name)
      .where("language", "=", language)
      .where("state", "in", state === "PAUSED" ? ["APPROVED"] : ["APPROVED", "PAUSED"])
      .returning("id")
      .executeTakeFirst();
    if (stopped)
      await emitMany(tx, [
        {
          organizationId,
          name: "template.updated",
          actor: { kind: "system", name: "whatsapp" },
          payload: { templateId: stopped.id, what: "state" },
        },
      ]);
  }
};

/** Refusals for a template's sake, with what it is now: the same is sent again only when it is something else. */
export const templateStamps = async (tx: Tx, organizationId: string, refused: Refused[]): Promise<Map<string, Failure>> => {
  const stamps = new Map<string, string>();
  for (const named of await namedBy(tx, organizationId, refused))
    stamps.set(`${named.channelId} ${named.name} ${named.language}`, await templateStamp(tx, organizationId, named.accountId, named));
  return new Map(
    refused.flatMap((one) => {
      const named = templateNamed(one.content);
      const template = named && stamps.get(`${one.channelId} ${named.name} ${named.language}`);
      return template && one.deliveryId ? [[one.deliveryId, { ...one.failure, template }] as const] : [];
    }),
  );
};

/** A digest of all that decides whether a message made from the template is taken. */
export const templateStamp = async (
  db: Pick<Tx, "selectFrom">,
  organizationId: string,
  accountId: string,
  { name, language }: TemplateName,
): Promise<string> => {
  const row = await db
    .selectFrom("whatsapp_templates")
    .select(["state", "category", "components", "parameter_format"])
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId)
    .where("name", "=", name)
    .where("language", "=", language)
    .executeTakeFirst();
  return createHash("sha256")
    .update(JSON.stringify(row ?? null))
    .digest("hex")
    .slice(0, 16);
};

const namedBy = async (tx: Tx, organizationId: string, refused: Refused[]) => {
  const once = new Map<string, TemplateName & { channelId: string }>();
  for (const { channelId, content } of refused) {
    const named = templateNamed(content);
    if (named) once.set(`${channelId} ${named.name} ${named.language}`, { ...named, channelId });
  }
  const found: (TemplateName & { channelId: string; accountId: string })[] = [];
  for (const [channelId, same] of Map.groupBy(once.values(), (named) => named.channelId)) {
    const number = await numberOf(tx, organizationId, channelId);
    if (number) found.push(...same.map((named) => ({ ...named, accountId: number.account_id })));
  }
  return found;
};
