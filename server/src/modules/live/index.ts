export { live } from "./module.ts";
export { onPresence, type PresenceState, presentIn, reportPresence } from "./presence.ts";
