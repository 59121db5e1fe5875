export { conversations } from "./module.ts";
export { type MessageRow, type MessageView, messageColumns, presentMessage, presentMessages } from "./present.ts";
export { requireConversation, thread } from "./thread.ts";
