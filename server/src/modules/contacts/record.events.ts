import { z } from "zod";

const key = z.string();

/** Public event names of what an organization asks about people. */
export const recordEvents = {
  "field.created": z.object({ key }),
  "field.changed": z.object({ key }),
  "field.archived": z.object({ key }),
  "field.unarchived": z.object({ key }),
  "field.deleted": z.object({ key }),
  "stage.created": z.object({ key }),
  "stage.changed": z.object({ key }),
  "stage.removed": z.object({ key, successor: z.string() }),
  "score_rule.created": z.object({ ruleId: z.uuid() }),
  "score_rule.changed": z.object({ ruleId: z.uuid() }),
  "score_rule.removed": z.object({ ruleId: z.uuid() }),
};
