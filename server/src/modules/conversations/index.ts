export { conversations } from "./module.ts";
