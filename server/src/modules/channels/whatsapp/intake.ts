import type { Kernel } from "../../../kernel/module.ts";

/** Starts the projector; answers how to stop it. */
export const startIntake = async (_kernel: Kernel): Promise<() => Promise<void>> => async () => {};
