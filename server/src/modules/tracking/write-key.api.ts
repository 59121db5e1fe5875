import { z } from "zod";
import { originPattern } from "./origins.ts";

const Origin = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(originPattern, "Write it as https://shop.example, https://*.shop.example, http://localhost:* or *")
  .describe(
    "`https://shop.example`; `https://*.shop.example` for every name below it; `http://localhost:*` for every port; `*` for everywhere",
  );
const facts = {
  name: z.string().trim().min(1).max(120).describe("What the team calls the website"),
  origins: z.array(Origin).min(1).max(20).describe("From where it takes events"),
  ip: z
    .enum(["off", "truncated", "full"])
    .describe("What is kept of visitors' addresses: nothing, the network (IPv4 /24, IPv6 /48), or all of it"),
  gpc: z
    .enum(["anonymous", "drop"])
    .describe("Visitors whose browser sends Sec-GPC: counted without visitor, address or identify; or nothing of theirs is kept"),
  unsigned: z
    .enum(["claims", "ignored"])
    .describe("An identify without signature: makes a contact of its own with unproven claims; or is ignored"),
  eventsPerSecond: z.number().int().min(1).max(20_000).describe("How many events a second it takes; bursts of ten seconds' worth"),
};
export const WriteKeyPath = z.object({ writeKeyId: z.uuid() });
export const WriteKeyRequest = z
  .object({
    ...facts,
    ip: facts.ip.default("truncated"),
    gpc: facts.gpc.default("anonymous"),
    unsigned: facts.unsigned.default("claims"),
    eventsPerSecond: facts.eventsPerSecond.default(1000),
  })
  .meta({ id: "WriteKeyRequest" });
export const WriteKeyChange = z.object(facts).partial().meta({ id: "WriteKeyChange" });
export const WriteKey = z
  .object({
    id: z.uuid(),
    key: z.string().describe("Public: it stands in the website's pages"),
    ...facts,
    createdAt: z.date(),
    lastUsedAt: z.date().nullable(),
    revokedAt: z.date().nullable(),
  })
  .meta({ id: "WriteKey" });
export const SigningSecret = z
  .object({ secret: z.string().describe("For your server only: HMAC-SHA256(userId) with it is the userHash of an identify") })
  .meta({ id: "SigningSecret" });
