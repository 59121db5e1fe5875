export { system } from "./module.ts";
