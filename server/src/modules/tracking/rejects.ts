import { newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import { storable } from "./storable.ts";

export type Reject = {
  organizationId: string;
  keyId: string;
  outcome: "refused" | "duplicate" | "dropped";
  kind: string;
  name: string;
  bot: boolean;
  field: string | null;
  reason: string;
  raw: unknown;
};

const everyMs = 500;
/** Kept a second and organization by one process: enough to see what is wrong, too few to fill a disk with. */
const mostPerRound = 25;
const rawLength = 4_000;

/** What was not taken is written beside the answer, for the live tail: it holds nothing up, and a killed process loses its last half second. */
export const openRejects = (kernel: Kernel) => {
  let waiting = new Map<string, Reject[]>();
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    const rows = [...waiting.values()].flat();
    waiting = new Map();
    if (rows.length > 0)
      writing = writing.then(() =>
        kernel.db.system
          .insertInto("event_rejects")
          .values(
            rows.map((row) => ({
              organization_id: row.organizationId,
              id: newId(),
              key_id: row.keyId,
              outcome: row.outcome,
              kind: row.kind,
              name: row.name,
              bot: row.bot,
              field: row.field,
              reason: row.reason,
              raw: shortened(row.raw),
            })),
          )
          .execute()
          .then(
            () => kernel.live.wake(),
            (error) => kernel.log.warn({ code: (error as { code?: string }).code }, "refused events were not noted"),
          ),
      );
    return writing;
  };
  const timer = setInterval(write, everyMs);
  timer.unref();
  return {
    note: (reject: Reject) => {
      const rows = waiting.get(reject.organizationId);
      if (!rows) waiting.set(reject.organizationId, [reject]);
      else if (rows.length < mostPerRound) rows.push(reject);
    },
    close: async () => {
      clearInterval(timer);
      await write();
    },
  };
};
export type Rejects = ReturnType<typeof openRejects>;

const shortened = (raw: unknown): string => {
  const text = storable(JSON.stringify(raw ?? null) ?? "null");
  return text.length <= rawLength ? text : JSON.stringify({ shortened: text.slice(0, rawLength).toWellFormed() });
};
