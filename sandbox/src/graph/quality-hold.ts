import type { World } from "../world.ts";

/** Templates whose messages are taken but kept back until enough people have reacted to the first of them. */
export type QualityHold = { accountId: string; template: string; waiting: (() => void)[] };

export const holdTemplate = (world: World, accountId: string, template: string): void => {
  world.qualityHolds.push({ accountId, template, waiting: [] });
};

export const heldBy = (world: World, accountId: string, template: string | undefined): QualityHold | undefined =>
  world.qualityHolds.find((one) => one.accountId === accountId && one.template === template);

/** What was kept back goes out, or fails, and nothing is kept back any longer. */
export const judgeTemplate = (world: World, accountId: string, template: string): number => {
  const hold = heldBy(world, accountId, template);
  if (!hold) throw new Error(`the sandbox holds back no template ${template}`);
  world.qualityHolds = world.qualityHolds.filter((one) => one !== hold);
  for (const go of hold.waiting) go();
  return hold.waiting.length;
};
