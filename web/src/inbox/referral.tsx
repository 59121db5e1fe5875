import { Megaphone } from "lucide-react";
import { useT } from "../i18n/index.ts";
import type { Message } from "./message-data.ts";

/** The advertisement or post whose button brought the customer here. */
export function Referral({ message: { content } }: { message: Message }) {
  const t = useT();
  const referral = content.referral as { sourceType?: string; sourceUrl?: string; headline?: string; body?: string } | undefined;
  if (!referral) return null;
  const safe = referral.sourceUrl && /^https?:/.test(referral.sourceUrl) ? referral.sourceUrl : null;
  return (
    <div className="-mx-1.25 mb-1.5 flex items-start gap-2 rounded-8 border bg-surface-raised px-2.5 py-2 text-12">
      <Megaphone size={14} className="mt-0.5 text-info flip-rtl" aria-hidden />
      <div className="min-w-0">
        <p className="text-subtle">{t(referral.sourceType === "post" ? "inbox.from_post" : "inbox.from_ad")}</p>
        {referral.headline && (
          <p className="text-13 font-medium" dir="auto">
            {referral.headline}
          </p>
        )}
        {referral.body && (
          <p className="line-clamp-2 text-muted" dir="auto">
            {referral.body}
          </p>
        )}
        {safe && (
          <a href={safe} target="_blank" rel="noopener noreferrer" className="link">
            {t("inbox.show_ad")}
          </a>
        )}
      </div>
    </div>
  );
}
