export { connectWhatsApp } from "./connect.ts";
export { webhookDoor } from "./door.ts";
export { whatsapp } from "./module.ts";
export { queueReadReceipt } from "./read-receipts.ts";
export { type JournalReplay, replayFrom } from "./replay-journal.ts";
export { discardStray, replayStray, type Stray, strayItems } from "./stray.ts";
export { fillTemplate, type TemplateComponent } from "./template-fill.ts";
export { syncTemplates } from "./template-sync.ts";
export { showTyping } from "./typing.ts";
