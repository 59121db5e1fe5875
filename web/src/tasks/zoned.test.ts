import { expect, test } from "vitest";
import { clockOf, instantOf } from "./zoned.ts";

test("an hour of a day is read in its time zone, before and after the clocks change", () => {
  expect(instantOf("2026-11-22", "15:00", "Europe/Berlin")).toBe("2026-11-22T14:00:00.000Z");
  expect(instantOf("2026-07-01", "15:00", "Europe/Berlin")).toBe("2026-07-01T13:00:00.000Z");
  expect(instantOf("2026-11-22", "00:30", "Asia/Kolkata")).toBe("2026-11-21T19:00:00.000Z");
  expect(instantOf("2026-03-08", "23:00", "America/New_York")).toBe("2026-03-09T03:00:00.000Z");
});

test("and shown in it again", () => {
  for (const zone of ["Europe/Berlin", "Asia/Kolkata", "America/New_York", "Pacific/Auckland", "UTC"])
    expect(clockOf(instantOf("2026-10-25", "12:15", zone), zone)).toEqual({ day: "2026-10-25", time: "12:15" });
});
