export { createApiKey } from "./api-keys.ts";
export { authenticator } from "./authenticate.ts";
export { describe } from "./me.ts";
export { addMember } from "./members.ts";
export { accounts } from "./module.ts";
export { createOrganization, type NewOrganization, organizationsNamed } from "./organizations.ts";
export { createUserWithPassword, type NewPerson, setPassword, userByEmail } from "./people.ts";
export { permissionsOf } from "./roles.ts";
export { endSessionOf, giveSession, type Session, sessionFor } from "./session.ts";
