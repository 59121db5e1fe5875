export { type DemoCustomer, demoCustomers } from "./demo/customers.ts";
export { demoHistory } from "./demo/history.ts";
export { openDemoShop } from "./demo/open.ts";
export type { DemoConversation, DemoStep, ShopMessage } from "./demo/steps.ts";
export { demoTemplates } from "./demo/templates.ts";
export { webhookBody } from "./webhooks/body.ts";
