import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { Actor, Ctx } from "../../kernel/module.ts";
import { readCursor, toPage } from "../../kernel/page.ts";
import type { Duplicate, DuplicateQuery, ReasonKind } from "./duplicate.api.ts";
import { strongFrom } from "./duplicate-keys.ts";
import { presentSummaries } from "./present.ts";

/** Nobody counts further than this, and no count grows with the organization. */
const most = 1000;

type Row = {
  contact_id: string;
  other_contact_id: string;
  score: number;
  reasons: ReasonKind[];
  found_at: Date;
  dismissed_at: Date | null;
  dismissed_by: Actor | null;
  place: string;
};

/** Open ones by score, those somebody said no to by when. */
export const listDuplicates = (ctx: Ctx, query: z.output<typeof DuplicateQuery>) =>
  ctx.transaction(async (tx) => {
    const open = query.state === "open";
    const after = readPlaceOf(query.after, open);
    const { rows } = await sql<Row>`
      select contact_id, other_contact_id, score, reasons, found_at, dismissed_at, dismissed_by, ${open ? sql`score::text` : sql`dismissed_at::text`} as place from duplicates
       where organization_id = ${ctx.organizationId} and ${open ? sql`dismissed_at is null` : sql`dismissed_at is not null`}
         ${query.strength === "strong" ? sql`and score >= ${strongFrom}` : query.strength === "weak" ? sql`and score < ${strongFrom}` : sql``}
         ${query.contactId === undefined ? sql`` : sql`and (contact_id = ${query.contactId} or other_contact_id = ${query.contactId})`}
         ${
           after === null
             ? sql``
             : open
               ? sql`and score <= ${after.place}::int and (score < ${after.place}::int or (contact_id, other_contact_id) > (${after.one}::uuid, ${after.other}::uuid))`
               : sql`and dismissed_at <= ${after.place}::timestamptz and (dismissed_at < ${after.place}::timestamptz or (contact_id, other_contact_id) > (${after.one}::uuid, ${after.other}::uuid))`
         }
       order by ${open ? sql`score` : sql`dismissed_at`} desc, contact_id, other_contact_id limit ${query.limit + 1}`.execute(tx);
    const page = toPage(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.place, row.contact_id, row.other_contact_id],
    );
    return { items: await presentPairs(tx, ctx.organizationId, page.items), next: page.next };
  });

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const readPlaceOf = (after: string | undefined, open: boolean) => {
  const [place = "", one = "", other = ""] = readCursor(after, 3) ?? [];
  if (after === undefined) return null;
  const isPlace = open ? /^\d{1,3}$/.test(place) : /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(place);
  if (!isPlace || !uuid.test(one) || !uuid.test(other))
    throw invalid("after", "This is not a page cursor of this list.", "Pass the `next` of the page before, unchanged.");
  return { place, one, other };
};

/** Two queries more than the pairs themselves, however many there are. */
const presentPairs = async (tx: Tx, organizationId: string, pairs: Row[]): Promise<z.input<typeof Duplicate>[]> => {
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.flatMap((pair) => [pair.contact_id, pair.other_contact_id]))];
  const contacts = await tx
    .selectFrom("contacts")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  const shown = new Map((await presentSummaries(tx, organizationId, contacts)).map((contact) => [contact.id, contact]));
  return pairs.flatMap((pair) => {
    // Whom we have known longer stands first: usually the one to keep.
    const [contact, other] = [shown.get(pair.contact_id), shown.get(pair.other_contact_id)];
    if (!contact || !other) return [];
    const by = pair.dismissed_by;
    return [
      {
        contact,
        other,
        score: pair.score,
        reasons: pair.reasons,
        foundAt: pair.found_at,
        dismissedAt: pair.dismissed_at,
        dismissedBy: by === null || by.kind === "contact" ? null : by.name,
      },
    ];
  });
};

export const countDuplicates = (ctx: Ctx) =>
  ctx.transaction(async (tx) => {
    const capped = (condition: ReturnType<typeof sql>) =>
      sql`(select count(*)::int from (select from duplicates where organization_id = ${ctx.organizationId} and ${condition} limit ${most}) counted)`;
    const { rows } = await sql<{ strong: number; weak: number; dismissed: number }>`
      select ${capped(sql`dismissed_at is null and score >= ${strongFrom}`)} as strong, ${capped(sql`dismissed_at is null and score < ${strongFrom}`)} as weak,
             ${capped(sql`dismissed_at is not null`)} as dismissed`.execute(tx);
    return rows[0] ?? { strong: 0, weak: 0, dismissed: 0 };
  });
