import { isSupportedCountry } from "libphonenumber-js/max";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import { invalid } from "../../kernel/errors.ts";
import type { CompanyChange } from "./companies.api.ts";

/** Columns for the facts given, checked beyond what a schema can say. An emptied text is none. */
export const companyColumns = async (tx: Tx, organizationId: string, facts: z.output<typeof CompanyChange>) => {
  if (facts.ownerId) await requireMember(tx, organizationId, facts.ownerId);
  return {
    ...(facts.name === undefined ? {} : { name: facts.name }),
    ...(facts.domain === undefined ? {} : { domain: facts.domain ? domainOf(facts.domain) : null }),
    ...(facts.website === undefined ? {} : { website: facts.website ? websiteOf(facts.website) : null }),
    ...(facts.country === undefined ? {} : { country: facts.country ? countryOf(facts.country) : null }),
    ...(facts.phone === undefined ? {} : { phone: facts.phone || null }),
    ...(facts.industry === undefined ? {} : { industry: facts.industry || null }),
    ...(facts.size === undefined ? {} : { size: facts.size }),
    ...(facts.address === undefined ? {} : { address: facts.address || null }),
    ...(facts.notes === undefined ? {} : { notes: facts.notes || null }),
    ...(facts.ownerId === undefined ? {} : { owner_id: facts.ownerId }),
  };
};

const domainOf = (text: string) => {
  const host = text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#:].*$/s, "");
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(host))
    throw invalid("domain", "This is not an internet domain.", "Write it such as example.com.");
  return host;
};

/** Only what a browser may open: the address becomes a link on the page. */
const websiteOf = (text: string) => {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw invalid("website", "This is not the address of a website.", "Write it such as https://example.com.");
  return address.slice(0, 500);
};

const countryOf = (code: string) => {
  const country = code.toUpperCase();
  if (!isSupportedCountry(country)) throw invalid("country", "There is no such country.", "Use the two letters of ISO 3166, such as GB.");
  return country;
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
