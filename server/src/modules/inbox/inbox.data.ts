import { personal, plain, table } from "../../kernel/register.ts";

export const inboxData = [
  table("labels", {
    subject: { kind: "none", reason: "words of the business for kinds of conversations" },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { with: "the organization" },
    erase: "none",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      id: plain("surrogate key"),
      name: plain("what the label says"),
      hue: plain("which of six colours"),
      created_at: plain("when it was made"),
    },
  }),
  table("conversation_labels", {
    subject: { kind: "end_customer", path: "conversation_id -> conversations.contact_id" },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { with: "conversations" },
    erase: "delete",
    export: "conversations",
    columns: {
      organization_id: plain("tenant key"),
      conversation_id: plain("belongs to"),
      label_id: personal("user.behavior", { protection: "clear", reason: "what the business notes about the conversation" }),
      state: plain("repeats the conversation's, so that a view reads one index"),
      last_message_at: personal("user.behavior", { protection: "clear", reason: "repeats the conversation's, for the order of a view" }),
    },
  }),
  table("conversation_reads", {
    subject: { kind: "member", path: "member_id" },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { with: "conversations" },
    erase: "delete",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      conversation_id: plain("belongs to"),
      member_id: personal("user.unique_id", { protection: "clear", reason: "unread is counted per member", subject: "member" }),
      read_inbound_count: personal("user.behavior", { protection: "clear", reason: "how far the member has read", subject: "member" }),
      read_at: personal("user.behavior", { protection: "clear", reason: "when the member read last", subject: "member" }),
    },
  }),
];
