import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../../../kernel/module.ts";
import { readCursor, toPage } from "../../../../kernel/page.ts";
import type { TemplateQuery } from "../../templates.api.ts";
import { templateLanguages } from "./template-languages.ts";
import { shownTemplate, type TemplateRow, type TemplateView, views } from "./template-view.ts";

/** By name and language, so that the languages of one name stand together; a channel's templates are its account's. */
export const templates = (ctx: Ctx, query: z.output<typeof TemplateQuery>) =>
  ctx.transaction(async (tx) => {
    const after = readCursor(query.after, 3);
    const rows = await tx
      .selectFrom("whatsapp_templates")
      .selectAll()
      .where("organization_id", "=", ctx.organizationId)
      .where((eb) =>
        eb.and([
          ...(query.channel
            ? [
                eb(
                  "account_id",
                  "in",
                  eb
                    .selectFrom("whatsapp_numbers")
                    .select("account_id")
                    .where("organization_id", "=", ctx.organizationId)
                    .where("channel_id", "=", query.channel),
                ),
              ]
            : []),
          query.state ? eb("state", "=", query.state.toUpperCase()) : eb("state", "<>", "DELETED"),
          ...(query.account ? [eb("account_id", "=", query.account)] : []),
          ...(query.category ? [eb("category", "=", query.category.toUpperCase())] : []),
          ...(query.language ? [eb("language", "=", query.language)] : []),
          ...(query.name ? [eb("name", "=", query.name)] : []),
          ...(query.search ? [sql<boolean>`position(lower(${query.search}) in lower(name || ' ' || components::text)) > 0`] : []),
          ...(after ? [sql<boolean>`(name, language, id::text) > (${after[0]}, ${after[1]}, ${after[2]}::text)`] : []),
        ]),
      )
      .orderBy("name")
      .orderBy("language")
      .orderBy("id")
      .limit(query.limit + 1)
      .execute();
    const shown = new Map((await views(tx, ctx.organizationId, rows.slice(0, query.limit))).map((view) => [view.id, view]));
    const view = (row: TemplateRow) => shown.get(row.id) as TemplateView;
    return toPage(rows, query.limit, view, (row) => [row.name, row.language, row.id]);
  });

export const template = (ctx: Ctx, templateId: string) => ctx.transaction((tx) => shownTemplate(tx, ctx, templateId));

/** What can be written, and what is. */
export const languages = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const used = await tx
      .selectFrom("whatsapp_templates")
      .select("language")
      .distinct()
      .where("organization_id", "=", ctx.organizationId)
      .where("state", "<>", "DELETED")
      .orderBy("language")
      .execute();
    return { all: templateLanguages, used: used.map((row) => row.language) };
  });
