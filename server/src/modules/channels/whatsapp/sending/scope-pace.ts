import type { Pace } from "../../../../kernel/deliveries.ts";
import type { Rule } from "../graph/errors.ts";
import type { NumberRow } from "../numbers/number.ts";
import { accountPace, numberPace, pairPace } from "./pacing.ts";

/** The budget a refusal speaks of. */
export const scopePace = (number: NumberRow, scope: NonNullable<Rule["scope"]>, person: string): Pace => {
  if (scope === "pair") return pairPace(number.phone_number_id, person);
  if (scope === "account") return accountPace(number.app_id, number.account_id);
  return numberPace(number);
};
