import { Refusal } from "../kernel/errors.ts";
import { systemContext } from "../kernel/module.ts";
import { organizationsNamed } from "../modules/accounts/index.ts";
import { WhatsAppConnection } from "../modules/channels/channels.api.ts";
import { connectWhatsApp } from "../modules/channels/whatsapp/index.ts";
import { flags, openQuietly, UsageError } from "./usage.ts";

const fields = {
  phoneNumberId: "phone-number-id",
  accountId: "account-id",
  token: "token",
  appSecret: "app-secret",
  verifyToken: "verify-token",
  graphUrl: "graph-url",
  graphVersion: "graph-version",
  name: "name",
} as const;

/**
 * `channel add whatsapp` connects a number, or stores its values anew, and prints the channel as JSON and nothing else. What cannot be
 * asked because Graph is not reachable just now is recorded as not checked; what Graph proves wrong is refused.
 */
export const run = async ([kind, ...args]: string[]) => {
  if (kind !== "whatsapp") throw new UsageError("Only whatsapp can be added: channel add whatsapp ...");
  const given = flags(
    args,
    ["organization", "phone-number-id", "account-id", "token", "app-secret"],
    ["verify-token", "graph-url", "graph-version", "name"],
  );
  const parsed = WhatsAppConnection.safeParse(Object.fromEntries(Object.entries(fields).map(([field, flag]) => [field, given[flag]])));
  if (!parsed.success)
    throw new UsageError(parsed.error.issues.map((issue) => `--${flagOf(String(issue.path[0]))}: ${issue.message}.`).join("\n"));
  const { kernel, close } = await openQuietly();
  try {
    const [organization, another] = await organizationsNamed(kernel, given.organization);
    if (!organization) throw new UsageError(`--organization: there is none named ${given.organization}.`);
    if (another) throw new UsageError(`--organization: there are several named ${given.organization}. Connect the number on the page.`);
    const channel = await connectWhatsApp(systemContext(kernel, organization.id, "command"), parsed.data, {
      unreached: "accept",
      again: true,
    });
    process.stdout.write(`${JSON.stringify(channel, null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new UsageError([`${error.field ? `--${flagOf(error.field)}: ` : ""}${error.message}`, error.remedy].filter(Boolean).join("\n"));
  } finally {
    await close();
  }
};

const flagOf = (field: string) => (field in fields ? fields[field as keyof typeof fields] : field);
