import { type Kernel, systemContext } from "../../kernel/module.ts";
import { changeListMembers, makeList, makeSegment, Rule } from "../audience/index.ts";
import type { Team } from "./people.ts";

/** What a coffee shop asks of its people, and a list kept by hand. */
export const fillSegments = async (kernel: Kernel, { organizationId }: Team): Promise<void> => {
  const ctx = systemContext(kernel, organizationId, "demo");
  const make = async (name: string, description: string, match: "all" | "any" | "none", ...rules: unknown[]) =>
    (await makeSegment(ctx, { name, description, rule: Rule.parse({ match, rules }) })).id;

  const people = await kernel.db.system
    .selectFrom("contacts")
    .select("id")
    .where("organization_id", "=", organizationId)
    .orderBy("id")
    .limit(4)
    .execute();
  const list = await makeList(ctx, { name: "Tasting evening", description: "Who signed up at the counter" });
  await changeListMembers(ctx, list.id, { add: people.map((person) => person.id), remove: [] });

  const recent = await make("Wrote today", "Has written in the last 24 hours", "all", {
    about: "event",
    event: "message.received",
    window: { kind: "last", amount: 24, unit: "hours" },
  });
  await make(
    "Waiting for an answer",
    "The last word is theirs, and they may be written to",
    "all",
    { about: "conversation", op: "is", state: "unanswered" },
    { about: "reachable", op: "is", by: "whatsapp" },
  );
  await make("Bought what they looked at", "An order within three days after viewing a product", "all", {
    about: "event",
    event: "Order Completed",
    window: { kind: "last", amount: 30, unit: "days" },
    relation: { order: "after", event: "Product Viewed", within: { amount: 3, unit: "days" } },
  });
  await make(
    "Loyal and quiet",
    "Customers who have not written today",
    "all",
    { about: "field", field: "stage", op: "one_of", value: ["customer", "loyal"] },
    { about: "segment", op: "not_in", segmentId: recent },
  );
  await make(
    "Invite to the tasting",
    "On the list, or those who wrote today with consent to marketing",
    "any",
    { about: "list", op: "in", listId: list.id },
    {
      match: "all",
      rules: [
        { about: "segment", op: "in", segmentId: recent },
        { about: "consent", op: "granted", channel: "whatsapp", purpose: "marketing" },
      ],
    },
  );
};
