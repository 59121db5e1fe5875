import type { Check } from "./check.ts";

export const nameCheck = (status: string | null): Check => ({
  check: "name",
  ok: status === null ? null : !["DECLINED", "EXPIRED", "NONE"].includes(status),
  field: null,
  message: status === null ? "Meta did not tell whether the name is approved." : `The display name is ${status.toLowerCase()}.`,
  remedy: status === "DECLINED" ? "Change the display name in WhatsApp Manager." : null,
});

export const qualityCheck = (quality: string | null): Check => ({
  check: "quality",
  ok: quality === null || quality === "UNKNOWN" ? null : quality !== "RED",
  field: null,
  message: `Quality: ${(quality ?? "unknown").toLowerCase()}.`,
  remedy: quality === "RED" ? "Send less marketing, and only to people who want it." : null,
});
