export { contacts } from "./module.ts";
export { type Resolved, resolveSightings, type Sighting } from "./resolve.ts";
