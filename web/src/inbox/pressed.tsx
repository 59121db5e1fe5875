import { ClipboardList, Copy, ExternalLink, List, type LucideIcon, MapPin, Phone, Reply } from "lucide-react";
import { cx } from "../ui/index.ts";

/** What the customer may press below a message: shown, and theirs to press. */
export interface Press {
  kind: string;
  title: string;
  /** Where it leads, or the code it copies. */
  hint?: string | undefined;
}

const icons: Record<string, LucideIcon> = {
  url: ExternalLink,
  link: ExternalLink,
  phone_number: Phone,
  copy_code: Copy,
  otp: Copy,
  flow: ClipboardList,
  list: List,
  ask_location: MapPin,
};

export const Pressed = ({ presses, className }: { presses: Press[]; className?: string }) => (
  <ul className={cx("grid gap-0.75", className)}>
    {presses.map(({ kind, title, hint }, index) => {
      const Icon = icons[kind] ?? Reply;
      return (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a button is its place
          key={index}
          title={hint}
          className="flex min-h-7 min-w-0 items-center justify-center gap-1.5 rounded-6 bg-bubble-quote px-2 py-0.5 text-12 font-medium text-accent-text"
        >
          <Icon size={12} aria-hidden className={Icon === Reply ? "flip-rtl" : undefined} />
          <bdi className="min-w-0">{title}</bdi>
        </li>
      );
    })}
  </ul>
);
