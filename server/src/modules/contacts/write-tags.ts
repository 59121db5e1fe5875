import { sql } from "kysely";
import type { Tx } from "../../kernel/db/pools.ts";
import type { ContactWrite } from "./write.ts";

/** Gives and takes tags of many contacts in two statements; answers what really changed, by contact. */
export const writeTags = async (tx: Tx, organizationId: string, writes: ContactWrite[]) => {
  const moved = new Map<string, { added: string[]; removed: string[] }>();
  const of = (contactId: string) => {
    const found = moved.get(contactId) ?? { added: [], removed: [] };
    moved.set(contactId, found);
    return found;
  };
  const pairs = (which: "add" | "remove") =>
    writes
      .flatMap(({ contactId, tags }) => (tags?.[which] ?? []).map((tag) => ({ contactId, tag })))
      .sort((a, b) => (a.contactId + a.tag < b.contactId + b.tag ? -1 : 1));
  const added = pairs("add");
  if (added.length > 0) {
    const { rows } = await sql<{ contact_id: string; tag_id: string }>`
      insert into contact_tags (organization_id, contact_id, tag_id)
      select distinct ${organizationId}::uuid, c, t from unnest(${added.map((each) => each.contactId)}::uuid[], ${added.map((each) => each.tag)}::uuid[]) as g (c, t)
      on conflict do nothing returning contact_id, tag_id`.execute(tx);
    for (const row of rows) of(row.contact_id).added.push(row.tag_id);
  }
  const removed = pairs("remove");
  if (removed.length > 0) {
    const { rows } = await sql<{ contact_id: string; tag_id: string }>`
      delete from contact_tags k using unnest(${removed.map((each) => each.contactId)}::uuid[], ${removed.map((each) => each.tag)}::uuid[]) as g (c, t)
       where k.organization_id = ${organizationId} and k.contact_id = g.c and k.tag_id = g.t returning k.contact_id, k.tag_id`.execute(tx);
    for (const row of rows) of(row.contact_id).removed.push(row.tag_id);
  }
  return moved;
};
