import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";

export const identityKinds = ["phone", "whatsapp_user_id", "whatsapp_username", "email"] as const;
export const stages = ["lead", "customer", "loyal", "lost"] as const;
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
  })
  .meta({ id: "Identity" });

export const Tag = z.object({ id: z.uuid(), name: z.string(), hue: z.number().int().min(1).max(6) }).meta({ id: "Tag" });
export const TagRequest = z.object({ name: z.string().trim().min(1).max(60), hue: z.number().int().min(1).max(6).optional() });
export const TagPath = z.object({ tagId: z.uuid() });

export const ContactSummary = z
  .object({
    id: z.uuid(),
    name: z.string().describe("What to call the person: the name, else username, phone or e-mail; never empty"),
    company: z.string().nullable(),
    stage: z.enum(stages),
    ownerId: z.uuid().nullable(),
    tags: z.array(Tag),
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
export const ContactQuery = PageQuery.extend({
  search: z
    .string()
    .max(200)
    .optional()
    .describe("Name (accents and case do not matter), phone in any notation, e-mail, username or company"),
  tag: z.uuid().optional(),
  stage: z.enum(stages).optional(),
});
const identityRequest = z.object({ kind: z.enum(["phone", "email"]), value: z.string().trim().min(3).max(254) });
export const ContactRequest = z
  .object({
    name: z.string().trim().max(200).default(""),
    company: z.string().trim().max(200).nullable().optional(),
    language: z.string().max(35).nullable().optional(),
    country: z.string().length(2).nullable().optional(),
    timeZone: z.string().max(60).nullable().optional(),
    stage: z.enum(stages).optional(),
    ownerId: z.uuid().nullable().optional(),
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

export const TimelineItem = z
  .object({
    id: z.uuid(),
    name: z.string().describe("The event's public name, such as message.received"),
    at: z.date(),
    actor: z.object({ kind: z.string(), name: z.string().nullable() }),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "TimelineItem" });
