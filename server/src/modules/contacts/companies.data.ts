import { personal, plain, table } from "../../kernel/register.ts";

const clear = (reason: string) => ({ protection: "clear", reason }) as const;

export const companiesData = [
  table("companies", {
    subject: { kind: "none", reason: "a business; the people of it are contacts" },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { with: "organizations.id" },
    erase: "none",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      id: plain("surrogate key"),
      name: plain("what the business is called"),
      folded: plain("the same without accents and case: found and ordered by it"),
      domain: plain("its internet domain"),
      website: plain("its website"),
      phone: plain("its switchboard"),
      industry: plain("what it does"),
      size: plain("how many work there"),
      address: plain("where it is"),
      country: plain("where it is"),
      notes: plain("what the team notes about the business"),
      owner_id: personal("user.unique_id", { ...clear("which member looks after it"), subject: "member" }),
      gone_at: plain("since when it is deleted, until the last of its people has followed"),
      merged_into: plain("the company its people follow to"),
      created_at: plain("when"),
      updated_at: plain("when"),
    },
  }),
];
