import { useMemo } from "react";
import { useFormat } from "../i18n/index.ts";

/** A day without an hour, such as 2026-12-01: in every time zone the same. */
export function useDay() {
  const { locale } = useFormat();
  return useMemo(() => {
    const short = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
    const long = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    const year = String(new Date().getFullYear());
    return (day: string) => (day.startsWith(year) ? short : long).format(new Date(`${day}T00:00:00Z`));
  }, [locale]);
}
