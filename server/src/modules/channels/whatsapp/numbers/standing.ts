import { type Json, listOf, numberOf, objectOf, textOf } from "../intake/parse-json.ts";

/** What Meta holds against an account. Times are ISO texts; a restriction without an end lasts until Meta says otherwise. */
export type Standing = {
  restrictions?: { kind: string; until: string | null; at: string }[];
  violation?: { kind: string; at: string };
  ban?: { state: string; date: string | null; at: string };
};

/** The standing after one more `account_update`; null when that says nothing about it. */
export const standingFacts = (before: Standing, value: Json, at: Date): Standing | null => {
  const event = textOf(value.event) ?? "";
  if (event === "ACCOUNT_RESTRICTION") {
    const info = listOf(value.restriction_info).length > 0 ? listOf(value.restriction_info) : [value.restriction_info];
    const restrictions = info.map((one) => {
      const { restriction_type, expiration } = objectOf(one);
      return { kind: textOf(restriction_type) ?? "RESTRICTED", until: endOf(expiration), at: at.toISOString() };
    });
    return { ...before, restrictions };
  }
  if (event === "ACCOUNT_VIOLATION") {
    const kind = textOf(objectOf(value.violation_info).violation_type) ?? "UNKNOWN";
    return { ...before, violation: { kind, at: at.toISOString() } };
  }
  if (event !== "DISABLED_UPDATE") return null;
  const { waba_ban_state: state, waba_ban_date: date } = objectOf(value.ban_info);
  if (textOf(state) === "REINSTATE") return {};
  return { ...before, ban: { state: textOf(state) ?? event, date: textOf(date), at: at.toISOString() } };
};

/** Seconds since 1970, in the future as a rule. */
const endOf = (value: unknown): string | null => {
  const seconds = numberOf(value);
  return seconds !== null && seconds > 0 && seconds < 1e10 ? new Date(seconds * 1000).toISOString() : null;
};
