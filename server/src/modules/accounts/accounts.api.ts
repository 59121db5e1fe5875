import { z } from "zod";

export const roleNames = ["owner", "admin", "agent", "viewer"] as const;
export const RoleName = z.enum(roleNames).meta({ id: "RoleName" });
const Email = z
  .email()
  .max(254)
  .transform((value) => value.trim().toLowerCase());
/** bcrypt reads 72 bytes; longer passwords are digested first (accounts/passwords.ts), so none is cut. */
export const Password = z.string().min(10, "at least 10 characters").max(1000);
const Name = z.string().trim().min(1).max(120);

export const SignUp = z
  .object({
    name: Name,
    email: Email,
    password: Password,
    organization: Name,
    timeZone: z.string().max(60).optional(),
    language: z.string().max(10).optional(),
  })
  .meta({ id: "SignUp" });
export const SignIn = z.object({ email: Email, password: z.string().min(1).max(1000) }).meta({ id: "SignIn" });
export const PasswordForgotten = z.object({ email: Email });
export const PasswordReset = z.object({ token: z.string().min(1).max(500), password: Password });
export const PasswordChange = z.object({ current: z.string().min(1).max(1000), password: Password });
export const EmailVerification = z.object({ token: z.string().min(1).max(2000) });

/** What the page before signing in may know. */
export const Welcome = z
  .object({ signUpOpen: z.boolean(), demoAvailable: z.boolean(), mailConfigured: z.boolean() })
  .meta({ id: "Welcome" });

export const Me = z
  .object({
    user: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      emailVerified: z.boolean(),
      theme: z.enum(["system", "light", "dark"]),
      language: z.string(),
      timeZone: z.string(),
    }),
    organization: z.object({
      id: z.uuid(),
      name: z.string(),
      demo: z.boolean(),
      language: z.string(),
      timeZone: z.string(),
      country: z.string().nullable(),
    }),
    member: z.object({ id: z.uuid(), role: RoleName }),
    twoFactor: z.object({
      enabled: z.boolean(),
      required: z.boolean().describe("Asked of this role: until it is enabled there are no permissions"),
    }),
    permissions: z.array(z.string()),
    organizations: z.array(z.object({ id: z.uuid(), name: z.string(), demo: z.boolean() })),
  })
  .meta({ id: "Me" });
export const Profile = z
  .object({ name: Name, theme: z.enum(["system", "light", "dark"]), language: z.enum(["en", "ar"]), timeZone: z.string().max(60) })
  .partial()
  .meta({ id: "Profile" });
export const OrganizationSettings = z
  .object({ name: Name, language: z.enum(["en", "ar"]), timeZone: z.string().max(60), country: z.string().length(2).nullable() })
  .partial()
  .meta({ id: "OrganizationSettings" });
export const Organization = Me.shape.organization.meta({ id: "Organization" });
export const OrganizationChoice = z.object({ organizationId: z.uuid() });

export const Member = z
  .object({ id: z.uuid(), name: z.string(), email: z.string(), role: RoleName, active: z.boolean(), since: z.date() })
  .meta({ id: "Member" });
export const MemberPath = z.object({ memberId: z.uuid() });
export const MemberChange = z.object({ role: RoleName.optional(), active: z.boolean().optional() });

export const InvitationRequest = z.object({ email: Email, role: z.enum(["admin", "agent", "viewer"]) });
export const Invitation = z
  .object({ id: z.uuid(), email: z.string(), role: RoleName, expiresAt: z.date(), createdAt: z.date() })
  .meta({ id: "Invitation" });
/** The link is shown once: only its digest is kept. */
export const InvitationMade = Invitation.extend({ link: z.string() }).meta({ id: "InvitationMade" });
export const InvitationPath = z.object({ invitationId: z.uuid() });
export const InvitationView = z
  .object({ organization: z.string(), email: z.string(), role: RoleName, accountExists: z.boolean() })
  .meta({ id: "InvitationView" });
export const InvitationToken = z.object({ token: z.string().min(1).max(200) });
export const InvitationAnswer = InvitationToken.extend({
  name: Name.optional().describe("For a new account"),
  password: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe("Of the account that exists, or for a new one; not needed while signed in as the invited address"),
});

export const ApiKeyRequest = z.object({
  name: z.string().trim().min(1).max(80),
  permissions: z.union([z.literal("all"), z.array(z.string().max(60)).min(1).max(100)]),
});
export const ApiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    endsWith: z.string(),
    permissions: z.array(z.string()),
    createdAt: z.date(),
    lastUsedAt: z.date().nullable(),
    revokedAt: z.date().nullable(),
  })
  .meta({ id: "ApiKey" });
export const ApiKeyMade = ApiKey.extend({ key: z.string().describe("Shown once: only its digest is kept") }).meta({ id: "ApiKeyMade" });
export const ApiKeyPath = z.object({ apiKeyId: z.uuid() });
export const PermissionInfo = z
  .object({ permission: z.string(), sentence: z.string(), roles: z.array(RoleName) })
  .meta({ id: "PermissionInfo" });

export const Letter = z
  .object({
    id: z.uuid(),
    to: z.string(),
    subject: z.string(),
    body: z.string(),
    state: z.enum(["queued", "sent", "failed", "kept"]),
    failure: z.string().nullable(),
    at: z.date(),
  })
  .meta({ id: "Letter" });
export const AuditEntry = z
  .object({
    position: z.string(),
    at: z.date(),
    actor: z.object({ kind: z.string(), name: z.string().nullable() }),
    action: z.string(),
    target: z.record(z.string(), z.unknown()),
    details: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: "AuditEntry" });
