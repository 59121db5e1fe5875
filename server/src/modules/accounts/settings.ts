import type { z } from "zod";
import { audit } from "../../kernel/audit.ts";
import { conflict, invalid } from "../../kernel/errors.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { OrganizationSettings } from "./accounts.api.ts";
import { requireTimeZone } from "./people.ts";
import type { Role } from "./roles.ts";
import { hasTwoFactor } from "./two-factor.ts";

const columns = ["id", "name", "demo", "language", "time_zone", "country"] as const;

export const organization = (ctx: Ctx) =>
  ctx.transaction(async (tx) =>
    view(await tx.selectFrom("organizations").select(columns).where("id", "=", ctx.organizationId).executeTakeFirstOrThrow()),
  );

export const changeOrganization = (ctx: Ctx, change: z.output<typeof OrganizationSettings>) =>
  ctx.transaction(async (tx) => {
    if (change.timeZone !== undefined) requireTimeZone(change.timeZone);
    const wanted = {
      name: change.name,
      language: change.language,
      time_zone: change.timeZone,
      country: change.country === undefined ? undefined : asCountry(change.country),
    };
    const before = await tx
      .selectFrom("organizations")
      .select(columns)
      .where("id", "=", ctx.organizationId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const changed = (["name", "language", "time_zone", "country"] as const).filter(
      (column) => wanted[column] !== undefined && wanted[column] !== before[column],
    );
    if (changed.length === 0) return view(before);
    const after = await tx
      .updateTable("organizations")
      .set(wanted)
      .where("id", "=", ctx.organizationId)
      .returning(columns)
      .executeTakeFirstOrThrow();
    await audit(
      tx,
      ctx,
      "organization.changed",
      { organizationId: ctx.organizationId },
      {
        from: Object.fromEntries(changed.map((column) => [column, before[column]])),
        to: Object.fromEntries(changed.map((column) => [column, after[column]])),
      },
    );
    return view(after);
  });

const asCountry = (country: string | null) => {
  if (country === null) return null;
  const code = country.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) throw invalid("country", `${country} is not a country code.`, "Use two letters of ISO 3166, such as DE.");
  return code;
};

const view = (row: { id: string; name: string; demo: boolean; language: string; time_zone: string; country: string | null }) => ({
  id: row.id,
  name: row.name,
  demo: row.demo,
  language: row.language,
  timeZone: row.time_zone,
  country: row.country,
});

export const twoFactorPolicy = (ctx: Ctx) =>
  ctx.transaction(async (tx) => ({
    roles: (await tx.selectFrom("organizations").select("two_factor_roles").where("id", "=", ctx.organizationId).executeTakeFirstOrThrow())
      .two_factor_roles as Role[],
  }));

/** Whoever asks it of others must have it: nobody locks themselves out by a click. */
export const setTwoFactorPolicy = async (ctx: Ctx, roles: Role[]) => {
  const wanted = [...new Set(roles)].sort();
  if (ctx.actor.kind === "member" && wanted.length > 0 && !(await hasTwoFactor(ctx.kernel, ctx.actor.userId)))
    throw conflict("own_two_factor_first", "You have no second step yourself.", "Set it up under Settings -> Security first.");
  return ctx.transaction(async (tx) => {
    const { two_factor_roles: before } = await tx
      .selectFrom("organizations")
      .select("two_factor_roles")
      .where("id", "=", ctx.organizationId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (before.toSorted().join() !== wanted.join()) {
      await tx.updateTable("organizations").set({ two_factor_roles: wanted }).where("id", "=", ctx.organizationId).execute();
      await audit(tx, ctx, "two_factor.policy_changed", { organizationId: ctx.organizationId }, { from: before, to: wanted });
    }
    return { roles: wanted };
  });
};
