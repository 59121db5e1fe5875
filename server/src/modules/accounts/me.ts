import { sql } from "kysely";
import type { z } from "zod";
import { notFound, unauthenticated } from "../../kernel/errors.ts";
import { emit } from "../../kernel/events.ts";
import type { Edge } from "../../kernel/http.ts";
import { type Ctx, contextFor, type Kernel } from "../../kernel/module.ts";
import type { Me, Profile } from "./accounts.api.ts";
import { asRefusal, authOf } from "./auth.ts";
import { actorOf, membershipsOf } from "./memberships.ts";
import { requireTimeZone } from "./people.ts";
import { permissionsOf, type Role } from "./roles.ts";
import { chooseOrganization, cookieHeaders, sessionToken } from "./session.ts";

/** Who a person is in an organization, and where else they are. */
export const describe = async (kernel: Kernel, userId: string, organizationId: string): Promise<z.input<typeof Me>> => {
  const found = await kernel.db.auth
    .selectFrom("users as u")
    .innerJoin("members as m", "m.user_id", "u.id")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["u.id", "u.name", "u.email", "u.email_verified", "u.theme", "u.language", "u.time_zone"])
    .select([
      "m.id as member_id",
      "m.role",
      "o.id as organization_id",
      "o.name as organization",
      "o.demo",
      "o.language as organization_language",
      "o.time_zone as organization_time_zone",
      "o.country",
    ])
    .leftJoin("two_factors as f", (join) => join.onRef("f.user_id", "=", "u.id").on("f.confirmed_at", "is not", null))
    .select(sql<boolean>`f.user_id is not null`.as("two_factor"))
    .select(sql<boolean>`m.role = any(o.two_factor_roles)`.as("two_factor_required"))
    .where("u.id", "=", userId)
    .where("o.id", "=", organizationId)
    .where("m.deactivated_at", "is", null)
    .executeTakeFirst();
  if (!found) throw unauthenticated();
  const everywhere = await kernel.db.auth
    .selectFrom("organizations")
    .select(["id", "name", "demo"])
    .where(
      "id",
      "in",
      (await membershipsOf(kernel, userId)).map((membership) => membership.organizationId),
    )
    .orderBy("name")
    .execute();
  const role = found.role as Role;
  return {
    user: {
      id: found.id,
      name: found.name,
      email: found.email,
      emailVerified: found.email_verified,
      theme: found.theme as "system",
      language: found.language,
      timeZone: found.time_zone,
    },
    organization: {
      id: found.organization_id,
      name: found.organization,
      demo: found.demo,
      language: found.organization_language,
      timeZone: found.organization_time_zone,
      country: found.country,
    },
    member: { id: found.member_id, role },
    twoFactor: { enabled: found.two_factor, required: found.two_factor_required },
    permissions: found.two_factor_required && !found.two_factor ? [] : [...permissionsOf(kernel, role)],
    organizations: everywhere,
  };
};

/** Pages ask this first: better-auth moves the session's end on, at most once a day, and renews the cookie with it. */
export const me = async (ctx: Ctx, { request, reply }: Edge) => {
  const { headers } = await authOf(ctx.kernel)
    .api.getSession({ headers: cookieHeaders(request), returnHeaders: true })
    .catch((error: unknown) => {
      throw asRefusal(error);
    });
  for (const cookie of headers?.getSetCookie() ?? []) reply.header("set-cookie", cookie);
  return describe(ctx.kernel, personOf(ctx).userId, ctx.organizationId);
};

/** The name is kept beside each membership too, so that an organization's lists need no other table: all change together. */
export const changeProfile = async (ctx: Ctx, profile: z.output<typeof Profile>) => {
  const { kernel } = ctx;
  const { userId } = personOf(ctx);
  const { name, theme, language } = profile;
  const timeZone = profile.timeZone === undefined ? undefined : requireTimeZone(profile.timeZone);
  await kernel.db.auth.transaction().execute(async (tx) => {
    await tx
      .updateTable("users")
      .set({ name, theme, language, time_zone: timeZone, updated_at: sql`now()` })
      .where("id", "=", userId)
      .execute();
    if (name !== undefined) await tx.updateTable("members").set({ name }).where("user_id", "=", userId).execute();
  });
  if (name !== undefined) await tellOfName(kernel, userId);
  return describe(kernel, userId, ctx.organizationId);
};

const tellOfName = async (kernel: Kernel, userId: string) => {
  for (const membership of await membershipsOf(kernel, userId)) {
    const there = contextFor(kernel, membership.organizationId, actorOf(membership, userId));
    await there.transaction((tx) =>
      emit(tx, there, "member.changed", { memberId: membership.memberId, role: membership.role, active: true }),
    );
  }
};

export const switchOrganization = async (ctx: Ctx, organizationId: string, { request }: Edge) => {
  const { userId } = personOf(ctx);
  const token = sessionToken(ctx.kernel, request);
  const memberships = await membershipsOf(ctx.kernel, userId);
  if (!token || !memberships.some((membership) => membership.organizationId === organizationId)) throw notFound("organization");
  await chooseOrganization(ctx.kernel, token, organizationId);
  return describe(ctx.kernel, userId, organizationId);
};

/** The member behind a "signed-in" request; the edge has refused everybody else. */
export const personOf = (ctx: Ctx) => {
  if (ctx.actor.kind !== "member") throw unauthenticated();
  return ctx.actor;
};
