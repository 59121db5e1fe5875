import { Phone } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { type ChannelKind, ChannelMark } from "./channel-mark.tsx";
import { cx } from "./cx.ts";

export interface AvatarProps {
  /** Empty or a phone number: the phone mark instead of initials. null: nobody (an unassigned conversation). */
  name: string | null;
  size?: 20 | 24 | 32 | 40 | 48;
  channel?: ChannelKind | undefined;
  online?: boolean;
  square?: boolean;
  /** The name is not beside it: say it. */
  labelled?: boolean;
  className?: string;
}

/** Initials on one of six quiet hues, always the same for a name. No pictures are fetched from anywhere. */
export function Avatar({ name, size = 32, channel, online, square, labelled, className }: AvatarProps) {
  const t = useT();
  const nobody = name === null;
  const initials = initialsOf(name ?? "");
  return (
    <span
      {...(labelled && name ? { role: "img", "aria-label": name, title: name } : {})}
      className={cx(
        "relative grid shrink-0 select-none place-items-center leading-none font-semibold tracking-normal",
        nobody ? "border border-dashed border-line-control" : `hue-${initials ? hueOf(name) : 0} bg-hue-soft text-hue-text`,
        square ? "rounded-8" : "rounded-full",
        sizes[size],
        className,
      )}
    >
      {!nobody && <span aria-hidden>{initials || <Phone size={size / 2.2} />}</span>}
      {channel && <ChannelMark kind={channel} className="absolute -end-1 -bottom-0.5 ring-2 ring-surface" />}
      {online && (
        <span
          role="img"
          aria-label={t("common.online")}
          className="absolute -end-px -bottom-px size-2 rounded-full bg-success ring-2 ring-surface-rail"
        />
      )}
    </span>
  );
}

const sizes = {
  20: "size-5 text-[9px]",
  24: "size-6 text-[10px]",
  32: "size-8 text-12",
  40: "size-10 text-14",
  48: "size-12 text-16",
};

/** "Amélie Rousseau" AR, "Cher" CH, "+44 20…" none. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu) ?? [];
  if (!/\p{L}/u.test(name)) return "";
  const [first = "", ...others] = words;
  const letters = others.length ? [...first].slice(0, 1).concat([...(others.at(-1) ?? "")].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

/** 1 to 6, the same for the same name everywhere. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (hash % 6) + 1;
}
