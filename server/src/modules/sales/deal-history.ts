import { sql } from "kysely";
import type { Ctx } from "../../kernel/module.ts";
import { dealPage } from "./deal.ts";

type Place = { id: string; key: string | null; name: string | null; kind: "open" | "won" | "lost"; hue: number };
type Row = { id: string; from: Place | null; to: Place; by: { id: string; name: string } | null; at: Date };
/** Nobody moves a deal more often by hand; what a program did is cut to the latest. */
const most = 500;

/** Every stage it came to, oldest first. Stages taken out since are named, too. */
export const dealHistory = (ctx: Ctx, dealId: string) =>
  ctx.transaction(async (tx) => {
    await dealPage(tx, ctx.organizationId, dealId);
    const place = (alias: string) =>
      sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'key', ${sql.ref(`${alias}.key`)}, 'name', ${sql.ref(`${alias}.name`)}, 'kind', ${sql.ref(`${alias}.kind`)}, 'hue', ${sql.ref(`${alias}.hue`)})`;
    const { rows } = await sql<Row>`
      select v.id, v.at, case when f.id is null then null else ${place("f")} end as "from", ${place("t")} as "to",
             case when m.id is null then null else jsonb_build_object('id', m.id, 'name', m.name) end as by
        from deal_moves v
        left join deal_stages f on f.organization_id = v.organization_id and f.id = v.from_stage_id
        join deal_stages t on t.organization_id = v.organization_id and t.id = v.to_stage_id
        left join members m on m.organization_id = v.organization_id and m.id = v.member_id
       where v.organization_id = ${ctx.organizationId} and v.deal_id = ${dealId} order by v.id desc limit ${most}`.execute(tx);
    return { items: rows.reverse() };
  });
