import { route } from "../../kernel/http.ts";
import { pageOf } from "../../kernel/page.ts";
import { ContactPath } from "./contacts.api.ts";
import { Duplicate, DuplicateCounts, DuplicatePath, DuplicateQuery } from "./duplicate.api.ts";
import { countDuplicates, listDuplicates } from "./duplicates.ts";
import { dismissDuplicate, reopenDuplicate } from "./duplicates-dismiss.ts";
import { Merge, MergePath, MergePreview, MergePreviewQuery, MergeQuery, MergeRequest } from "./merge.api.ts";
import { mergeContacts } from "./merge.ts";
import { previewMerge } from "./merge-preview.ts";
import { listMerges } from "./merges.ts";
import { undoMerge } from "./unmerge.ts";

export const mergeRoutes = [
  route({
    method: "GET",
    url: "/duplicates",
    summary: "List pairs of contacts that may be one person, the likeliest first",
    permission: "contacts.merge",
    query: DuplicateQuery,
    returns: pageOf(Duplicate),
    handler: (ctx, { query }) => listDuplicates(ctx, query),
  }),
  route({
    method: "GET",
    url: "/duplicates/counts",
    summary: "Count pairs of contacts that may be one person",
    permission: "contacts.merge",
    returns: DuplicateCounts,
    handler: (ctx) => countDuplicates(ctx),
  }),
  route({
    method: "PUT",
    url: "/contacts/:contactId/duplicates/:otherContactId/dismissal",
    summary: "Say that two contacts are not the same person",
    description: "Remembered: the two are never suggested again, whatever else is found.",
    permission: "contacts.merge",
    params: DuplicatePath,
    handler: (ctx, { params }) => dismissDuplicate(ctx, params.contactId, params.otherContactId),
  }),
  route({
    method: "DELETE",
    url: "/contacts/:contactId/duplicates/:otherContactId/dismissal",
    summary: "Take back that two contacts are not the same person",
    permission: "contacts.merge",
    params: DuplicatePath,
    handler: (ctx, { params }) => reopenDuplicate(ctx, params.contactId, params.otherContactId),
  }),
  route({
    method: "GET",
    url: "/contacts/:contactId/merge-preview",
    summary: "See two contacts side by side before merging them",
    permission: "contacts.merge",
    params: ContactPath,
    query: MergePreviewQuery,
    returns: MergePreview,
    handler: (ctx, { params, query }) => previewMerge(ctx, params.contactId, query.otherContactId),
  }),
  route({
    method: "POST",
    url: "/contacts/:contactId/merges",
    summary: "Merge another contact into this one",
    description:
      "Everything of the other becomes this one's: identities, conversations, notes, tags, consents, events, deals, tasks and whatever else belongs to a contact. It can be undone with `POST /merges/{mergeId}/undo`. Answers 404 `contact_merged` where one of the two is part of another contact by now.",
    permission: "contacts.merge",
    params: ContactPath,
    body: MergeRequest,
    returns: Merge,
    status: 201,
    handler: (ctx, { params, body }) => mergeContacts(ctx, params.contactId, body),
  }),
  route({
    method: "GET",
    url: "/merges",
    summary: "List merges, newest first",
    permission: "contacts.merge",
    query: MergeQuery,
    returns: pageOf(Merge),
    handler: (ctx, { query }) => listMerges(ctx, query),
  }),
  route({
    method: "POST",
    url: "/merges/:mergeId/undo",
    summary: "Undo a merge: both contacts as they were, with what came since",
    description:
      "What came in through identities and conversations of the other contact goes back with it; what the team put to the merged contact stays. The last merge into a contact is undone first: else 409 `later_merge`.",
    permission: "contacts.merge",
    params: MergePath,
    returns: Merge,
    handler: (ctx, { params }) => undoMerge(ctx, params.mergeId),
  }),
];
