import { type Kernel, systemContext } from "../kernel/module.ts";
import { SignUp } from "../modules/accounts/accounts.api.ts";
import {
  addMember,
  createOrganization,
  createUserWithPassword,
  organizationsNamed,
  setPassword as replacePassword,
  userByEmail,
} from "../modules/accounts/index.ts";
import { checked, flags, openQuietly, UsageError } from "./usage.ts";

const fields = SignUp.shape;

/** `user create`. Repeating it ends in the same: the person exists and is a member. */
export const run = async (args: string[]) => {
  const given = flags(args, ["email", "password", "organization"], ["name"]);
  const email = checked("email", fields.email, given.email);
  const wanted = {
    email,
    password: checked("password", fields.password, given.password),
    organization: checked("organization", fields.organization, given.organization),
    name: checked("name", fields.name, given.name ?? email.split("@")[0] ?? email),
  };
  const { kernel, close } = await openQuietly();
  try {
    process.stdout.write(`${JSON.stringify(await create(kernel, wanted))}\n`);
  } finally {
    await close();
  }
};

/** `user password`: the operator's way back in where no mail is set up. */
export const setPassword = async (args: string[]) => {
  const given = flags(args, ["email", "password"]);
  const [email, password] = [checked("email", fields.email, given.email), checked("password", fields.password, given.password)];
  const { kernel, close } = await openQuietly();
  try {
    const user = await userByEmail(kernel, email);
    if (!user) throw new UsageError(`--email: there is no account ${email}.`);
    await replacePassword(kernel, user.id, password);
    process.stdout.write(`${JSON.stringify({ userId: user.id, email })}\n`);
  } finally {
    await close();
  }
};

const create = async (kernel: Kernel, wanted: { email: string; password: string; organization: string; name: string }) => {
  const [organization, another] = await organizationsNamed(kernel, wanted.organization);
  if (another)
    throw new UsageError(`--organization: there are several named ${wanted.organization}. Rename one, or invite the person on the page.`);
  const known = await userByEmail(kernel, wanted.email);
  // The operator vouches for the address. An account that exists keeps its password: `user password` changes it.
  const userId = known?.id ?? (await createUserWithPassword(kernel, { ...wanted, emailVerified: true })).userId;
  const person = { userId, name: known?.name ?? wanted.name, email: wanted.email };
  const joined = organization
    ? { organizationId: organization.id, ...(await addMember(systemContext(kernel, organization.id, "command"), person, "admin")) }
    : { ...(await createOrganization(kernel, { name: wanted.organization, owner: person })), role: "owner" };
  return {
    userId,
    email: wanted.email,
    organizationId: joined.organizationId,
    organization: wanted.organization,
    memberId: joined.memberId,
    role: joined.role,
    created: !known,
  };
};
