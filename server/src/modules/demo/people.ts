import { randomBytes } from "node:crypto";
import { type Kernel, systemContext } from "../../kernel/module.ts";
import { addMember, createOrganization, createUserWithPassword } from "../accounts/index.ts";

export type Team = {
  organizationId: string;
  owner: { userId: string; memberId: string };
  members: { userId: string; memberId: string; name: string }[];
};

/** Fernhill Coffee and its team of three. Nobody knows their passwords: one enters by the button. */
export const makeTeam = async (kernel: Kernel): Promise<Team> => {
  const serial = randomBytes(4).toString("hex");
  const person = async (name: string, at: string) => {
    const email = `${at}.${serial}@fernhill.example`;
    const { userId } = await createUserWithPassword(kernel, {
      name,
      email,
      password: randomBytes(24).toString("base64url"),
      emailVerified: true,
      timeZone: "Europe/London",
    });
    return { userId, name, email };
  };
  const mara = await person("Mara Lindqvist", "mara");
  const { organizationId, memberId } = await createOrganization(kernel, {
    name: "Fernhill Coffee",
    owner: mara,
    demo: true,
    timeZone: "Europe/London",
    country: "GB",
  });
  const members = [{ userId: mara.userId, memberId, name: mara.name }];
  for (const [name, at] of [
    ["Tomás Ferreira", "tomas"],
    ["Ines Okonkwo", "ines"],
  ] as const) {
    const someone = await person(name, at);
    const joined = await addMember(systemContext(kernel, organizationId, "demo"), someone, "agent");
    members.push({ userId: someone.userId, memberId: joined.memberId, name });
  }
  return { organizationId, owner: { userId: mara.userId, memberId }, members };
};
