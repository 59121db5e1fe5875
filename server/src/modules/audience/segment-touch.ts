import { sql } from "kysely";
import type { ConsumedEvent } from "../../kernel/consumers.ts";
import type { Tx } from "../../kernel/db/pools.ts";

/** Everything of a contact is asked again, its events too. */
export const everything = "everything";
/** A contact that was not there before: nothing is known of them yet. */
export const appeared = "appeared";

/** Of nobody: fields, tags or lists themselves may have changed. */
export const definitionsChanged = "definitions";
const nobody = "00000000-0000-0000-0000-000000000000";

/** Which news an event is, in the words of leafKeys(). What an event says about itself is not trusted: the contact is read as it is. */
export const newsOf = ({ name, payload }: Pick<ConsumedEvent, "name" | "payload">): string[] => {
  const seen = [`event:${name}`, "field:last_seen_at"];
  const words = (key: string) => (Array.isArray(payload[key]) ? (payload[key] as unknown[]).map(String) : []);
  switch (name) {
    case "contact.created":
      return [...seen, appeared];
    case "contact.updated":
      return [...seen, ...words("fields").map(fieldKey)];
    case "contact.stage_changed":
      return [...seen, "field:stage"];
    case "contact.scored":
      return [...seen, "field:score"];
    case "contact.tagged":
      return [...seen, ...[...words("added"), ...words("removed")].map((id) => `tag:${id}`)];
    case "consent.granted":
    case "consent.withdrawn":
      return [...seen, "consent"];
    case "contact.merged":
    case "contact.unmerged":
    case "contact.joined":
      return [everything];
    case "visitor.identified":
      return [...seen, "reachable"];
  }
  if (name.startsWith("contact.identity_")) return [...seen, "reachable"];
  if (name.startsWith("conversation.")) return [...seen, "conversation"];
  // A message may show that an identity works, or does not.
  if (name.startsWith("message.")) return [...seen, "conversation", "reachable"];
  return seen;
};

const builtIn: Record<string, string> = { timeZone: "time_zone", ownerId: "owner", owner_id: "owner", lastSeenAt: "last_seen_at" };
const fieldKey = (field: string) => `field:${builtIn[field] ?? field}`;

/** Which contacts: of a merge both. */
const contactsOf = ({ contactId, payload }: ConsumedEvent): string[] =>
  [contactId, payload.otherContactId].filter((id): id is string => typeof id === "string" && id !== "");

type Touch = { organizationId: string; contactId: string; keys: string[]; again: boolean };

/** Writes down whom the evaluators have to look at, and why. It decides nothing: a rule cannot make it slow or fail. */
export const touchContacts = async (tx: Tx, events: ConsumedEvent[]): Promise<number> => {
  const asked = await keysAsked(tx, [...new Set(events.map((event) => event.organizationId))]);
  if (asked.size === 0) return 0;
  const touches = new Map<string, Touch>();
  for (const event of events) {
    const keys = asked.get(event.organizationId);
    if (!keys || event.name.startsWith("segment.")) continue;
    const news = newsOf(event).filter((key) => keys.has(key) || key === everything || key === appeared);
    if (definitions.test(event.name)) news.push(definitionsChanged);
    if (news.length === 0) continue;
    const again = news.includes(everything);
    const contactIds = contactsOf(event);
    for (const contactId of contactIds.length > 0 ? contactIds : [nobody]) {
      const place = `${event.organizationId}:${contactId}:${again}`;
      const found = touches.get(place);
      if (found) found.keys.push(...news);
      else touches.set(place, { organizationId: event.organizationId, contactId, keys: [...news], again });
    }
  }
  await writeTouches(tx, [...touches.values()]);
  return touches.size;
};

const definitions = /^(field\.|tag\.|list\.deleted|organization\.)/;

/** What is asked at all: an event nobody asks about costs nothing more. A question that appears later is built from what is there by then. */
const keysAsked = async (tx: Tx, organizationIds: string[]): Promise<Map<string, Set<string>>> => {
  const { rows } = await sql<{ organization_id: string; keys: string[] | null }>`
    select p.organization_id, (select array_agg(distinct k.key) from segment_leaves l cross join lateral unnest(l.keys) as k (key)
                                where l.organization_id = p.organization_id and l.state <> 'dropped') as keys
      from segment_plans p where p.organization_id = any(${organizationIds}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.organization_id, new Set(row.keys ?? [])]));
};

/** Also for what is no event: a list was changed, another segment was built anew. */
export const writeTouches = async (tx: Tx, touches: Touch[]): Promise<void> => {
  if (touches.length === 0) return;
  const rows = touches.map((touch) => ({ o: touch.organizationId, c: touch.contactId, k: [...new Set(touch.keys)], a: touch.again }));
  await sql`
    insert into segment_touches (organization_id, contact_id, keys, again)
    select o, c, k, a from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (o uuid, c uuid, k text[], a boolean)`.execute(tx);
};
