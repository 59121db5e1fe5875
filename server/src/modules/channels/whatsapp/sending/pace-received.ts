import { sql } from "kysely";
import type { Kernel } from "../../../../kernel/module.ts";
import type { Item } from "../intake/parse-shapes.ts";
import { numberKey } from "./pacing.ts";

/**
 * Messages received count against a number's throughput like those sent. It matters while the number is sending: then
 * its bucket is younger than a second, and loses as many tokens as messages came, at most a second's worth. Outside the projector's
 * transaction, which would hold the bucket's row.
 */
export const countReceived = async (kernel: Kernel, appId: string, items: Item[]): Promise<void> => {
  const counts = new Map<string, number>();
  for (const item of items)
    if (
      item.kind === "message" &&
      item.origin !== "history" &&
      item.phoneNumberId !== null &&
      item.receivedAt.getTime() > Date.now() - 2000
    )
      counts.set(item.phoneNumberId, (counts.get(item.phoneNumberId) ?? 0) + 1);
  if (counts.size === 0) return;
  const keys = [...counts.keys()].map((id) => numberKey(appId, id));
  await sql`
    update rate_buckets b set tokens = least(b.tokens, greatest(-80, b.tokens - r.n))
      from unnest(${keys}::text[], ${[...counts.values()]}::int[]) as r (key, n)
     where b.key = r.key and b.updated_at > now() - interval '1 second'`
    .execute(kernel.db.system)
    .catch((error) => kernel.log.warn({ err: error }, "received messages were not counted against the throughput"));
};
