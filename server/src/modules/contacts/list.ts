import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Ctx } from "../../kernel/module.ts";
import { cursorOf } from "../../kernel/page.ts";
import type { ContactQuery } from "./contacts.api.ts";
import { homeCountry } from "./country.ts";
import { cursorId } from "./cursor.ts";
import { type Needle, readNeedle } from "./needle.ts";
import { presentSummaries } from "./present.ts";

type Query = z.output<typeof ContactQuery>;
const newest = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** Newest contacts first. Reads the page's ids from one index, then everything else for these ids only. */
export const listContacts = (ctx: Ctx, query: Query) =>
  ctx.transaction(async (tx) => {
    const before = cursorId(query.after) ?? newest;
    const needle = query.search === undefined ? null : readNeedle(query.search, await homeCountry(tx, ctx.organizationId));
    const ids = needle
      ? await searchIds(tx, ctx.organizationId, needle, query, before)
      : await pageIds(tx, ctx.organizationId, query, before);
    const shown = ids.slice(0, query.limit);
    const rows =
      shown.length === 0
        ? []
        : await tx
            .selectFrom("contacts")
            .selectAll()
            .where("organization_id", "=", ctx.organizationId)
            .where("id", "in", shown)
            .orderBy("id", "desc")
            .execute();
    const last = shown.at(-1);
    return {
      items: await presentSummaries(tx, ctx.organizationId, rows),
      next: ids.length > query.limit && last ? cursorOf([last]) : null,
    };
  });

const searchIds = async (tx: Tx, organizationId: string, needle: Needle, query: Query, before: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from candor_search_contacts(${organizationId}, ${needle.words}::text[], ${needle.handle}, ${needle.keys}::text[], ${needle.ending},
      ${query.tag ?? null}, ${query.stage ?? null}, ${before}, ${query.limit + 1}) as id order by id desc`.execute(tx);
  return rows.map((row) => row.id);
};

const pageIds = async (tx: Tx, organizationId: string, query: Query, before: string): Promise<string[]> => {
  const { tag, stage } = query;
  const found = await tx
    .selectFrom("contacts")
    .select("contacts.id")
    .where("contacts.organization_id", "=", organizationId)
    .where("contacts.id", "<", before)
    .$if(stage !== undefined, (q) => q.where("contacts.stage", "=", stage ?? ""))
    .$if(tag !== undefined, (q) =>
      q
        .innerJoin("contact_tags as given", (join) =>
          join.onRef("given.organization_id", "=", "contacts.organization_id").onRef("given.contact_id", "=", "contacts.id"),
        )
        .where("given.tag_id", "=", tag ?? "")
        .where("given.contact_id", "<", before),
    )
    .orderBy(tag === undefined ? "contacts.id" : sql.ref("given.contact_id"), "desc")
    .limit(query.limit + 1)
    .execute();
  return found.map((row) => row.id);
};
