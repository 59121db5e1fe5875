import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { ContactSummary } from "../contacts/contacts.api.ts";
import { Rule } from "./rule.api.ts";
import { limits } from "./segment-limits.ts";

const name = z.string().trim().min(1).max(120);
const description = z.string().trim().max(1000);

export const SegmentPath = z.object({ segmentId: z.uuid() });
export const SegmentContactPath = SegmentPath.extend({ contactId: z.uuid() });
export const SegmentQuery = PageQuery.extend({
  state: z.enum(["live", "archived"]).default("live"),
  search: z.string().max(120).optional().describe("Part of the name"),
});
export const SegmentRequest = z
  .object({
    name,
    description: description.default(""),
    rule: Rule.describe(`At most ${limits.depth} groups deep and ${limits.leaves} questions`),
  })
  .meta({ id: "SegmentRequest" });
export const SegmentChange = z
  .object({ name: name.optional(), description: description.optional(), rule: Rule.optional() })
  .meta({ id: "SegmentChange" });
export const SegmentCopy = z.object({ name: name.optional() });

export const SegmentSummary = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    state: z
      .enum(["building", "ready", "rebuilding", "archived"])
      .describe("building: for the first time; rebuilding: the rule in force holds until the new one has taken its place"),
    members: z.number().int(),
    enteredLastDays: z.number().int().describe("In the last 7 days"),
    leftLastDays: z.number().int().describe("In the last 7 days"),
    updatedAt: z.date(),
  })
  .meta({ id: "SegmentSummary" });

export const Segment = SegmentSummary.extend({
  rule: Rule.describe("As last saved"),
  version: z.number().int(),
  inForce: z.object({ version: z.number().int(), since: z.date() }).nullable(),
  building: z
    .object({
      version: z.number().int(),
      reason: z.enum(["made", "edited", "rebuilt", "restored"]),
      questionsLeft: z.number().int().describe("Questions of the rule still to be answered for everybody"),
      share: z.number().min(0).max(1).describe("Of the contacts, how many have been asked"),
    })
    .nullable(),
  usedBy: z.array(z.object({ id: z.uuid(), name: z.string() })).describe("Segments that ask about this one"),
  createdAt: z.date(),
}).meta({ id: "Segment" });

export const SegmentMember = ContactSummary.extend({ since: z.date() }).meta({ id: "SegmentMember" });
export const SegmentOfContact = z.object({ id: z.uuid(), name: z.string(), since: z.date() }).meta({ id: "SegmentOfContact" });

export const SegmentDaysQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });
export const SegmentDays = z
  .object({
    items: z.array(
      z.object({ day: z.iso.date(), entered: z.number().int(), left: z.number().int(), members: z.number().int().describe("At its end") }),
    ),
  })
  .meta({ id: "SegmentDays" });

export const SegmentPreviewRequest = z.object({ rule: Rule }).meta({ id: "SegmentPreviewRequest" });
export const SegmentPreview = z
  .object({
    count: z.number().int(),
    exact: z.boolean().describe(`False: it would have taken longer than ${limits.previewMs / 1000} s and is estimated from a sample`),
    total: z.number().int().describe("All contacts; estimated where the count is"),
    sampled: z.number().int().nullable().describe("How many contacts the estimate is made from; null where it is exact"),
    leaves: z.array(z.object({ path: z.string().describe("Such as rule.rules.0"), count: z.number().int() })),
    sample: z.array(ContactSummary).describe("Up to 10 whom it holds of; empty for those who may not read contacts"),
  })
  .meta({ id: "SegmentPreview" });

const Seen = z.object({
  count: z.number().int().nullable().describe("Such events in the window"),
  firstAt: z.date().nullable(),
  lastAt: z.date().nullable(),
  distinct: z.number().int().nullable(),
  sum: z.number().nullable(),
});
export type ExplainedNode =
  | { kind: "group"; path: string; match: "all" | "any" | "none"; holds: boolean; rules: ExplainedNode[] }
  | {
      kind: "leaf";
      path: string;
      holds: boolean;
      leaf: unknown;
      value: unknown;
      seen: z.input<typeof Seen> | null;
      changesAt: Date | null;
    };
export const SegmentExplainedNode: z.ZodType<ExplainedNode, ExplainedNode> = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("group"),
      path: z.string(),
      match: z.enum(["all", "any", "none"]),
      holds: z.boolean(),
      rules: z.array(z.lazy(() => SegmentExplainedNode)),
    }),
    z.object({
      kind: z.literal("leaf"),
      path: z.string().describe("Its place in the rule, such as rule.rules.1.rules.0"),
      holds: z.boolean(),
      leaf: z.unknown().describe("The question, as in the rule"),
      value: z
        .unknown()
        .describe("What the contact has: the field's value, the state of the consent; null where that is nothing or an event is asked"),
      seen: Seen.nullable().describe("Of an event: what was counted"),
      changesAt: z.date().nullable().describe("Not before this moment can time alone change the answer"),
    }),
  ])
  .meta({ id: "SegmentExplainedNode" }) as unknown as z.ZodType<ExplainedNode, ExplainedNode>;
export const SegmentExplanation = z
  .object({
    member: z.boolean().describe("As kept"),
    since: z.date().nullable().describe("Since when they are in; or out, where they were in before"),
    holds: z
      .boolean()
      .describe("As evaluated this moment; differs from `member` for the second a change takes, and while a rule is being built"),
    at: z.date(),
    version: z.number().int(),
    rule: SegmentExplainedNode,
  })
  .meta({ id: "SegmentExplanation" });

export const SegmentText = z.object({ text: z.string().max(2_000_000) }).meta({ id: "SegmentText" });
export const SegmentTextQuery = z.object({
  segmentId: z
    .union([z.uuid(), z.array(z.uuid()).max(limits.segments)])
    .optional()
    .describe("Which; all where none is named"),
});
export const SegmentImport = z
  .object({
    text: z.string().max(2_000_000),
    make: z.boolean().default(false).describe("Make tags and lists that are missing (lists empty); else they are refused"),
    check: z.boolean().default(false).describe("Only say what would be done"),
  })
  .meta({ id: "SegmentImport" });
export const SegmentImported = z
  .object({
    segments: z.array(z.object({ name: z.string(), id: z.uuid().nullable() })),
    made: z.object({ tags: z.array(z.string()), lists: z.array(z.string()) }),
  })
  .meta({ id: "SegmentImported" });

export const ListPath = z.object({ listId: z.uuid() });
export const ListRequest = z.object({ name, description: description.default("") }).meta({ id: "ListRequest" });
export const ListChange = z.object({ name: name.optional(), description: description.optional() }).meta({ id: "ListChange" });
export const List = z
  .object({ id: z.uuid(), name: z.string(), description: z.string(), members: z.number().int(), createdAt: z.date() })
  .meta({ id: "List" });
const ids = z.array(z.uuid()).max(limits.listAtOnce).default([]).describe(`At most ${limits.listAtOnce} at once`);
export const ListMembersChange = z.object({ add: ids, remove: ids }).meta({ id: "ListMembersChange" });
export const ListMembersChanged = z
  .object({ added: z.number().int(), removed: z.number().int(), members: z.number().int() })
  .meta({ id: "ListMembersChanged" });
export const ListMember = ContactSummary.extend({ addedAt: z.date() }).meta({ id: "ListMember" });
