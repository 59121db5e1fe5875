import { expect, test } from "vitest";
import { ar } from "../i18n/ar.ts";
import { en } from "../i18n/en.ts";
import { formats, type Key } from "../i18n/index.ts";
import { translator } from "../i18n/languages.ts";
import type { Failure } from "./message-data.ts";
import { actionsFor, failureText, failureWords, type KnownCode, mayFetchAgain, mediaText } from "./outcome-words.ts";

const files = import.meta.glob<string>("../../../server/src/modules/channels/failures.api.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const source = Object.values(files)[0] ?? "";
const codes = [...source.slice(source.indexOf("["), source.indexOf("]")).matchAll(/"(\w+)"/g)].map((match) => match[1] ?? "");
const failure = (code: string, more: Partial<Failure> = {}): Failure => ({ code, message: "The server's sentence.", ...more });
const format = formats("en", "UTC");
const say = (which: Failure, language: "en" | "ar" = "en") =>
  failureText(translator(language === "en" ? en : ar, language), formats(language, "UTC"), which);

test("every code of the server has a sentence in both languages, and a button or the reason why there is none", () => {
  expect(codes.length).toBeGreaterThan(45);
  expect(Object.keys(failureWords).sort()).toEqual([...codes].sort());
  for (const code of codes as KnownCode[]) {
    const key: Key = `outcome.code_${code}`;
    expect(en[key], code).toBeTruthy();
    expect(ar[key], code).toMatch(/[\u0600-\u06ff]/);
    const { actions, because }: { actions: readonly string[]; because?: string } = failureWords[code];
    expect(actions.length > 0 || because !== undefined, code).toBe(true);
    expect(say(failure(code, { right: "whatsapp_business_messaging" })), code).not.toContain("{");
    expect(say(failure(code, { right: "whatsapp_business_messaging" }), "ar"), code).not.toContain("{");
  }
});

test("a missing right is named", () => {
  expect(say(failure("permission_missing", { right: "whatsapp_business_messaging" }))).toContain("whatsapp_business_messaging");
});

test("what is held back until a time says when, and has no button until then", () => {
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const held = failure("marketing_limited", { until: later, remedy: "wait" });
  expect(say(held)).toContain(format.dateTime(later));
  expect(actionsFor(held, "failed")).toEqual([]);
  expect(actionsFor(failure("marketing_limited", { until: "2026-01-01T00:00:00Z" }), "failed")).toEqual(["resend"]);
});

test("an unknown outcome asks for a person's word whatever its code", () => {
  for (const code of ["no_answer", "provider_error", "something_new"])
    expect(actionsFor(failure(code), "unknown")).toEqual(["resend_anyway", "arrived", "not_arrived"]);
});

test("a code newer than these words is told by the server and answered by its remedy", () => {
  const newer = failure("invented_tomorrow", { remedy: "fix_number" });
  expect([say(newer), say(newer, "ar")]).toEqual(["The server's sentence.", "The server's sentence."]);
  expect(actionsFor(newer, "failed")).toEqual(["open_contact", "resend"]);
  expect(actionsFor(failure("toString"), "failed")).toEqual(["resend"]);
});

test("a file is offered to be fetched again while WhatsApp may have it", () => {
  const now = new Date().toISOString();
  expect([mayFetchAgain("media_damaged", now), mayFetchAgain("media_gone", now)]).toEqual([true, false]);
  expect(mayFetchAgain("media_damaged", new Date(Date.now() - 8 * 86_400_000).toISOString())).toBe(false);
  expect([mediaText("media_gone"), mediaText("graph_500"), mediaText(null)]).toEqual([
    "outcome.media_gone",
    "outcome.media_other",
    "outcome.media_other",
  ]);
});
