export { costs } from "./module.ts";
