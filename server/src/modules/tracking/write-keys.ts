import { randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import type { WriteKeys } from "../../kernel/db/schema.types.ts";
import { conflict, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { idCursor, type PageQuery, toPage } from "../../kernel/page.ts";
import type { WriteKey, WriteKeyChange, WriteKeyRequest } from "./write-key.api.ts";

const mostKeys = 50;

/** Newest first, revoked ones too: what once could send stays to be seen. */
export const writeKeys = (ctx: Ctx, page: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = idCursor(page.after);
    const rows = await tx
      .selectFrom("write_keys")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .$if(after !== undefined, (query) => query.where("id", "<", after ?? ""))
      .orderBy("id", "desc")
      .limit(page.limit + 1)
      .execute();
    return toPage(rows, page.limit, view, (row) => [row.id]);
  });

export const createWriteKey = (ctx: Ctx, wanted: z.output<typeof WriteKeyRequest>) =>
  ctx.transaction(async (tx) => {
    const { count } = await tx
      .selectFrom("write_keys")
      .select((each) => each.fn.countAll<string>().as("count"))
      .where("organization_id", "=", ctx.organizationId)
      .where("revoked_at", "is", null)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostKeys)
      throw conflict("too_many_write_keys", `There are ${mostKeys} write keys in use.`, "Revoke one that is not needed.");
    const id = newId();
    const row = await tx
      .insertInto("write_keys")
      .values({
        organization_id: ctx.organizationId,
        id,
        key: `wk_${randomBytes(18).toString("base64url")}`,
        ...columns(wanted),
        signing_secret: ctx.kernel.vault.seal(place(ctx, id), randomBytes(32).toString("base64url")),
        created_by: ctx.actor.kind === "member" ? ctx.actor.memberId : null,
      } as never)
      .returningAll()
      .executeTakeFirstOrThrow();
    await emit(tx, ctx, "write_key.created", { writeKeyId: id });
    await audit(tx, ctx, "write_key.created", { writeKeyId: id }, { origins: wanted.origins });
    return view(row);
  });

export const changeWriteKey = async (ctx: Ctx, writeKeyId: string, change: z.output<typeof WriteKeyChange>) => {
  const answer = await ctx.transaction(async (tx) => {
    const before = await requireKey(tx, ctx, writeKeyId);
    if (before.revoked_at) throw conflict("revoked", "A revoked write key cannot be changed.", "Make another one.");
    const wanted = columns(change);
    const fields = Object.keys(wanted).filter(
      (column) => JSON.stringify(wanted[column]) !== JSON.stringify(before[column as keyof typeof before]),
    );
    if (fields.length === 0) return view(before);
    const row = await tx
      .updateTable("write_keys")
      .set(wanted as never)
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", writeKeyId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await emit(tx, ctx, "write_key.changed", { writeKeyId, fields });
    await audit(tx, ctx, "write_key.changed", { writeKeyId }, { fields });
    return view(row);
  });
  // Every process keeps keys for some seconds; this makes them look again.
  ctx.kernel.live.wake("access");
  return answer;
};

export const revokeWriteKey = async (ctx: Ctx, writeKeyId: string): Promise<void> => {
  await ctx.transaction(async (tx) => {
    const { revoked_at } = await requireKey(tx, ctx, writeKeyId);
    if (revoked_at) return;
    await tx
      .updateTable("write_keys")
      .set({ revoked_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", writeKeyId)
      .execute();
    await emit(tx, ctx, "write_key.revoked", { writeKeyId });
    await audit(tx, ctx, "write_key.revoked", { writeKeyId });
  });
  ctx.kernel.live.wake("access");
};

/** Whoever has it can say from a browser that they are anybody: reading it is noted. */
export const signingSecret = (ctx: Ctx, writeKeyId: string) =>
  ctx.transaction(async (tx) => {
    const { signing_secret } = await requireKey(tx, ctx, writeKeyId);
    await audit(tx, ctx, "write_key.secret_read", { writeKeyId });
    return { secret: ctx.kernel.vault.open(place(ctx, writeKeyId), signing_secret) };
  });

const requireKey = async (tx: Tx, ctx: Ctx, writeKeyId: string) => {
  const row = await tx
    .selectFrom("write_keys")
    .selectAll()
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", writeKeyId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound("write key");
  return row;
};

const place = (ctx: Ctx, row: string) => ({ organizationId: ctx.organizationId, table: "write_keys", column: "signing_secret", row });

const columns = (facts: z.output<typeof WriteKeyChange>): Record<string, unknown> => ({
  ...(facts.name === undefined ? {} : { name: facts.name }),
  ...(facts.origins === undefined ? {} : { origins: [...new Set(facts.origins)] }),
  ...(facts.ip === undefined ? {} : { ip: facts.ip }),
  ...(facts.gpc === undefined ? {} : { gpc: facts.gpc }),
  ...(facts.unsigned === undefined ? {} : { unsigned: facts.unsigned }),
  ...(facts.eventsPerSecond === undefined ? {} : { events_per_second: facts.eventsPerSecond }),
});

const view = (row: Selectable<WriteKeys>): z.input<typeof WriteKey> => ({
  id: row.id,
  key: row.key,
  name: row.name,
  origins: row.origins,
  ip: row.ip as "off",
  gpc: row.gpc as "drop",
  unsigned: row.unsigned as "claims",
  eventsPerSecond: row.events_per_second,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
});
