import { Link } from "@tanstack/react-router";
import { Bot, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, CodeBlock, type Tone } from "../ui/index.ts";
import type { Arrival } from "./arrivals.ts";

const tones: Record<Arrival["outcome"], Tone> = { accepted: "success", duplicate: "plain", dropped: "warning", refused: "danger" };

/** One message in a line, its whole shape by a press. */
export function ArrivalRow({ arrival, keyName }: { arrival: Arrival; keyName: string | undefined }) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li className="border-b last:border-b-0">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-11 w-full flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-start outline-offset-[-2px] hover:bg-surface-hover"
      >
        <ChevronRight size={14} aria-hidden className={open ? "rotate-90 text-subtle" : "flip-rtl text-subtle"} />
        <time dateTime={arrival.at} className="num w-16 shrink-0 text-12 text-subtle">
          {format.clock(arrival.at)}
        </time>
        <span className="min-w-0 flex-1 basis-24 font-medium break-words" dir="auto">
          {arrival.name || arrival.kind}
        </span>
        {arrival.bot && (
          <Badge icon={<Bot size={12} aria-hidden />} dashed>
            {t("events.bot")}
          </Badge>
        )}
        <span className="cut max-w-40 text-12 text-subtle phone:hidden">{keyName ?? t("events.server")}</span>
        <Badge tone={tones[arrival.outcome]}>{t(`events.outcome_${arrival.outcome}`)}</Badge>
      </button>
      <div id={id} hidden={!open} className="flex flex-col gap-2 px-4 pb-3">
        {arrival.reason && arrival.reason !== arrival.outcome && (
          <p className="text-12">
            <span className="text-subtle">{t("events.reason")}</span>{" "}
            <code dir="ltr">{arrival.field ? `${arrival.field}: ${arrival.reason}` : arrival.reason}</code>
          </p>
        )}
        {arrival.contactId && (
          <Link to="/contacts/$contactId" params={{ contactId: arrival.contactId }} className="link self-start">
            {t("events.contact")}
          </Link>
        )}
        {arrival.hidden.length > 0 && (
          <p className="text-12 text-subtle">{t("events.hidden", { properties: arrival.hidden.join(", ") })}</p>
        )}
        {open && (
          <CodeBlock
            label={t(arrival.outcome === "accepted" ? "events.as_kept" : "events.as_sent")}
            code={JSON.stringify(arrival.raw, null, 2)}
          />
        )}
      </div>
    </li>
  );
}
