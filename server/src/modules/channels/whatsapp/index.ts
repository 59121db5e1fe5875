export { webhookDoor } from "./door.ts";
export { whatsapp } from "./module.ts";
