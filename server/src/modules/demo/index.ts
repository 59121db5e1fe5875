export { demo } from "./module.ts";
