import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { anOrganization, type Shop } from "../../../test/builders.ts";
import { aWorld } from "../../../test/world.ts";
import type { Tx } from "../../kernel/db/pools.ts";
import { readNeedle } from "./needle.ts";

const world = await aWorld();
let shop: Shop;
beforeAll(async () => {
  shop = await anOrganization(world);
  const owner = world.kernel.db.raw.owner;
  await owner.query(
    "insert into contacts (organization_id, id, name, company) select $1, candor_uuid7(), md5(n::text) || case when n % 3 = 0 then ' commonname' else '' end, case when n % 7 = 0 then md5('company' || n) end from generate_series(1, 30000) n",
    [shop.id],
  );
  await owner.query(
    "insert into identities (organization_id, id, contact_id, kind, value, match_key) select organization_id, candor_uuid7(), id, 'phone', '44' || p, '44' || p from (select *, 7000000000 + row_number() over () as p from contacts where organization_id = $1) c",
    [shop.id],
  );
  await owner.query("vacuum analyze contacts, identities");
});

type Scans = Record<string, number>;
/**
 * How often each index, and each table from end to end, is scanned meanwhile. EXPLAIN shows a function as one line; these counters show
 * what ran inside it, as candor_app. They hold what the connection has not yet reported, so only differences count.
 */
const scansOf = async (tx: Tx, run: () => Promise<unknown>): Promise<Scans> => {
  const read = async () =>
    (
      await sql<{
        relname: string;
        n: string;
      }>`select relname, pg_stat_get_xact_numscans(oid) as n from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')`.execute(
        tx,
      )
    ).rows;
  const before = new Map((await read()).map((row) => [row.relname, Number(row.n)]));
  await run();
  return Object.fromEntries((await read()).map((row) => [row.relname, Number(row.n) - (before.get(row.relname) ?? 0)]));
};
const search = (tx: Tx, organizationId: string, text: string) => {
  const needle = readNeedle(text, "GB");
  if (!needle) throw new Error("nothing to look for");
  return sql<{
    id: string;
  }>`select id from candor_search_contacts(${organizationId}, ${needle.words}::text[], ${needle.handle}, ${needle.keys}::text[], ${needle.ending}, null, null, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 31) as id`.execute(
    tx,
  );
};
const inShop = <T>(run: (tx: Tx) => Promise<T>) => world.kernel.db.withOrganization(shop.id, run);

test.each([
  ["contacts_by_name", "c4ca4238a0b9"],
  ["contacts_by_company", "c4ca4238a0b9"],
  ["identities_by_value", "c4ca4238a0b9"],
  ["identities_by_suffix", "7000000123"],
])("as candor_app a search uses %s and reads no table through", async (index, text) => {
  await inShop(async (tx) => {
    expect((await sql<{ user: string }>`select current_user as user`.execute(tx)).rows[0]?.user).toBe("candor_app");
    const scans = await scansOf(tx, () => search(tx, shop.id, text));
    expect(scans[index]).toBe(1);
    expect([scans.contacts, scans.identities]).toEqual([0, 0]);
  });
});

test("a rare word is looked up, a common one is met while walking from the newest", async () => {
  await inShop(async (tx) => {
    const rare = await scansOf(tx, async () =>
      expect((await search(tx, shop.id, "c4ca4238a0b923820dcc509a6f75849b")).rows).toHaveLength(1),
    );
    expect(rare.contacts_by_name).toBe(1);
    const common = await scansOf(tx, async () => expect((await search(tx, shop.id, "commonname")).rows).toHaveLength(31));
    expect(common.contacts_by_name).toBe(0);
  });
});

test("the function answers for the caller's own organization only", async () => {
  const other = await anOrganization(world);
  expect((await world.kernel.db.withOrganization(other.id, (tx) => search(tx, shop.id, "commonname"))).rows).toEqual([]);
  expect((await inShop((tx) => search(tx, shop.id, "commonname"))).rows).toHaveLength(31);
});
