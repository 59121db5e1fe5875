import { useFormat, useT } from "../i18n/index.ts";
import { money } from "./cost-words.ts";

/** An amount of money; one that rests on an estimate says so with "≈" and, for screen readers, in a word. */
export function Amount({ micros, currency, estimated }: { micros: string; currency: string; estimated?: boolean | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="num whitespace-nowrap">
      {estimated && (
        <>
          <span aria-hidden title={t("costs.estimated")}>
            ≈{" "}
          </span>
          <span className="sr-only">{t("costs.estimated")}: </span>
        </>
      )}
      {money(format, micros, currency)}
    </span>
  );
}
