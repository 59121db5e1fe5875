export { type ConsentEntry, mayContact, mayContactAll, type Permit, recordConsent } from "./consent.ts";
export { displayIdentity, displayName, namesOf } from "./display.ts";
export { type IdentityKind, matchKey } from "./match-key.ts";
export { contacts } from "./module.ts";
export { type Move, moveIdentity } from "./move-identity.ts";
export { displayPhone, readPhone } from "./phone.ts";
export { type Resolved, resolveSightings, type Sighting } from "./resolve.ts";
