import type { CheckReport } from "./check.ts";

/** What a check found, as columns. What Graph did not tell keeps its value. */
export const numberColumns = (report: CheckReport) => ({
  checks: JSON.stringify(report.checks),
  checked_at: report.reached ? new Date() : null,
  token_state: report.tokenState,
  ...(report.facts
    ? {
        display_phone_number: report.facts.displayPhoneNumber,
        verified_name: report.facts.verifiedName,
        quality: report.facts.quality,
        messaging_limit: report.facts.messagingLimit,
        throughput: report.facts.throughput,
        name_status: report.facts.nameStatus,
        account_state: report.facts.accountState,
        coexistence: report.facts.coexistence,
        ...(report.facts.portfolioId ? { portfolio_id: report.facts.portfolioId } : {}),
      }
    : {}),
});
