import { queryOptions } from "@tanstack/react-query";
import { api, type Shape, unwrap } from "../api/client.ts";
import { keyset, queryClient } from "../api/query.ts";
import type { Translate } from "../i18n/index.ts";
import { toast, toastError } from "../ui/index.ts";
import { contactChanged } from "./contact-data.ts";

export type Duplicate = Shape<"Duplicate">;
export type Merge = Shape<"Merge">;
export type Preview = Shape<"MergePreview">;
export type Winner = Preview["fields"][number]["suggested"];
export type Reason = Duplicate["reasons"][number];
export type Pile = "strong" | "weak" | "dismissed" | "merges";

export const duplicateList = (pile: Exclude<Pile, "merges">) =>
  keyset(["duplicates", pile], ({ after, limit, signal }) =>
    unwrap(
      api.GET("/duplicates", {
        params: {
          query: { ...(pile === "dismissed" ? { state: "dismissed" as const } : { strength: pile }), ...(after ? { after } : {}), limit },
        },
        signal,
      }),
    ),
  );

export const duplicatesOf = (contactId: string) =>
  queryOptions({
    queryKey: ["duplicates", "of", contactId],
    queryFn: async ({ signal }) => (await unwrap(api.GET("/duplicates", { params: { query: { contactId, limit: 5 } }, signal }))).items,
  });

export const duplicateCounts = queryOptions({
  queryKey: ["duplicates", "counts"],
  queryFn: ({ signal }) => unwrap(api.GET("/duplicates/counts", { signal })),
});

export const mergeList = (contactId?: string) =>
  keyset(["merges", contactId ?? "all"], ({ after, limit, signal }) =>
    unwrap(api.GET("/merges", { params: { query: { ...(contactId ? { contactId } : {}), ...(after ? { after } : {}), limit } }, signal })),
  );

export const previewQuery = (contactId: string, otherContactId: string) =>
  queryOptions({
    queryKey: ["merge-preview", contactId, otherContactId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/contacts/{contactId}/merge-preview", { params: { path: { contactId }, query: { otherContactId } }, signal })),
    staleTime: 0,
  });

const changed = (...contactIds: string[]) => {
  for (const key of ["duplicates", "merges", "merge-preview"]) void queryClient.invalidateQueries({ queryKey: [key] });
  for (const id of contactIds) contactChanged(id);
};

export const mergeInto = async (contactId: string, otherContactId: string, winners: Record<string, Winner>): Promise<Merge> => {
  const merge = await unwrap(
    api.POST("/contacts/{contactId}/merges", { params: { path: { contactId } }, body: { otherContactId, winners } }),
  );
  changed(contactId, otherContactId);
  return merge;
};

export const undoMerge = async (mergeId: string): Promise<Merge> => {
  const merge = await unwrap(api.POST("/merges/{mergeId}/undo", { params: { path: { mergeId } } }));
  changed(merge.contactId, merge.otherContactId);
  return merge;
};

/** Undo from anywhere, told either way. */
export const undoAndTell = (mergeId: string, t: Translate) =>
  undoMerge(mergeId).then(
    (merge) => toast({ title: t("merge.undone", { name: merge.contactName, other: merge.otherName }), tone: "success" }),
    toastError,
  );

const dismissal = (contactId: string, otherContactId: string) => ({ params: { path: { contactId, otherContactId } } });
export const dismiss = async (contactId: string, otherContactId: string, t: Translate) => {
  try {
    await unwrap(api.PUT("/contacts/{contactId}/duplicates/{otherContactId}/dismissal", dismissal(contactId, otherContactId)));
    changed();
    toast({ title: t("merge.dismissed"), action: { label: t("common.undo"), onSelect: () => void reopen(contactId, otherContactId) } });
  } catch (error) {
    toastError(error);
  }
};
export const reopen = async (contactId: string, otherContactId: string) => {
  try {
    await unwrap(api.DELETE("/contacts/{contactId}/duplicates/{otherContactId}/dismissal", dismissal(contactId, otherContactId)));
    changed();
  } catch (error) {
    toastError(error);
  }
};
