import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";
import { ContactAddress } from "./address.api.ts";
import { FieldValue } from "./field.api.ts";

export const identityKinds = [
  "phone",
  "whatsapp_user_id",
  "whatsapp_username",
  "email",
  "external_id",
  "claimed_email",
  "claimed_phone",
] as const;
export const Identity = z
  .object({
    id: z.uuid(),
    kind: z.enum(identityKinds),
    scope: z.string().describe("For a business-scoped WhatsApp user id, the business portfolio it is valid in; else empty"),
    value: z.string(),
    display: z.string().describe("For people: a phone number in international notation, a username with @"),
    firstSeenAt: z.date(),
    lastSeenAt: z.date(),
    retired: z.boolean().describe("True after the person moved to another number or id"),
    undeliverableAt: z
      .date()
      .nullable()
      .describe("When a message to it could last not be delivered, until the person is seen or reached again; says nothing of why"),
    learnedFrom: z
      .string()
      .nullable()
      .describe("How we know it: whatsapp (they wrote), member or api_key (somebody wrote it down), import, events"),
    replacesId: z.uuid().nullable().describe("The identity it took the place of, when the person changed their number or id"),
    mergedFromId: z.uuid().nullable().describe("The contact it belonged to before a merge"),
  })
  .meta({ id: "Identity" });

export const Tag = z.object({ id: z.uuid(), name: z.string(), hue: z.number().int().min(1).max(6) }).meta({ id: "Tag" });
export const TagRequest = z.object({ name: z.string().trim().min(1).max(60), hue: z.number().int().min(1).max(6).optional() });
export const TagPath = z.object({ tagId: z.uuid() });

export const ContactSummary = z
  .object({
    id: z.uuid(),
    name: z.string().describe("What to call the person: the name, else username, phone or e-mail; never empty"),
    company: z.string().nullable().describe("The name of the company they belong to"),
    companyId: z.uuid().nullable(),
    stage: z.string().describe("The key of a stage of GET /stages"),
    score: z.number().int().describe("The sum of what the scoring rules give"),
    ownerId: z.uuid().nullable(),
    tags: z.array(Tag),
    fields: z.record(z.string(), FieldValue).describe("Values of the organization's own fields by key; what has no value is missing"),
    identities: z.array(z.object({ kind: z.enum(identityKinds), display: z.string() })),
    createdAt: z.date(),
    lastSeenAt: z.date().nullable(),
  })
  .meta({ id: "ContactSummary" });

export const Contact = ContactSummary.extend({
  givenName: z.string().describe("The name as stored; empty when nobody told it"),
  language: z.string().nullable(),
  country: z.string().nullable(),
  timeZone: z.string().nullable(),
  stageSince: z.date().describe("Since when they are in their stage"),
  addresses: z.array(ContactAddress),
  identities: z.array(Identity),
  consents: z.array(
    z.object({ channel: z.string(), purpose: z.string(), state: z.enum(["granted", "withdrawn"]), source: z.string(), at: z.date() }),
  ),
  conversations: z.array(
    z.object({
      id: z.uuid(),
      channelId: z.uuid(),
      channelName: z.string(),
      state: z.enum(["open", "closed"]),
      lastMessageAt: z.date(),
      preview: z.string(),
    }),
  ),
}).meta({ id: "Contact" });

export const ContactPath = z.object({ contactId: z.uuid() });
const matching = {
  search: z
    .string()
    .max(200)
    .optional()
    .describe("Name (accents and case do not matter), phone in any notation, e-mail, username or company"),
  filter: z
    .string()
    .max(16_000)
    .optional()
    .describe(
      'JSON: a list of at most 20 conditions (see `Condition`) which all must hold, as [{"about":"field","field":"stage","op":"is","value":"customer"}]',
    ),
  tag: z.uuid().optional(),
  stage: z.string().max(40).optional(),
};
export const ContactQuery = PageQuery.extend({
  ...matching,
  sort: z
    .string()
    .max(80)
    .optional()
    .describe(
      "name, company, stage, score, created_at, last_seen_at or fields.<key>; those without a value come last. Missing: newest first. Together with `search` the newest 1,000 found are sorted",
    ),
  direction: z.enum(["asc", "desc"]).optional().describe("asc, or desc where `sort` is missing"),
});
export const ContactCountQuery = z.object({
  ...matching,
  exact: z.stringbool().default(false).describe("true: counts to the end (within 20 s) instead of to 10,000"),
});
export const ContactCount = z
  .object({
    count: z.number().int().nullable().describe("null: counting took too long"),
    more: z.boolean().describe("There are more than `count`"),
  })
  .meta({ id: "ContactCount" });
const identityRequest = z.object({ kind: z.enum(["phone", "email"]), value: z.string().trim().min(3).max(254) });
export const ContactRequest = z
  .object({
    name: z.string().trim().max(200).default(""),
    company: z
      .string()
      .trim()
      .max(200)
      .nullable()
      .optional()
      .describe("The name of a company, which is made where there is none; its own spelling is kept"),
    companyId: z.uuid().nullable().optional().describe("A company there is; stands above `company`"),
    language: z.string().max(35).nullable().optional(),
    country: z.string().length(2).nullable().optional(),
    timeZone: z.string().max(60).nullable().optional(),
    stage: z.string().max(40).optional().describe("The key of a stage of GET /stages; `lead` where nothing is said"),
    ownerId: z.uuid().nullable().optional(),
    fields: z
      .record(z.string().max(40), z.unknown())
      .optional()
      .describe("Values by key of GET /fields, in the form each type has there or as text a person would write; null empties"),
    identities: z.array(identityRequest).max(20).default([]),
  })
  .meta({ id: "ContactRequest" });
export const ContactChange = ContactRequest.omit({ identities: true })
  .partial()
  .extend({ name: z.string().trim().max(200).optional() })
  .meta({ id: "ContactChange" });
export const IdentityRequest = identityRequest;
export const IdentityPath = ContactPath.extend({ identityId: z.uuid() });
export const ContactTags = z.object({ tagIds: z.array(z.uuid()).max(100) });

export const NoteRequest = z.object({ body: z.string().trim().min(1).max(10_000) });
export const ContactNote = z
  .object({ id: z.uuid(), body: z.string(), authorId: z.uuid().nullable(), authorName: z.string().nullable(), at: z.date() })
  .meta({ id: "ContactNote" });
export const NotePath = ContactPath.extend({ noteId: z.uuid() });
