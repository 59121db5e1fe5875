import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { cx } from "./cx.ts";

export type ChannelKind = "whatsapp" | "email" | "instagram" | "messenger" | "webpush" | "webchat" | "sms" | "phone";

/** The channel's mark: a small round one in lists and on avatars, a large square one at the head of its page. */
export function ChannelMark({
  kind,
  size = 16,
  decorative,
  className,
}: {
  kind: ChannelKind;
  size?: 16 | 24 | 40;
  /** When the channel's name stands beside it. */
  decorative?: boolean;
  className?: string;
}) {
  const t = useT();
  const name = t(`common.channel_${kind}`);
  return (
    <span
      {...(decorative ? { "aria-hidden": true } : { role: "img", "aria-label": name, title: name })}
      className={cx(
        `ch-${kind} grid shrink-0 place-items-center bg-channel text-white`,
        { 16: "size-4 rounded-full", 24: "size-6 rounded-6", 40: "size-10 rounded-8" }[size],
        className,
      )}
    >
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className={{ 16: "size-2.5", 24: "size-3.5", 40: "size-5.5" }[size]}
        fill="none"
        stroke="currentColor"
        strokeWidth={size === 16 ? 2.4 : 1.9}
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {marks[kind]}
      </svg>
    </span>
  );
}

const marks: Record<ChannelKind, ReactNode> = {
  whatsapp: (
    <>
      <path d="M4.5 19.5 5.7 16A8 8 0 1 1 8.5 18.5z" />
      <path d="M9 9.5c.5 3 2.5 5 5.5 5.5" strokeWidth="3" />
    </>
  ),
  instagram: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="5" />
      <circle cx="12" cy="12" r="3.6" />
    </>
  ),
  email: (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="m4 8 8 5.5L20 8" />
    </>
  ),
  messenger: (
    <>
      <path d="M12 4c5 0 8.5 3.3 8.5 7.5S17 19 12 19c-.9 0-1.8-.1-2.6-.3L6 20.5v-3.3c-1.6-1.4-2.5-3.4-2.5-5.7C3.5 7.3 7 4 12 4z" />
      <path d="m8 13 2.5-2.5 3 2L16 10" />
    </>
  ),
  webpush: (
    <>
      <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7z" />
      <path d="M10 20.5h4" />
    </>
  ),
  webchat: <path d="M5 5h14v10h-8l-4 4v-4H5z" />,
  sms: (
    <>
      <path d="M4 5h16v11H10l-4 4v-4H4z" />
      <path d="M8 10.5h.01M12 10.5h.01M16 10.5h.01" />
    </>
  ),
  phone: <path d="M6 4h3l1.5 4.5-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z" />,
};
