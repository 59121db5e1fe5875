import type { Message } from "./message-data.ts";

type Reactions = Message["reactions"];

/** One reaction a side; empty takes ours back. */
export const withOurs = (reactions: Reactions, emoji: string, at: string): Reactions => [
  ...reactions.filter(({ by }) => by !== "business"),
  ...(emoji ? [{ emoji, by: "business" as const, at }] : []),
];
/** The customer never saw it. */
export const lost = ({ state }: Reactions[number]) => state === "failed" || state === "cancelled";
export const ours = ({ reactions }: Pick<Message, "reactions">) =>
  reactions.find((each) => each.by === "business" && !lost(each))?.emoji ?? "";
