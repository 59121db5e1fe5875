import { type Selectable, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Contacts, Identities } from "../../kernel/db/schema.types.ts";
import type { ContactSummary, Identity, Tag } from "./contacts.api.ts";
import { displayIdentity, displayName } from "./display.ts";
import { valuesOf } from "./field-values.ts";
import { type FieldDefinition, fieldsOf } from "./fields.ts";

export type ContactRow = Selectable<Contacts>;
export type IdentityRow = Pick<
  Selectable<Identities>,
  | "id"
  | "contact_id"
  | "kind"
  | "scope"
  | "value"
  | "first_seen_at"
  | "last_seen_at"
  | "retired_at"
  | "undeliverable_at"
  | "evidence"
  | "merged_from"
>;
export const identityColumns = [
  "id",
  "contact_id",
  "kind",
  "scope",
  "value",
  "first_seen_at",
  "last_seen_at",
  "retired_at",
  "undeliverable_at",
  "evidence",
  "merged_from",
] as const;
type Kind = z.infer<typeof Identity>["kind"];

export const presentIdentity = (row: IdentityRow): z.input<typeof Identity> => ({
  id: row.id,
  kind: row.kind as Kind,
  scope: row.scope,
  value: row.value,
  display: displayIdentity(row),
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
  retired: row.retired_at !== null,
  // Whoever was seen since has an account that works.
  undeliverableAt: row.undeliverable_at !== null && row.undeliverable_at > row.last_seen_at ? row.undeliverable_at : null,
  ...learnedFrom(row.evidence as Record<string, unknown>),
  mergedFromId: row.merged_from,
});

/** A channel, the website's events, an import, or whoever wrote it down. */
const learnedFrom = ({ source, by, movedFrom, importId }: Record<string, unknown>) => ({
  learnedFrom: typeof importId === "string" ? "import" : typeof source === "string" ? source : typeof by === "string" ? by : null,
  replacesId: typeof movedFrom === "string" ? movedFrom : null,
});

/** Rows as a list shows them, in the order given: three queries more, however many rows. */
export const presentSummaries = async (tx: Tx, organizationId: string, rows: ContactRow[]): Promise<z.input<typeof ContactSummary>[]> => {
  const ids = rows.map((row) => row.id);
  const identities = Map.groupBy(await identitiesOf(tx, organizationId, ids), (identity) => identity.contact_id);
  const tags = await tagsOf(tx, organizationId, ids);
  const definitions = rows.length === 0 ? [] : await fieldsOf(tx, organizationId);
  return rows.map((row) => {
    const own = identities.get(row.id) ?? [];
    const current = own.filter((identity) => identity.retired_at === null);
    return {
      ...presentFacts(row, own, definitions),
      tags: tags.get(row.id) ?? [],
      identities: current.map((identity) => ({ kind: identity.kind as Kind, display: displayIdentity(identity) })),
    };
  });
};

export const presentFacts = (row: ContactRow, identities: IdentityRow[], definitions: readonly FieldDefinition[]) => ({
  id: row.id,
  name: displayName(row, identities),
  company: row.company,
  companyId: row.company_id,
  stage: row.stage,
  score: row.score,
  ownerId: row.owner_id,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  fields: valuesOf(definitions, row),
});

/** Those in use first, each in the order they were learned. */
export const identitiesOf = async (tx: Tx, organizationId: string, contactIds: string[]): Promise<IdentityRow[]> =>
  contactIds.length === 0
    ? []
    : tx
        .selectFrom("identities")
        .select(identityColumns)
        .where("organization_id", "=", organizationId)
        .where("contact_id", "in", contactIds)
        .orderBy((eb) => eb("retired_at", "is not", null))
        .orderBy("id")
        .execute();

export const tagsOf = async (tx: Tx, organizationId: string, contactIds: string[]): Promise<Map<string, z.infer<typeof Tag>[]>> => {
  if (contactIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("contact_tags as given")
    .innerJoin("tags", (join) => join.onRef("tags.organization_id", "=", "given.organization_id").onRef("tags.id", "=", "given.tag_id"))
    .select(["given.contact_id", "tags.id", "tags.name", "tags.hue"])
    .where("given.organization_id", "=", organizationId)
    .where("given.contact_id", "in", contactIds)
    .orderBy(sql`lower(tags.name)`)
    .execute();
  const tags = new Map<string, z.infer<typeof Tag>[]>();
  for (const { contact_id, ...tag } of rows) tags.set(contact_id, [...(tags.get(contact_id) ?? []), tag]);
  return tags;
};
