import { z } from "zod";

export const exportEvents = {
  "export.finished": z.object({ exportId: z.uuid(), rows: z.number() }),
};
