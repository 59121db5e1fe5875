import type { RecipientDeclaration, TableDeclaration } from "../../../kernel/register.ts";

export const whatsappData: TableDeclaration[] = [];

export const whatsappRecipients: RecipientDeclaration[] = [
  {
    recipient: "meta",
    country: "US",
    purpose: "direct_messaging",
    categories: ["user.contact.phone_number", "user.unique_id", "user.content.private", "system.operations"],
    hosts: ["graph.facebook.com", "lookaside.fbsbx.com"],
    hostsFromSettings: true,
  },
];
