import { shortTalks } from "./demo/history-chat.ts";
import { helpTalks } from "./demo/history-help.ts";
import { orderTalks } from "./demo/history-orders.ts";
import { tradeTalks } from "./demo/history-trade.ts";
import type { DemoConversation } from "./demo/steps.ts";

export { type DemoCustomer, demoCustomers } from "./demo/customers.ts";
export type { DemoConversation, DemoStep, ShopMessage } from "./demo/steps.ts";
export { demoTemplates } from "./demo/templates.ts";
export { webhookBody } from "./webhooks/body.ts";

/** What has been written with Fernhill Coffee, a small roastery, in the last week. The same in every run. */
export const demoHistory: DemoConversation[] = [...orderTalks(), ...helpTalks(), ...tradeTalks(), ...shortTalks()];
