import { personal, plain, table } from "../../kernel/register.ts";

const owner = personal("user.unique_id", { protection: "clear", reason: "whose view it is", subject: "member" });
const kept = { purpose: "service_operation", basis: "legitimate_interest", keep: { with: "organizations.id" }, export: null } as const;

export const viewsData = [
  table("saved_views", {
    subject: { kind: "none", reason: "the team's own ways of looking at contacts" },
    ...kept,
    erase: "none",
    columns: {
      organization_id: plain("tenant key"),
      id: plain("surrogate key"),
      name: plain("the team's words"),
      owner_id: owner,
      shared: plain("whether the team sees it"),
      columns: plain("which columns, how wide"),
      filter: personal("user.content.private", { protection: "clear", reason: "what is looked for; a value may be somebody's" }),
      sort: plain("the order"),
      direction: plain("up or down"),
      created_at: plain("when"),
      updated_at: plain("when"),
    },
  }),
  table("saved_view_places", {
    subject: { kind: "member", path: "member_id" },
    ...kept,
    erase: "delete",
    columns: {
      organization_id: plain("tenant key"),
      member_id: owner,
      view_id: plain("which view"),
      position: plain("its place in the member's row of views"),
      opens_first: plain("whether contacts open with it"),
    },
  }),
];
