import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { Tooltip } from "./tooltip.tsx";

export type MessageStatus = "queued" | "accepted" | "held" | "sent" | "delivered" | "read" | "failed" | "unknown";

/** What became of a message. `cause` completes the tooltip where it failed or is unknown. */
export function StatusTicks({ status, cause, size = 15 }: { status: MessageStatus; cause?: string | undefined; size?: number }) {
  const t = useT();
  const name = t(`common.status_${status}`);
  const says = cause ? `${name}: ${cause}` : name;
  return (
    <Tooltip label={says}>
      <svg
        role="img"
        aria-label={says}
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={`shrink-0 ${colors[status]}`}
      >
        {marks[status]}
      </svg>
    </Tooltip>
  );
}

const colors: Record<MessageStatus, string> = {
  queued: "text-subtle",
  accepted: "text-subtle",
  held: "text-subtle",
  sent: "text-subtle",
  delivered: "text-subtle",
  read: "text-accent-text",
  failed: "text-danger",
  unknown: "text-unknown",
};

const double = <path d="m1.5 12.5 4.5 4.5L15 7M12.5 16.5l.5.5L22.5 7" />;
const marks: Record<MessageStatus, ReactNode> = {
  queued: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  accepted: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m8.5 12.3 2.5 2.5 4.5-4.8" />
    </>
  ),
  held: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M10 9.3v5.4M14 9.3v5.4" />
    </>
  ),
  sent: <path d="m5 12.5 4.5 4.5L19 7" />,
  delivered: double,
  read: double,
  failed: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.5v5M12 16.2v.1" />
    </>
  ),
  unknown: (
    <>
      <circle cx="12" cy="12" r="8.5" strokeDasharray="3.2 2.6" />
      <path d="M9.7 9.5a2.4 2.4 0 1 1 3.5 2.2c-.8.4-1.2.9-1.2 1.8M12 16.4v.1" />
    </>
  ),
};
