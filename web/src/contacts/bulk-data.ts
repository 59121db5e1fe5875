import { queryOptions } from "@tanstack/react-query";
import { api, request, type Shape, unwrap } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";
import { type Formats, type Translate, useFormat, useT } from "../i18n/index.ts";
import type { Condition, ConditionFields } from "./condition-fields.ts";
import { valueWords } from "./condition-words.ts";
import { stageName } from "./record-data.ts";

export type BulkJob = Shape<"BulkJob">;
export type BulkAction = Shape<"BulkAction">;
/** Whom it is for. */
export type BulkContacts = { ids: string[] } | { filter: Condition[]; search?: string };

export const isAtWork = (job: BulkJob) => job.state === "preparing" || job.state === "running" || job.undo.state === "running";

export const bulkList = keyset(["bulk-jobs"], ({ after, limit, signal }) =>
  request<Page<BulkJob>>("GET", "/bulk-jobs", { query: { after, limit }, signal }),
);
/** The newest few, asked again each second while one of them is at work. */
export const bulkNow = queryOptions({
  queryKey: ["bulk-jobs", "now"],
  queryFn: async ({ signal }) => (await request<Page<BulkJob>>("GET", "/bulk-jobs", { query: { limit: 20 }, signal })).items,
  refetchInterval: (query) => (query.state.data?.some(isAtWork) ? 1000 : false),
  retry: false,
});

export const startBulk = async (action: BulkAction, contacts: BulkContacts) => {
  const job = await unwrap(api.POST("/bulk-jobs", { body: { action, contacts } }));
  await queryClient.invalidateQueries({ queryKey: ["bulk-jobs"] });
  return job;
};
const verb = (name: "cancel" | "undo") => async (id: string) => {
  await request("POST", `/bulk-jobs/${id}/${name}`, { body: {} });
  await queryClient.invalidateQueries({ queryKey: ["bulk-jobs"] });
};
export const cancelBulk = verb("cancel");
export const undoBulk = verb("undo");

/** What a bulk job does, as words: "Move to Customer". */
export function useBulkWords(known: ConditionFields) {
  const t = useT();
  const format = useFormat();
  return (action: BulkAction) => bulkWords(action, known, t, format);
}

const bulkWords = (action: BulkAction, known: ConditionFields, t: Translate, format: Formats): string => {
  switch (action.kind) {
    case "add_tags":
    case "remove_tags":
      return t(`bulk.did_${action.kind}`, {
        value: format.list(action.tagIds.map((id) => known.tags.find((tag) => tag.id === id)?.name ?? t("filters.gone_tag"))),
      });
    case "set_stage":
      return t("bulk.did_set_stage", {
        value: stageName(
          t,
          known.stages.find((stage) => stage.key === action.stage),
          action.stage,
        ),
      });
    case "set_owner":
      return action.ownerId === null
        ? t("bulk.did_no_owner")
        : t("bulk.did_set_owner", { value: known.members.find((member) => member.id === action.ownerId)?.name ?? "" });
    case "set_field": {
      const field = known.fields.find((each) => each.field === action.field)?.label ?? t("filters.gone_field");
      const value = action.value as string | string[] | null | undefined;
      if (value === null || value === undefined) return t("bulk.did_empty_field", { field });
      const shown = (Array.isArray(value) ? value : [value]).map((each) => valueWords({ field: action.field }, each, known, t, format));
      return t("bulk.did_set_field", { field, value: format.list(shown) });
    }
    case "erase":
      return t("bulk.did_erase");
  }
};
