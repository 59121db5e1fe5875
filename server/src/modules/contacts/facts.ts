import { isSupportedCountry } from "libphonenumber-js/max";
import type { z } from "zod";
import type { ContactChange } from "./contacts.api.ts";
import type { WriteProblem } from "./write.ts";

/** What every contact has, whatever the organization's own fields are. */
export type Facts = Omit<z.output<typeof ContactChange>, "fields">;

/** What facts may refer to. Where something is missing (a dry run that did not ask) it is not checked. */
export type KnownFacts = { stages?: ReadonlySet<string>; members?: ReadonlySet<string>; companies?: ReadonlyMap<string, string> };

export const defaultStage = "lead";
const longest = { name: 200, company: 200, language: 35, timeZone: 60 } as const;

/** Column of contacts -> what the API and events call it. Columns that are not here follow from others. */
export const factOf: Record<string, keyof Facts> = {
  name: "name",
  company: "company",
  language: "language",
  country: "country",
  time_zone: "timeZone",
  stage: "stage",
  owner_id: "ownerId",
};

/**
 * Columns for the facts given, checked beyond what a schema can say; the company stands as its name until it is found. A name a member
 * wrote is kept; an emptied one may come from the profile again.
 */
export const readFacts = (facts: Facts, known: KnownFacts): { columns: Record<string, unknown>; problems: WriteProblem[] } => {
  const problems: WriteProblem[] = [];
  const problem = (field: string, message: string, remedy?: string) => problems.push({ field, message, ...(remedy ? { remedy } : {}) });
  for (const field of ["name", "company", "language", "timeZone", "country", "stage"] as const) {
    const text = facts[field];
    if (text === undefined || text === null) continue;
    if (typeof text !== "string") problem(field, "This takes a text.");
    else if (text.includes("\u0000")) problem(field, "The text holds a NUL character.", "Remove it.");
    else if (field in longest && text.trim().length > longest[field as keyof typeof longest])
      problem(field, `This takes at most ${longest[field as keyof typeof longest]} characters.`);
  }
  if (problems.length > 0) return { columns: {}, problems };

  const country = facts.country?.trim().toUpperCase();
  if (country && !isSupportedCountry(country))
    problem("country", "There is no such country.", "Use the two letters of ISO 3166, such as GB.");
  if (facts.timeZone && !isTimeZone(facts.timeZone.trim()))
    problem("timeZone", "There is no such time zone.", "Use a name such as Europe/London.");
  if (facts.stage !== undefined && known.stages && !known.stages.has(facts.stage))
    problem("stage", "There is no such stage.", `Use a key of GET /stages: ${[...known.stages].join(", ")}.`);
  if (facts.ownerId && known.members && !known.members.has(facts.ownerId))
    problem("ownerId", "This is not a member of the team.", "Choose one of GET /members.");
  if (facts.companyId && known.companies && !known.companies.has(facts.companyId))
    problem("companyId", "There is no such company.", "Choose one of GET /companies, or name it in `company`.");

  const name = facts.name?.trim();
  return {
    problems,
    columns: {
      ...(name === undefined ? {} : { name, name_source: name === "" ? "profile" : "member" }),
      ...companyOf(facts, known),
      ...(facts.language === undefined ? {} : { language: facts.language?.trim() || null }),
      ...(facts.country === undefined ? {} : { country: country || null }),
      ...(facts.timeZone === undefined ? {} : { time_zone: facts.timeZone?.trim() || null }),
      ...(facts.stage === undefined ? {} : { stage: facts.stage }),
      ...(facts.ownerId === undefined ? {} : { owner_id: facts.ownerId }),
    },
  };
};

const companyOf = ({ company, companyId }: Facts, { companies }: KnownFacts) => {
  if (companyId) return { company_id: companyId, company: companies?.get(companyId) ?? null };
  const name = company?.trim();
  if (name) return { company: name };
  return company === undefined && companyId === undefined ? {} : { company: null, company_id: null };
};

const zones = new Map<string, boolean>();
const isTimeZone = (name: string) => {
  let known = zones.get(name);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      known = true;
    } catch {
      known = false;
    }
    // Made-up names must not fill the memory.
    if (zones.size < 1000) zones.set(name, known);
  }
  return known;
};
