import { Check } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { Spinner } from "./spinner.tsx";

/** What became of the last change of a form. */
export function SavedAt({ at, saving }: { at?: number | string | null; saving?: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <span role="status" className="num inline-flex min-h-5 items-center gap-1.25 text-12 text-subtle">
      {saving ? (
        <>
          <Spinner />
          {t("common.saving")}
        </>
      ) : at ? (
        <>
          <Check size={14} />
          {t("common.saved_at", { time: format.time(at) })}
        </>
      ) : null}
    </span>
  );
}
