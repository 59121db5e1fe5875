import { contextFor, type Kernel } from "../../kernel/module.ts";
import { makeView, placeViews, startBulk } from "../audience/index.ts";
import type { Team } from "./people.ts";

const usual = { shared: true, direction: "desc" as const };
const columns = (...keys: string[]) => keys.map((key) => ({ key, width: null }));

/** What the team looks at each day, and one change of many contacts that can still be taken back. */
export const fillLists = async (kernel: Kernel, team: Team): Promise<void> => {
  const { organizationId, owner } = team;
  const actor = { kind: "member", memberId: owner.memberId, userId: owner.userId, name: "Mara Lindqvist" } as const;
  const ctx = contextFor(kernel, organizationId, actor, new Set(["contacts.read", "contacts.write"]));
  const regulars = await makeView(ctx, {
    ...usual,
    name: "Regulars by spending",
    filter: [{ about: "field", field: "stage", op: "one_of", value: ["customer", "loyal"] }],
    sort: "fields.spent",
    columns: columns("name", "stage", "fields.roast", "fields.spent", "fields.bags", "score", "last_seen_at"),
  });
  const waiting = await makeView(ctx, {
    ...usual,
    name: "Waiting for us",
    filter: [{ about: "conversation", op: "is", state: "unanswered" }],
    sort: "last_seen_at",
    columns: columns("name", "reached_by", "owner", "stage", "last_seen_at"),
  });
  const leads = await makeView(ctx, {
    ...usual,
    shared: false,
    name: "Leads without an owner",
    filter: [
      { about: "field", field: "stage", op: "is", value: "lead" },
      { about: "field", field: "owner", op: "unknown" },
    ],
    sort: "score",
    columns: [],
  });
  await placeViews(ctx, { pinned: [waiting.id, regulars.id, leads.id], first: null });
  const office = await kernel.db.system
    .selectFrom("tags")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("name", "=", "Office")
    .executeTakeFirst();
  if (!office) return;
  await startBulk(ctx, {
    action: { kind: "add_tags", tagIds: [office.id] },
    contacts: { filter: [{ about: "field", field: "company", op: "known" }] },
  });
};
