import { z } from "zod";

export const bulkEvents = {
  "bulk.started": z.object({ bulkId: z.uuid(), action: z.string() }),
  "bulk.finished": z.object({ bulkId: z.uuid(), state: z.enum(["done", "cancelled", "failed"]) }),
  "bulk.undo_started": z.object({ bulkId: z.uuid() }),
  "bulk.undone": z.object({ bulkId: z.uuid(), undone: z.number().int() }),
};
