import type { Tx } from "./db/pools.ts";
import { newId } from "./id.ts";
import type { Actor, Ctx } from "./module.ts";

type Payload = Record<string, unknown> & { conversationId?: string | null; contactId?: string | null };

/** Records that something happened, in the transaction that makes it true. Payloads carry ids and facts, never message bodies. */
export const emit = async (tx: Tx, ctx: Ctx, name: string, payload: Payload): Promise<void> => {
  const schema = ctx.kernel.events.get(name);
  if (!schema) throw new Error(`The event ${name} is declared by no module`);
  schema.parse(payload);
  await emitMany(tx, [{ organizationId: ctx.organizationId, name, payload, actor: ctx.actor }]);
};

/** `id` where a row of another table refers to the event. */
export type EventRow = { id?: string; organizationId: string; name: string; payload: Payload; actor: Actor; occurredAt?: Date };

/** Set-based form for the projector and other batch work. */
export const emitMany = async (tx: Tx, rows: EventRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx
    .insertInto("events")
    .values(
      rows.map((row) => ({
        organization_id: row.organizationId,
        id: row.id ?? newId(),
        name: row.name,
        actor: JSON.stringify(row.actor),
        contact_id: row.payload.contactId ?? null,
        conversation_id: row.payload.conversationId ?? null,
        payload: JSON.stringify(row.payload),
        occurred_at: row.occurredAt ?? new Date(),
      })),
    )
    .execute();
};
