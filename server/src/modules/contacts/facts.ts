import { isSupportedCountry } from "libphonenumber-js/max";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { ContactChange } from "./contacts.api.ts";

export type Facts = z.output<typeof ContactChange>;

/** Columns for the facts given, checked beyond what a schema can say. A name a member wrote is kept; an emptied one may come from the profile again. */
export const columnsOf = async (tx: Tx, organizationId: string, facts: Facts) => {
  const country = facts.country?.toUpperCase();
  if (country && !isSupportedCountry(country))
    throw invalid("country", "There is no such country.", "Use the two letters of ISO 3166, such as GB.");
  if (facts.timeZone && !isTimeZone(facts.timeZone))
    throw invalid("timeZone", "There is no such time zone.", "Use a name such as Europe/London.");
  if (facts.ownerId) await requireMember(tx, organizationId, facts.ownerId);
  return {
    ...(facts.name === undefined ? {} : { name: facts.name, name_source: facts.name === "" ? "profile" : "member" }),
    ...(facts.company === undefined ? {} : { company: facts.company || null }),
    ...(facts.language === undefined ? {} : { language: facts.language || null }),
    ...(facts.country === undefined ? {} : { country: country ?? null }),
    ...(facts.timeZone === undefined ? {} : { time_zone: facts.timeZone || null }),
    ...(facts.stage === undefined ? {} : { stage: facts.stage }),
    ...(facts.ownerId === undefined ? {} : { owner_id: facts.ownerId }),
  };
};

const requireMember = async (tx: Tx, organizationId: string, memberId: string) => {
  const member = await tx
    .selectFrom("members")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", memberId)
    .where("deactivated_at", "is", null)
    .executeTakeFirst();
  if (!member) throw invalid("ownerId", "This is not a member of the team.", "Choose one of GET /members.");
};

const isTimeZone = (name: string) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
