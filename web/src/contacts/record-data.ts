import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, type Shape, unwrap } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import type { Key, Translate } from "../i18n/index.ts";
import type { Hue } from "../ui/index.ts";

export type OwnField = Shape<"Field">;
export type FieldType = OwnField["type"];
export type FieldValue = Shape<"Contact">["fields"][string];
export type Stage = Shape<"Stage">;
export type ScoreRule = Shape<"ScoreRule">;

export const fieldsQuery = queryOptions({
  queryKey: ["fields"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/fields", { signal }))).items,
  staleTime: 60_000,
});
/** Those in use, in their order. */
export const useFields = (): OwnField[] => (useQuery(fieldsQuery).data ?? []).filter((field) => !field.archived);

export const stagesQuery = queryOptions({
  queryKey: ["stages"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/stages", { signal }))).items,
  staleTime: 60_000,
});
export const useStages = (): Stage[] => useQuery(stagesQuery).data ?? [];

const broughtAlong: Record<string, Key> = {
  lead: "contacts.stage_lead",
  customer: "contacts.stage_customer",
  loyal: "contacts.stage_loyal",
  lost: "contacts.stage_lost",
};
/** A stage by its own name; those we bring are told in the reader's language. */
export const stageName = (t: Translate, stage: Pick<Stage, "key" | "name"> | undefined, key = ""): string => {
  if (stage?.name) return stage.name;
  const word = broughtAlong[stage?.key ?? key];
  return word ? t(word) : (stage?.key ?? key);
};
/** What to call a key and which colour it has; one taken away meanwhile keeps its key. */
export const useStageOf = (t: Translate) => {
  const stages = useStages();
  return (key: string): { name: string; hue: Hue } => {
    const stage = stages.find((each) => each.key === key);
    return { name: stageName(t, stage, key), hue: (stage?.hue ?? 0) as Hue };
  };
};

export const stageHistoryQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["contact", contactId, "stages"],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET("/contacts/{contactId}/stages", { params: { path: { contactId } }, signal }))).items,
  });

export const scoreQuery = (contactId: string) =>
  queryOptions({
    queryKey: ["contact", contactId, "score"],
    queryFn: ({ signal }) => unwrap(api.GET("/contacts/{contactId}/score", { params: { path: { contactId } }, signal })),
  });

export const scoreRulesQuery = queryOptions({
  queryKey: ["score-rules"],
  queryFn: ({ signal }) => unwrap(api.GET("/score-rules", { signal })),
  // While everybody is counted again the page says how far it is.
  refetchInterval: (query) => (query.state.data?.counting ? 2000 : false),
});

export const refresh = (...keys: string[]) => Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
