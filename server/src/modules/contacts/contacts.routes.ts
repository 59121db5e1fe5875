import { z } from "zod";
import { route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { changeContact } from "./change.ts";
import { readContact } from "./contact.ts";
import { Contact, ContactChange, ContactNote, ContactPath, ContactQuery, ContactRequest, ContactSummary, ContactTags, Identity, IdentityPath, IdentityRequest, NotePath, NoteRequest, Tag, TagPath, TagRequest, TimelineItem } from "./contacts.api.ts";
import { createContact } from "./create.ts";
import { eraseContact } from "./erase.ts";
import { addIdentity, removeIdentity } from "./identities.ts";
import { listContacts } from "./list.ts";
import { addNote, listNotes, removeNote } from "./notes.ts";
import { changeTag, listTags, makeTag, removeTag, setContactTags } from "./tags.ts";
import { readTimeline } from "./timeline.ts";

export const contactRoutes = [
  route({
    method: "GET",
    url: "/contacts",
    summary: "List and search contacts, newest first",
    permission: "contacts.read",
    query: ContactQuery,
    returns: pageOf(ContactSummary),
    handler: (ctx, { query }) => listContacts(ctx, query),
  }),
  route({
    method: "POST",
    url: "/contacts",
    summary: "Create a contact",
    description: "Answers 409 `identity_exists` where a contact already has one of the identities; its id stands in `remedy`. A phone number in national notation is read in the contact's country, else the organization's.",
    permission: "contacts.write",
    body: ContactRequest,
    returns: Contact,
    status: 201,
    handler: (ctx, { body }) => createContact(ctx, body),
  }),
  route({
    method: "GET",
    url: "/contacts/:contactId",
    summary: "Read a contact with identities, tags, consents and conversations",
    description: "Conversations are listed only for those who also have `inbox.read`.",
    permission: "contacts.read",
    params: ContactPath,
    returns: Contact,
    handler: (ctx, { params }) => readContact(ctx, params.contactId),
  }),
  route({
    method: "PATCH",
    url: "/contacts/:contactId",
    summary: "Change facts of a contact",
    permission: "contacts.write",
    params: ContactPath,
    body: ContactChange,
    returns: Contact,
    handler: (ctx, { params, body }) => changeContact(ctx, params.contactId, body),
  }),
  route({
    method: "DELETE",
    url: "/contacts/:contactId",
    summary: "Erase a person: contact, identities, notes, consents, conversations, messages and files",
    permission: "contacts.write",
    params: ContactPath,
    handler: (ctx, { params }) => eraseContact(ctx, params.contactId),
  }),
  route({
    method: "POST",
    url: "/contacts/:contactId/identities",
    summary: "Add a phone number or e-mail address",
    permission: "contacts.write",
    params: ContactPath,
    body: IdentityRequest,
    returns: Identity,
    status: 201,
    handler: (ctx, { params, body }) => addIdentity(ctx, params.contactId, body),
  }),
  route({
    method: "DELETE",
    url: "/contacts/:contactId/identities/:identityId",
    summary: "Take an identity from a contact",
    permission: "contacts.write",
    params: IdentityPath,
    handler: (ctx, { params }) => removeIdentity(ctx, params.contactId, params.identityId),
  }),
  route({
    method: "PUT",
    url: "/contacts/:contactId/tags",
    summary: "Set the tags of a contact",
    permission: "contacts.write",
    params: ContactPath,
    body: ContactTags,
    returns: z.object({ tags: z.array(Tag) }),
    handler: (ctx, { params, body }) => setContactTags(ctx, params.contactId, body.tagIds),
  }),
  route({
    method: "GET",
    url: "/contacts/:contactId/timeline",
    summary: "What happened with a contact, newest first",
    permission: "contacts.read",
    params: ContactPath,
    query: PageQuery,
    returns: pageOf(TimelineItem),
    handler: (ctx, { params, query }) => readTimeline(ctx, params.contactId, query),
  }),
  route({
    method: "GET",
    url: "/contacts/:contactId/notes",
    summary: "List the team's notes about a contact, newest first",
    permission: "contacts.read",
    params: ContactPath,
    query: PageQuery,
    returns: pageOf(ContactNote),
    handler: (ctx, { params, query }) => listNotes(ctx, params.contactId, query),
  }),
  route({
    method: "POST",
    url: "/contacts/:contactId/notes",
    summary: "Write a note about a contact",
    permission: "contacts.write",
    params: ContactPath,
    body: NoteRequest,
    returns: ContactNote,
    status: 201,
    handler: (ctx, { params, body }) => addNote(ctx, params.contactId, body.body),
  }),
  route({
    method: "DELETE",
    url: "/contacts/:contactId/notes/:noteId",
    summary: "Remove a note",
    description: "Its author may; others need `contacts.write`.",
    permission: "contacts.read",
    params: NotePath,
    handler: (ctx, { params }) => removeNote(ctx, params.contactId, params.noteId),
  }),
  route({ method: "GET", url: "/tags", summary: "List tags by name", permission: "contacts.read", query: PageQuery, returns: pageOf(Tag), handler: (ctx, { query }) => listTags(ctx, query) }),
  route({ method: "POST", url: "/tags", summary: "Make a tag", permission: "contacts.write", body: TagRequest, returns: Tag, status: 201, handler: (ctx, { body }) => makeTag(ctx, body) }),
  route({ method: "PATCH", url: "/tags/:tagId", summary: "Rename or recolour a tag", permission: "contacts.write", params: TagPath, body: TagRequest.partial(), returns: Tag, handler: (ctx, { params, body }) => changeTag(ctx, params.tagId, body) }),
  route({ method: "DELETE", url: "/tags/:tagId", summary: "Remove a tag from everybody", permission: "contacts.write", params: TagPath, handler: (ctx, { params }) => removeTag(ctx, params.tagId) }),
];
