import { sql } from "kysely";
import type { Ctx } from "../../kernel/module.ts";

/** In whose day "today" is: the member's own time zone, else the organization's. Asked outside the transaction: users are nobody's tenant rows. */
export const zoneOf = async (ctx: Ctx, memberId: string | null): Promise<string> => {
  const { rows } = await sql<{ zone: string }>`
    select coalesce((select u.time_zone from members m join users u on u.id = m.user_id where m.organization_id = o.id and m.id = ${memberId}::uuid), o.time_zone) as zone
      from organizations o where o.id = ${ctx.organizationId}`.execute(ctx.kernel.db.system);
  const zone = rows[0]?.zone ?? "UTC";
  return isZone(zone) ? zone : "UTC";
};

const isZone = (zone: string) => {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

/** The moment a day is over there: a thousandth before the next begins, whatever the clocks do that night. */
export const endOfDay = (day: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1);

export const todayIn = (zone: string): string => Temporal.Now.plainDateISO(zone).toString();
