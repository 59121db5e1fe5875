import type { z } from "zod";
import type { Kernel } from "../../kernel/module.ts";
import type { RoleName } from "./accounts.api.ts";

export type Role = z.infer<typeof RoleName>;

/** Raw webhooks hold what all customers wrote: no work in the inbox needs them. */
const owners = ["journal.raw"];

/**
 * Which of the permissions the modules declare a role has. An admin has all but a few; what else sets an owner apart is no permission but
 * a rule of members.ts: only owners make, demote or deactivate owners.
 */
const has: Record<Role, (permission: string) => boolean> = {
  owner: () => true,
  admin: (permission) => !owners.includes(permission),
  agent: (permission) =>
    permission.startsWith("inbox.") ||
    [
      "contacts.read",
      "contacts.write",
      "contacts.merge",
      "segments.read",
      "sales.read",
      "sales.write",
      "templates.read",
      "channels.read",
      "members.read",
    ].includes(permission),
  viewer: (permission) =>
    ["inbox.read", "contacts.read", "segments.read", "sales.read", "channels.read", "templates.read", "members.read"].includes(permission),
};

export const permissionsOf = (kernel: Kernel, role: Role): ReadonlySet<string> => new Set([...kernel.permissions.keys()].filter(has[role]));
export const roleHas = (role: Role, permission: string) => has[role](permission);
