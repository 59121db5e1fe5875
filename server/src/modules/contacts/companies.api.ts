import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";

export const companySizes = ["1", "2-10", "11-50", "51-200", "201-1000", "1001+"] as const;
const text = (longest: number) => z.string().trim().max(longest).nullable();

const facts = {
  domain: text(253).describe("Such as example.com; a whole address is cut to it"),
  website: text(500).describe("An address beginning with http:// or https://; without one https:// is put before it"),
  phone: text(60).describe("As one writes it; nothing is sent to it"),
  industry: text(120),
  size: z.enum(companySizes).nullable().describe("How many work there"),
  address: text(500),
  country: z.string().length(2).nullable().describe("Two letters of ISO 3166"),
  notes: text(10_000),
  ownerId: z.uuid().nullable().describe("Which member looks after it"),
};
const name = z.string().trim().min(1).max(200).describe("At most 200 characters; accents and case do not make another company");

export const CompanyRequest = z
  .object({ name, ...facts })
  .partial()
  .required({ name: true })
  .meta({ id: "CompanyRequest" });
export const CompanyChange = z
  .object({ name, ...facts })
  .partial()
  .meta({ id: "CompanyChange" });

export const Company = z
  .object({
    id: z.uuid(),
    name: z.string(),
    domain: z.string().nullable(),
    website: z.string().nullable(),
    phone: z.string().nullable(),
    industry: z.string().nullable(),
    size: z.enum(companySizes).nullable(),
    address: z.string().nullable(),
    country: z.string().nullable(),
    notes: z.string().nullable(),
    ownerId: z.uuid().nullable(),
    people: z.number().int().describe("How many contacts belong to it, counted up to 1,000"),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: "Company" });

export const CompanyPath = z.object({ companyId: z.uuid() });
export const CompanyQuery = PageQuery.extend({
  search: z.string().max(200).optional().describe("Part of the name or of the domain; accents and case do not matter"),
  owner: z.uuid().optional(),
});
export const CompanyMerge = z.object({
  otherId: z.uuid().describe("The company that is given up; its people, deals, tasks and activities move"),
});
