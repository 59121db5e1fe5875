import { z } from "zod";
import { RoleName } from "./accounts.api.ts";

export const TwoFactorState = z
  .object({
    enabled: z.boolean(),
    since: z.date().nullable(),
    recoveryCodesLeft: z.number().int().describe("Of ten; each works once"),
    required: z.boolean().describe("The organization asks it of this person's role: without it only this page works"),
  })
  .meta({ id: "TwoFactorState" });
export const TwoFactorBegin = z.object({ password: z.string().min(1).max(1000) });
/** Shown until it is confirmed by a code; what the app keeps is never shown again. */
export const TwoFactorSecret = z
  .object({ secret: z.string().describe("base32, to type by hand"), uri: z.string().describe("otpauth://, to read with the camera") })
  .meta({ id: "TwoFactorSecret" });
export const TwoFactorCode = z.object({ code: z.string().trim().min(1).max(40).describe("Six digits of the app") });
export const TwoFactorProof = z.object({ password: z.string().min(1).max(1000), code: z.string().trim().min(1).max(40) });
export const RecoveryCodes = z
  .object({ codes: z.array(z.string()).describe("Shown once: only their digests are kept") })
  .meta({ id: "RecoveryCodes" });
export const SecondStep = z.object({
  challenge: z
    .string()
    .min(1)
    .max(100)
    .describe("From the refusal `second_factor_needed` of signing in; works for ten minutes and five tries"),
  code: z.string().trim().min(1).max(40).describe("Six digits of the app, or a recovery code"),
});

export const SessionView = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    device: z.string().nullable().describe("Browser and system, as the browser told them"),
    network: z.string().nullable().describe("The address cut to its network (/24, /48)"),
    startedAt: z.date(),
    lastUsedAt: z.date().describe("To the minute"),
    endsAt: z.date().describe("If it is not used before"),
  })
  .meta({ id: "Session" });
export const SessionPath = z.object({ sessionId: z.uuid() });
export const TwoFactorPolicy = z
  .object({ roles: z.array(RoleName).max(4).describe("Whose members must sign in with a second step") })
  .meta({ id: "TwoFactorPolicy" });
