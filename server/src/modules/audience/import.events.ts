import { z } from "zod";

const importId = z.uuid();
const counts = z.object({ created: z.number(), changed: z.number(), unchanged: z.number(), wrong: z.number(), duplicate: z.number() });

export const importEvents = {
  "import.started": z.object({ importId }),
  "import.finished": z.object({ importId, ...counts.shape }),
  "import.undone": z.object({ importId, removed: z.number(), kept: z.number() }),
};
