import { z } from "zod";
import { RoleName } from "./accounts.api.ts";

export const accountEvents = {
  "organization.created": z.object({ organizationId: z.uuid(), name: z.string() }),
  "member.invited": z.object({ invitationId: z.uuid(), role: RoleName }),
  "member.joined": z.object({ memberId: z.uuid(), role: RoleName }),
  "member.changed": z.object({ memberId: z.uuid(), role: RoleName, active: z.boolean() }),
  "api_key.created": z.object({ apiKeyId: z.uuid(), name: z.string(), permissions: z.array(z.string()) }),
  "api_key.revoked": z.object({ apiKeyId: z.uuid() }),
};
