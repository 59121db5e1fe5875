import { plain, type Subject, table } from "../../../../kernel/register.ts";

const subject: Subject = { kind: "none", reason: "the business's own texts, before anybody's data is filled in" };
const operation = { purpose: "service_operation", basis: "contract", erase: "none", export: null } as const;
const tenant = plain("tenant key");

export const templateData = [
  table("whatsapp_templates", {
    subject,
    ...operation,
    keep: { with: "organizations.id" },
    columns: {
      organization_id: tenant,
      id: plain("surrogate key"),
      account_id: plain("whose it is at Meta"),
      provider_id: plain("its id at Meta"),
      name: plain("its name"),
      language: plain("its language"),
      category: plain("marketing, utility or authentication"),
      state: plain("whether it may be sent"),
      quality: plain("Meta's judgement"),
      reason: plain("why it was rejected"),
      components: plain("its texts and buttons"),
      parameter_format: plain("by number or by name"),
      correct_category: plain("the category Meta thinks right"),
      previous_category: plain("the category before Meta changed it"),
      category_changed_at: plain("when it did"),
      submission: plain("whether it is on its way to Meta"),
      submission_at: plain("since when, so that a crash is noticed"),
      taken_at: plain("when Meta took it, for its limit an hour"),
      edits: plain("when it was edited, for Meta's limits"),
      deleted_at: plain("when, for the time its name is blocked"),
      created_at: plain("when"),
      updated_at: plain("when"),
    },
  }),
  table("whatsapp_template_samples", {
    subject: { kind: "none", reason: "a picture or document the business shows Meta's reviewers" },
    ...operation,
    keep: { with: "whatsapp_templates.id" },
    columns: {
      organization_id: tenant,
      template_id: plain("belongs to"),
      part: plain("for which header"),
      file_id: plain("which file"),
    },
  }),
  table("whatsapp_template_use", {
    subject: { kind: "none", reason: "counts by day, of nobody" },
    ...operation,
    keep: { after: "day", days: 400 },
    columns: {
      organization_id: tenant,
      template_id: plain("which template"),
      day: plain("of which day"),
      lane: plain("parts of a count, so that senders do not wait for one another"),
      sends: plain("how often it was sent"),
      last_at: plain("when last"),
    },
  }),
];
