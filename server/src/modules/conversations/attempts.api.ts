import { z } from "zod";
import { FailureView } from "./conversations.api.ts";

const Who = z.object({ kind: z.string(), name: z.string().nullable() });

export const Attempt = z
  .object({
    id: z.uuid(),
    current: z.boolean().describe("The one whose state the message shows"),
    state: z.enum([
      "planned",
      "queued",
      "sending",
      "unknown",
      "accepted",
      "sent",
      "delivered",
      "read",
      "failed",
      "skipped",
      "cancelled",
      "expired",
    ]),
    reason: z.string().nullable().describe("Why it was held, skipped or taken back, in stable codes"),
    to: z.string().nullable().describe("The number, user id or name it goes to"),
    by: Who.describe("Who asked for it"),
    at: z.date().describe("When it was asked for"),
    dueAt: z.date().nullable().describe("While it waits: when it is tried next"),
    failure: FailureView.nullable(),
    requests: z
      .array(
        z.object({
          number: z.number().int(),
          at: z.date(),
          answeredAt: z.date().nullable(),
          outcome: z.enum(["accepted", "failed", "unknown", "retry"]).nullable(),
          failure: FailureView.nullable(),
        }),
      )
      .describe("Each request to the provider and what came of it"),
    told: z
      .array(
        z.object({
          state: z.enum(["sent", "delivered", "read", "failed", "arrived", "not_arrived"]),
          at: z.date(),
          by: Who.nullable().describe("The member whose word it is; null: the provider's"),
        }),
      )
      .describe("What was told of it afterwards, in the order it was told"),
  })
  .meta({ id: "Attempt" });

export const Attempts = z
  .object({
    arrived: z.number().int().describe("How many of them have reached the customer; two: they have it twice"),
    items: z.array(Attempt),
  })
  .meta({ id: "Attempts" });
