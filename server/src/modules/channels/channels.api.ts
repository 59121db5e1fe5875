import { z } from "zod";

export const ChannelPath = z.object({ channelId: z.uuid() });
/** One line of the guided check: which value is wrong and what to do. */
export const ChannelCheck = z
  .object({
    check: z
      .string()
      .describe("graph_reached, token, phone_number, account, number_in_account, app_secret, subscribed, webhook_seen, name, quality"),
    ok: z.boolean().nullable().describe("null: could not be checked"),
    field: z.string().nullable(),
    message: z.string(),
    remedy: z.string().nullable(),
  })
  .meta({ id: "ChannelCheck" });

export const WhatsAppConnection = z
  .object({
    name: z.string().trim().min(1).max(80).optional(),
    phoneNumberId: z.string().regex(/^\d{5,25}$/, "digits only, from WhatsApp Manager -> API setup"),
    accountId: z.string().regex(/^\d{5,25}$/, "digits only: the WhatsApp Business account id"),
    token: z.string().trim().min(10).max(1000),
    appSecret: z.string().trim().min(8).max(200),
    verifyToken: z.string().trim().min(8).max(200).optional().describe("Made for you when left out"),
    graphUrl: z.url().default("https://graph.facebook.com"),
    graphVersion: z
      .string()
      .regex(/^v\d{2}\.0$/)
      .default("v26.0"),
  })
  .meta({ id: "WhatsAppConnection" });
export const WhatsAppCheckResult = z
  .object({
    ok: z.boolean(),
    checks: z.array(ChannelCheck),
    number: z.object({ displayPhoneNumber: z.string(), verifiedName: z.string().nullable() }).nullable(),
  })
  .meta({ id: "WhatsAppCheckResult" });

export const Channel = z
  .object({
    id: z.uuid(),
    kind: z.literal("whatsapp"),
    name: z.string(),
    state: z.enum(["active", "paused", "attention", "disconnected"]),
    attention: z.string().nullable(),
    displayPhoneNumber: z.string(),
    verifiedName: z.string().nullable(),
    phoneNumberId: z.string(),
    accountId: z.string(),
    graphUrl: z.string(),
    graphVersion: z.string(),
    quality: z.string().nullable(),
    messagingLimit: z.string().nullable(),
    throughput: z.string().nullable(),
    nameStatus: z.string().nullable(),
    tokenState: z.enum(["valid", "invalid", "unknown"]),
    coexistence: z.boolean(),
    webhook: z.object({ url: z.string(), verifyTokenEndsWith: z.string() }),
    lastReceivedAt: z.date().nullable(),
    checks: z.array(ChannelCheck),
    checkedAt: z.date().nullable(),
    createdAt: z.date(),
  })
  .meta({ id: "Channel" });
export const ChannelChange = z.object({
  name: z.string().trim().min(1).max(80).optional(),
  state: z.enum(["active", "paused"]).optional(),
  token: z.string().trim().min(10).max(1000).optional(),
  graphVersion: z
    .string()
    .regex(/^v\d{2}\.0$/)
    .optional(),
});
export const VerifyToken = z.object({ verifyToken: z.string() }).meta({ id: "VerifyToken" });

export const Notice = z
  .object({
    id: z.uuid(),
    channelId: z.uuid().nullable(),
    kind: z.string(),
    severity: z.enum(["info", "warning", "danger"]),
    payload: z.record(z.string(), z.unknown()),
    at: z.date(),
  })
  .meta({ id: "Notice" });
export const ParkedItem = z
  .object({
    id: z.uuid(),
    channelId: z.uuid().nullable(),
    kind: z.string(),
    reason: z.string(),
    detail: z.string().nullable(),
    tries: z.number(),
    parkedAt: z.date(),
  })
  .meta({ id: "ParkedItem" });
export const ParkedPath = z.object({ parkedId: z.uuid() });
