import type { Ctx } from "../../kernel/module.ts";
import { roleNames } from "./accounts.api.ts";
import { roleHas } from "./roles.ts";

/** What this module asks for; the sentences stand beside the boxes when somebody makes an API key. */
export const accountPermissions = {
  "members.read": "See the organization and who belongs to it",
  "members.manage": "Invite members, change their roles, deactivate and reactivate them",
  "organization.manage": "Change the organization's settings and read its outgoing mail",
  "api_keys.manage": "Make and revoke API keys",
  "audit.read": "Read the audit log",
};

/** One page always: the modules declare a few dozen at most. */
export const permissionList = ({ kernel }: Ctx) => ({
  items: [...kernel.permissions].map(([permission, sentence]) => ({
    permission,
    sentence,
    roles: roleNames.filter((role) => roleHas(role, permission)),
  })),
  next: null,
});
