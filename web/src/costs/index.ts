export { ReplyCost, SendCost } from "./send-cost.tsx";
