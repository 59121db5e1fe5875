import { useQuery } from "@tanstack/react-query";
import { Coins } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { cx, Tooltip } from "../ui/index.ts";
import { type Estimate, estimateQuery } from "./cost-data.ts";
import { dateName, marketName, unitPrice } from "./cost-words.ts";

type Props = { channelId: string; contactId: string };

/** What sending this template to this person costs. Quiet while it is asked, and silent where it cannot be told. */
export function SendCost({ channelId, contactId, templateId }: Props & { templateId: string }) {
  const { data } = useQuery(estimateQuery(channelId, contactId, templateId));
  return data ? <Cost estimate={data} /> : null;
}

/** Beside the send button of a reply, only when it would cost something and the organization wants to see it. */
export function ReplyCost({ channelId, contactId }: Props) {
  const { data } = useQuery(estimateQuery(channelId, contactId));
  if (!data?.showReplyCost || data.free !== null || data.amountMicros === "0") return null;
  return <Cost estimate={data} />;
}

function Cost({ estimate }: { estimate: Estimate }) {
  const t = useT();
  const { short, long } = useWords(estimate);
  return (
    <Tooltip label={long} side="top">
      <button
        type="button"
        aria-label={`${t("costs.cost")}: ${short}. ${long}`}
        className={cx(
          "num inline-flex h-6 shrink-0 items-center gap-1 rounded-6 px-1.5 text-12 whitespace-nowrap",
          estimate.free ? "text-success-text" : "text-muted",
        )}
      >
        <Coins size={13} aria-hidden />
        {short}
      </button>
    </Tooltip>
  );
}

function useWords(estimate: Estimate): { short: string; long: string } {
  const t = useT();
  const format = useFormat();
  const { currency, priceMicros, free, exactness, market, validFrom, freeRepliesLeft } = estimate;
  const place = market ? marketName(t, format, market) : "";
  const otherwise =
    priceMicros === null ? "" : ` ${t("costs.otherwise", { price: unitPrice(format, priceMicros, currency), market: place })}`;
  if (free === "free_entry_point") return { short: t("costs.free"), long: t("costs.why_entry") + otherwise };
  if (free === "free_replies") return { short: t("costs.free"), long: t("costs.why_replies", { count: freeRepliesLeft ?? 0 }) + otherwise };
  if (free === "not_charged") return { short: t("costs.free"), long: t("costs.why_not_charged") };
  if (priceMicros === null || validFrom === null) return { short: t("costs.no_price"), long: t("costs.why_no_price") };
  const price = unitPrice(format, priceMicros, currency);
  const since = { market: place, date: dateName(format, validFrom) };
  if (exactness === "estimate") return { short: `≈ ${price}`, long: t("costs.exact_estimate", since) };
  return { short: price, long: t(exactness === "own" ? "costs.exact_own" : "costs.exact_published", since) };
}
