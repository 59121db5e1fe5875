export { accounts } from "./module.ts";
export { authenticator } from "./authenticate.ts";
