import { z } from "zod";

const companyId = z.uuid();

/** Public event names of companies; what people do stands in the events of contacts. */
export const companyEvents = {
  "company.created": z.object({ companyId }),
  "company.updated": z.object({ companyId, fields: z.array(z.string()) }),
  "company.merged": z.object({ companyId, otherCompanyId: z.uuid() }),
  "company.deleted": z.object({ companyId }),
};
