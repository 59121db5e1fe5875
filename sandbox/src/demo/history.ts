import { shortTalks } from "./history-chat.ts";
import { helpTalks } from "./history-help.ts";
import { orderTalks } from "./history-orders.ts";
import { tradeTalks } from "./history-trade.ts";
import type { DemoConversation } from "./steps.ts";

/** What has been written with Fernhill Coffee, a small roastery, in the last week. The same in every run. */
export const demoHistory: DemoConversation[] = [...orderTalks(), ...helpTalks(), ...tradeTalks(), ...shortTalks()];
