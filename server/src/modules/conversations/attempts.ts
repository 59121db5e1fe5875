import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Failure } from "../../kernel/deliveries.ts";
import { notFound } from "../../kernel/errors.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { displayIdentity } from "../contacts/index.ts";
import type { Attempts } from "./attempts.api.ts";

type View = z.input<typeof Attempts>;
type Item = View["items"][number];
type Entry = { state: Item["told"][number]["state"]; at: string; by?: Actor };

/** Every delivery of a message with every request made for it: what one asks when a customer says they got it twice, or never. */
export const attemptsOf = (ctx: Ctx, path: { conversationId: string; messageId: string }): Promise<View> =>
  ctx.transaction(async (tx) => {
    const message = await tx
      .selectFrom("messages")
      .select("delivery_id")
      .where("organization_id", "=", ctx.organizationId)
      .where("conversation_id", "=", path.conversationId)
      .where("id", "=", path.messageId)
      .executeTakeFirst();
    if (!message) throw notFound("message");
    const rows = await tx
      .selectFrom("deliveries")
      .select(["id", "state", "reason", "failure", "identity_id", "created_by", "created_at", "due_at", "history"])
      .where("organization_id", "=", ctx.organizationId)
      .where("message_id", "=", path.messageId)
      .orderBy("id")
      .execute();
    const ids = rows.map((row) => row.id);
    const requests = await requestsOf(tx, ctx.organizationId, ids);
    const addresses = await addressesOf(
      tx,
      ctx.organizationId,
      rows.flatMap((row) => row.identity_id ?? []),
    );
    return {
      arrived: rows.filter((row) => row.state === "delivered" || row.state === "read").length,
      items: rows.map((row) => ({
        id: row.id,
        current: row.id === message.delivery_id,
        state: row.state as Item["state"],
        reason: row.reason,
        to: addresses.get(row.identity_id ?? "") ?? null,
        by: who(row.created_by as Actor),
        at: row.created_at,
        dueAt: row.state === "queued" ? row.due_at : null,
        failure: row.failure as Failure | null,
        requests: requests.get(row.id) ?? [],
        told: (row.history as Entry[]).map(({ state, at, by }) => ({ state, at: new Date(at), by: by ? who(by) : null })),
      })),
    };
  });

const who = (actor: Partial<Actor> & { name?: string }) => ({ kind: actor.kind ?? "system", name: actor.name ?? null });

const requestsOf = async (tx: Tx, organizationId: string, deliveryIds: string[]): Promise<Map<string, Item["requests"]>> => {
  if (deliveryIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("delivery_attempts")
    .select(["delivery_id", "number", "started_at", "finished_at", "outcome", "failure"])
    .where("organization_id", "=", organizationId)
    .where("delivery_id", "in", deliveryIds)
    .orderBy("number")
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.delivery_id)].map(([id, same]) => [
      id,
      same.map((row) => ({
        number: row.number,
        at: row.started_at,
        answeredAt: row.finished_at,
        outcome: row.outcome as Item["requests"][number]["outcome"],
        failure: row.failure as Failure | null,
      })),
    ]),
  );
};

const addressesOf = async (tx: Tx, organizationId: string, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("identities")
    .select(["id", "kind", "scope", "value"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, displayIdentity(row)]));
};
