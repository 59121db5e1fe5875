import type { DeliveryChannel } from "./deliveries.ts";
import type { Kernel } from "./module.ts";

export const startDispatcher = (_kernel: Kernel, _channels: DeliveryChannel[]): (() => Promise<void>) => async () => {};
