import type { Kernel } from "../../kernel/module.ts";
import { pageViewed } from "./message.ts";

/**
 * First words of the names our own modules declare ("contact." of contact.created): outsiders cannot send any name below them, so that no
 * consumer ever takes their word for something that happened here. What is added later below such a word stays ours, too.
 */
export const reservedWords = (kernel: Kernel): ReadonlySet<string> =>
  new Set([...kernel.events.keys(), "tag.x", "label.x", "page.x", "visitor.x"].map((name) => name.split(".")[0] ?? ""));

export const isReserved = (reserved: ReadonlySet<string>, name: string): boolean =>
  name !== pageViewed && name.includes(".") && reserved.has((name.split(".")[0] ?? "").trim().toLowerCase());

/** What our own modules tell: an event of any other name came from outside, as page views do. */
export const ownNames = (kernel: Kernel): string[] => [...kernel.events.keys()].filter((name) => name !== pageViewed);
