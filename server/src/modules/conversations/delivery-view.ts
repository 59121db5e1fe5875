import type { Tx } from "../../kernel/db/pools.ts";
import type { Failure } from "../../kernel/deliveries.ts";
import { saidByMember } from "./status-order.ts";

/** What a message shows of the delivery that carries it. */
export type DeliveryShown = {
  sender: string | undefined;
  /** Taken by the provider and kept back until it has seen how others like the template. */
  heldForQuality: boolean;
  /** Still queued, and why: `until` is when it is tried next, null while the channel itself has to send again first. */
  waiting: { until: Date | null; failure: Failure | null } | null;
  /** What it shows is a member's word, not the provider's. */
  saidByMember: boolean;
};

const stopped: Record<string, Failure> = {
  paused: { code: "channel_paused", message: "Sending on this number is paused.", remedy: "contact_admin" },
  disconnected: { code: "channel_disconnected", message: "This number is disconnected.", remedy: "contact_admin" },
};

export const deliveriesShown = async (tx: Tx, organizationId: string, ids: string[]): Promise<Map<string, DeliveryShown>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("deliveries as d")
    .innerJoin("channels as c", (join) => join.onRef("c.organization_id", "=", "d.organization_id").onRef("c.id", "=", "d.channel_id"))
    .select(["d.id", "d.state", "d.reason", "d.failure", "d.due_at", "d.created_by", "c.state as channel_state", "c.attention"])
    .where("d.organization_id", "=", organizationId)
    .where("d.id", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => {
      const name = (row.created_by as { name?: unknown } | null)?.name;
      const failure = row.failure as Failure | null;
      return [
        row.id,
        {
          sender: typeof name === "string" ? name : undefined,
          heldForQuality: row.reason === "held_for_quality" && row.state === "accepted",
          waiting: row.state === "queued" ? waitingOf({ ...row, failure }) : null,
          saidByMember: row.reason === saidByMember,
        },
      ];
    }),
  );
};

const waitingOf = (row: { failure: Failure | null; due_at: Date; channel_state: string; attention: string | null }) => {
  if (row.channel_state === "attention") {
    const code = row.attention ?? "provider_error";
    const failure =
      row.failure?.code === code ? row.failure : { code, message: "Sending on this number has stopped.", remedy: "contact_admin" as const };
    return { until: null, failure };
  }
  const why = stopped[row.channel_state];
  if (why) return { until: null, failure: why };
  const until = row.due_at > new Date() ? row.due_at : null;
  return until || row.failure ? { until, failure: row.failure } : null;
};
