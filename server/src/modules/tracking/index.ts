export { eventDoor } from "./door.ts";
export { tracking } from "./module.ts";
export { createWriteKey, signingSecret } from "./write-keys.ts";
