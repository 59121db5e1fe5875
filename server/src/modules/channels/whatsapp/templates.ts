import { sql } from "kysely";
import type { z } from "zod";
import type { Ctx } from "../../../kernel/module.ts";
import { readCursor, toPage } from "../../../kernel/page.ts";
import type { Template, TemplateQuery } from "../channels.api.ts";
import { bodyOf, type TemplateComponent, variablesOf } from "./template-fill.ts";

/** By name and language; a channel's templates are its account's. */
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
          ...(query.search ? [sql<boolean>`position(lower(${query.search}) in lower(name || ' ' || components::text)) > 0`] : []),
          ...(after ? [sql<boolean>`(name, language, id::text) > (${after[0]}, ${after[1]}, ${after[2]}::text)`] : []),
        ]),
      )
      .orderBy("name")
      .orderBy("language")
      .orderBy("id")
      .limit(query.limit + 1)
      .execute();
    return toPage(rows, query.limit, templateView, (row) => [row.name, row.language, row.id]);
  });

type Row = {
  id: string;
  account_id: string;
  name: string;
  language: string;
  category: string;
  state: string;
  quality: string | null;
  reason: string | null;
  parameter_format: string;
  components: unknown;
  correct_category: string | null;
  updated_at: Date;
};

const templateView = (row: Row): z.input<typeof Template> => {
  const components = row.components as TemplateComponent[];
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    language: row.language,
    category: row.category,
    state: row.state,
    quality: row.quality,
    reason: row.reason,
    parameterFormat: row.parameter_format === "NAMED" ? "NAMED" : "POSITIONAL",
    components: components as unknown as Record<string, unknown>[],
    variables: variablesOf(bodyOf(components)),
    correctCategory: row.correct_category,
    updatedAt: row.updated_at,
  };
};
