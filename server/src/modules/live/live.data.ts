import { personal, plain, table } from "../../kernel/register.ts";

export const liveData = [
  table("presence", {
    subject: { kind: "member", path: "member_id" },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { after: "seen_at", days: 1 },
    erase: "delete",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      conversation_id: plain("where"),
      member_id: personal("user.unique_id", {
        protection: "clear",
        reason: "who looks at it, so that two do not answer at once",
        subject: "member",
      }),
      state: personal("user.behavior", { protection: "clear", reason: "viewing or typing", subject: "member" }),
      changed_at: personal("user.behavior", { protection: "clear", reason: "when it changed, for telling the others", subject: "member" }),
      seen_at: personal("user.behavior", {
        protection: "clear",
        reason: "lapses after 20 s; rows go minutes later, when somebody reports",
        subject: "member",
      }),
    },
  }),
];
