export { conversations } from "./module.ts";
export { type MessageRow, type MessageView, messageColumns, presentMessage, presentMessages } from "./present.ts";
export { requireConversation, thread } from "./thread.ts";
export { sendMessage } from "./send.ts";
export { startConversation } from "./start.ts";
export { windowOpen } from "./window.ts";
