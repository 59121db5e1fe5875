export { webhookDoor } from "./intake/door.ts";
export { type JournalReplay, replayFrom } from "./intake/replay-journal.ts";
export { discardStray, replayStray, type Stray, strayItems } from "./intake/stray.ts";
export { whatsapp } from "./module.ts";
export { connectWhatsApp } from "./numbers/connect.ts";
export { queueReadReceipt } from "./sending/read-receipts.ts";
export { showTyping } from "./sending/typing.ts";
export { fillTemplate, type TemplateComponent } from "./templates/template-fill.ts";
export { syncTemplates } from "./templates/template-sync.ts";
