import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { Button } from "./button.tsx";

/** Why it was refused and what to do. Takes any error; `action` offers the remedy, `onRetry` another try. */
export function ErrorNotice({ error, onRetry, action }: { error: unknown; onRetry?: () => void; action?: ReactNode }) {
  const t = useT();
  const { code, message, remedy } = (error ?? {}) as { code?: string; message?: string; remedy?: string };
  const says = code === "offline" ? t("common.error_offline") : code ? message : t("common.error_unexpected");
  // Some remedies are codes the page acts on ("send_template"): only sentences are shown.
  const advice = remedy?.includes(" ") ? remedy : undefined;
  return (
    <div role="alert" className="flex items-start gap-2 rounded-8 border border-danger-line bg-danger-soft px-3 py-2">
      <CircleAlert size={16} className="mt-0.5 text-danger" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-danger-text">{says}</p>
        {advice && <p className="text-muted">{advice}</p>}
        {(onRetry || action) && (
          <div className="mt-2 flex gap-2">
            {action}
            {onRetry && (
              <Button size="xs" onClick={onRetry}>
                {t("common.retry")}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
