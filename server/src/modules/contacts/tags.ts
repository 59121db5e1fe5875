import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { conflict, invalid, notFound } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import { type PageQuery, readCursor, toPage } from "../../kernel/page.ts";
import type { TagRequest } from "./contacts.api.ts";
import { tagsOf } from "./present.ts";
import { requireContact } from "./require-contact.ts";

const columns = ["id", "name", "hue"] as const;

/** By name. */
export const listTags = (ctx: Ctx, query: z.output<typeof PageQuery>) =>
  ctx.transaction(async (tx) => {
    const after = readCursor(query.after, 1)?.[0];
    const rows = await tx
      .selectFrom("tags")
      .select([...columns, sql<string>`lower(name)`.as("place")])
      .where("organization_id", "=", ctx.organizationId)
      .$if(after !== undefined, (q) => q.where(sql<boolean>`lower(name) > ${after}`))
      .orderBy(sql`lower(name)`)
      .limit(query.limit + 1)
      .execute();
    return toPage(
      rows,
      query.limit,
      ({ id, name, hue }) => ({ id, name, hue }),
      (row) => [row.place],
    );
  });

export const makeTag = (ctx: Ctx, request: z.output<typeof TagRequest>) =>
  ctx.transaction(async (tx) => {
    const tag = { id: newId(), name: request.name, hue: request.hue ?? hueOf(request.name) };
    const made = await tx
      .insertInto("tags")
      .values({ organization_id: ctx.organizationId, ...tag })
      .onConflict((at) => at.expression(sql`organization_id, lower(name)`).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made) throw await nameTaken(tx, ctx, request.name);
    return tag;
  });

export const changeTag = (ctx: Ctx, tagId: string, change: Partial<z.output<typeof TagRequest>>) =>
  ctx.transaction(async (tx) => {
    const tag = await tx
      .selectFrom("tags")
      .select(columns)
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", tagId)
      .forUpdate()
      .executeTakeFirst();
    if (!tag) throw notFound("tag");
    const name = change.name ?? tag.name;
    const twin = await tx
      .selectFrom("tags")
      .select("id")
      .where("organization_id", "=", ctx.organizationId)
      .where(sql<boolean>`lower(name) = lower(${name})`)
      .where("id", "<>", tagId)
      .executeTakeFirst();
    if (twin) throw await nameTaken(tx, ctx, name);
    const changed = { name, hue: change.hue ?? tag.hue };
    await tx.updateTable("tags").set(changed).where("organization_id", "=", ctx.organizationId).where("id", "=", tagId).execute();
    return { id: tagId, ...changed };
  });

/** Takes it from everybody who has it. */
export const removeTag = (ctx: Ctx, tagId: string) =>
  ctx.transaction(async (tx) => {
    const removed = await tx
      .deleteFrom("tags")
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", tagId)
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw notFound("tag");
    await emit(tx, ctx, "tag.deleted", { tagId });
  });

/** The whole set: what is not named is taken away. The same set again tells nobody. */
export const setContactTags = (ctx: Ctx, contactId: string, tagIds: string[]) =>
  ctx.transaction(async (tx) => {
    await requireContact(tx, ctx.organizationId, contactId);
    const wanted = new Set(tagIds);
    const exist =
      wanted.size === 0
        ? []
        : await tx
            .selectFrom("tags")
            .select("id")
            .where("organization_id", "=", ctx.organizationId)
            .where("id", "in", [...wanted])
            .execute();
    if (exist.length < wanted.size) throw invalid("tagIds", "One of these tags does not exist.", "Choose from GET /tags.");
    const given = new Set(
      (
        await tx
          .selectFrom("contact_tags")
          .select("tag_id")
          .where("organization_id", "=", ctx.organizationId)
          .where("contact_id", "=", contactId)
          .execute()
      ).map((row) => row.tag_id),
    );
    const [added, removed] = [[...wanted.difference(given)], [...given.difference(wanted)]];
    if (added.length > 0)
      await tx
        .insertInto("contact_tags")
        .values(added.map((id) => ({ organization_id: ctx.organizationId, contact_id: contactId, tag_id: id })))
        .execute();
    if (removed.length > 0)
      await tx
        .deleteFrom("contact_tags")
        .where("organization_id", "=", ctx.organizationId)
        .where("contact_id", "=", contactId)
        .where("tag_id", "in", removed)
        .execute();
    if (added.length + removed.length > 0) await emit(tx, ctx, "contact.tagged", { contactId, added, removed });
    return { tags: (await tagsOf(tx, ctx.organizationId, [contactId])).get(contactId) ?? [] };
  });

const nameTaken = async (tx: Tx, ctx: Ctx, name: string) => {
  const twin = await tx
    .selectFrom("tags")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst();
  return conflict("tag_exists", "There is a tag of this name.", twin ? `Use tag ${twin.id}.` : undefined);
};

/** The same word gets the same colour. */
export const hueOf = (name: string) => ([...name.toLowerCase()].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6) + 1;
