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
        ...(report.facts.messagingLimit ? { messaging_limit: report.facts.messagingLimit } : {}),
        ...(report.facts.throughput ? { throughput: report.facts.throughput } : {}),
        ...(report.facts.nameStatus ? { name_status: report.facts.nameStatus } : {}),
        ...(report.facts.accountState ? { account_state: report.facts.accountState } : {}),
        coexistence: report.facts.coexistence,
        ...(report.facts.portfolioId ? { portfolio_id: report.facts.portfolioId } : {}),
        moved_to: report.movedTo ? JSON.stringify(report.movedTo) : null,
      }
    : {}),
  ...(report.token
    ? {
        token_expires_at: report.token.expiresAt,
        data_access_expires_at: report.token.dataAccessExpiresAt,
        token_scopes: report.token.scopes,
      }
    : {}),
});
