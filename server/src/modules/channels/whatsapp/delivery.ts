import type { DeliveryChannel } from "../../../kernel/deliveries.ts";

export const whatsappDelivery: DeliveryChannel = {
  kind: "whatsapp",
  concurrency: 8,
  send: async () => ({ state: "retry", waitSeconds: 60, failure: { code: "not_ready", message: "Sending is not wired yet" } }),
};
