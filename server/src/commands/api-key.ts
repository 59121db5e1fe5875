import { contextFor } from "../kernel/module.ts";
import { ApiKeyRequest } from "../modules/accounts/accounts.api.ts";
import { createApiKey, organizationsNamed } from "../modules/accounts/index.ts";
import { checked, flags, openQuietly, UsageError } from "./usage.ts";

/** `api-key create` prints the key and nothing else: `KEY=$(npm run -s candor -- api-key create ...)`. */
export const run = async (args: string[]) => {
  const given = flags(args, ["organization", "name", "permissions"]);
  const name = checked("name", ApiKeyRequest.shape.name, given.name);
  const permissions =
    given.permissions === "all"
      ? "all"
      : given.permissions
          .split(",")
          .map((part) => part.trim())
          .filter(Boolean);
  if (permissions.length === 0) throw new UsageError("--permissions: name at least one, or all.");
  const { kernel, close } = await openQuietly();
  try {
    const [organization, another] = await organizationsNamed(kernel, given.organization);
    if (!organization) throw new UsageError(`--organization: there is none named ${given.organization}.`);
    if (another) throw new UsageError(`--organization: there are several named ${given.organization}. Make the key on the page.`);
    const unknown = permissions === "all" ? undefined : permissions.find((permission) => !kernel.permissions.has(permission));
    if (unknown)
      throw new UsageError(`--permissions: there is no permission ${unknown}. There are: ${[...kernel.permissions.keys()].join(", ")}.`);
    // Whoever may run commands on the server may do everything.
    const ctx = contextFor(kernel, organization.id, { kind: "system", name: "command" }, new Set(kernel.permissions.keys()));
    process.stdout.write(`${(await createApiKey(ctx, { name, permissions })).key}\n`);
  } finally {
    await close();
  }
};
