import { personal, plain, type Subject, table } from "../../../../kernel/register.ts";

const tenant = plain("tenant key");
const business: Subject = { kind: "none", reason: "the business's own number and settings" };
const operation = { purpose: "service_operation", basis: "contract", erase: "none", export: null } as const;

export const healthData = [
  table("whatsapp_portfolios", {
    subject: business,
    ...operation,
    keep: { with: "organizations.id" },
    columns: {
      organization_id: tenant,
      portfolio_id: plain("the portfolio at Meta, or the account where none is known"),
      tier: plain("Meta's name of its messaging limit"),
      people_limit: plain("how many people that are"),
      told_by: plain("whether Graph or a webhook said so"),
      told_at: plain("when"),
      used: plain("how many places are taken"),
    },
  }),
  table("whatsapp_portfolio_people", {
    subject: { kind: "end_customer", path: "contact_id -> contacts.id" },
    purpose: "direct_messaging",
    basis: "legitimate_interest",
    keep: { after: "expires_at", days: 1 },
    erase: "none",
    export: null,
    columns: {
      organization_id: tenant,
      portfolio_id: plain("whose limit"),
      contact_id: personal("user.unique_id", {
        protection: "clear",
        reason: "who has been written to outside their window; Meta counts them even when they are erased here",
      }),
      identity_id: plain("which of their identities"),
      expires_at: plain("24 hours after the last message"),
      before_that: plain("when an earlier place ended, in case the message was refused"),
    },
  }),
  table("channel_changes", {
    subject: business,
    ...operation,
    keep: { after: "at", days: 365 },
    columns: {
      organization_id: tenant,
      id: plain("surrogate key"),
      channel_id: plain("which number"),
      what: plain("quality, limit, name, token, speed or standing"),
      was: plain("before"),
      is_now: plain("after"),
      told_by: plain("a check or a webhook"),
      at: plain("when"),
    },
  }),
  table("parked_replays", {
    subject: { kind: "none", reason: "how far a piece of work has come" },
    ...operation,
    keep: { after: "started_at", days: 30 },
    columns: {
      organization_id: tenant,
      id: plain("surrogate key"),
      channel_id: plain("items of which number; none: of all"),
      reason: plain("items parked for which reason; none: for any"),
      cursor_id: plain("up to which item it has come"),
      last_id: plain("the last item it is for"),
      total: plain("how many items"),
      replayed: plain("how many became rows"),
      still_parked: plain("how many did not"),
      started_at: plain("when"),
      finished_at: plain("when"),
    },
  }),
];
