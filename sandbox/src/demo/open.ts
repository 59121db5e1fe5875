import type { Sandbox } from "../sandbox.ts";
import { demoCustomers } from "./customers.ts";
import { demoHistory } from "./history.ts";
import { demoTemplates } from "./templates.ts";

/**
 * Puts the demo's people and templates behind a number that is already there, and opens the windows that `demoHistory` left
 * open: the server replays that history to itself, so the sandbox would otherwise refuse every reply as too late.
 */
export const openDemoShop = (
  sandbox: Pick<Sandbox, "addCustomer" | "addTemplate" | "openWindow" | "customer">,
  { phoneNumberId, accountId, now = Date.now() }: { phoneNumberId: string; accountId: string; now?: number },
): void => {
  for (const { key: _, ...customer } of demoCustomers) sandbox.addCustomer(customer);
  for (const template of demoTemplates) sandbox.addTemplate(accountId, template);
  for (const { customer, steps } of demoHistory) {
    for (const { from, message, minutesAgo } of steps) {
      if (from !== "customer") continue;
      if (message.type === "system" && message.system.wa_id) sandbox.customer(customer.userId).phone = message.system.wa_id;
      else sandbox.openWindow(phoneNumberId, customer.userId, now - minutesAgo * 60_000);
    }
  }
};
