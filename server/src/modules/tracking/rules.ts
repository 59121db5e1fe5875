import type { Kernel } from "../../kernel/module.ts";

/** What an organization decided about its names. */
export type NameRule = { blocked: boolean; renamedTo: string | null; personal: ReadonlySet<string>; dropped: ReadonlySet<string> };
export type NameRules = Map<string, NameRule>;

const keepMs = 5_000;
const none: ReadonlySet<string> = new Set();

/** Read once in a while and when somebody changed them ("access" is heard by all processes). */
export const knownRules = (kernel: Kernel) => {
  const known = new Map<string, { rules: Promise<NameRules>; until: number }>();
  const off = kernel.live.on("access", () => known.clear());
  const of = (organizationId: string): Promise<NameRules> => {
    const found = known.get(organizationId);
    if (found && found.until > Date.now()) return found.rules;
    if (known.size > 5_000) known.clear();
    const rules = read(kernel, organizationId);
    known.set(organizationId, { rules, until: Date.now() + keepMs });
    rules.catch(() => known.delete(organizationId));
    return rules;
  };
  return { of, close: off };
};

const read = async (kernel: Kernel, organizationId: string): Promise<NameRules> => {
  const [names, properties] = await Promise.all([
    kernel.db.system
      .selectFrom("event_names")
      .select(["name", "blocked_at", "renamed_to"])
      .where("organization_id", "=", organizationId)
      .execute(),
    kernel.db.system
      .selectFrom("event_properties")
      .select(["name", "property", "handling"])
      .where("organization_id", "=", organizationId)
      .where("handling", "!=", "plain")
      .execute(),
  ]);
  const handled = (name: string, handling: string) => {
    const found = properties.filter((row) => row.name === name && row.handling === handling).map((row) => row.property);
    return found.length === 0 ? none : new Set(found);
  };
  return new Map(
    names.map((row) => [
      row.name,
      {
        blocked: row.blocked_at !== null,
        renamedTo: row.renamed_to,
        personal: handled(row.name, "personal"),
        dropped: handled(row.name, "dropped"),
      },
    ]),
  );
};
