import { z } from "zod";

export const costsEvents = {
  "costs.recalculated": z.object({ month: z.string(), messages: z.number().int(), changed: z.number().int() }),
  "costs.prices_changed": z.object({ what: z.enum(["added", "imported", "retired"]), prices: z.number().int() }),
  "costs.settings_changed": z.object({ currency: z.string(), showReplyCost: z.boolean() }),
};
