import type pg from "pg";

/** 30 fields, nine of ten filled: half of them texts and choices, as organizations have them. */
export const fieldKeys = [
  ...Array.from({ length: 6 }, (_each, n) => ({ key: `choice_${n + 1}`, type: "choice", slot: `t0${n + 1}` })),
  ...Array.from({ length: 8 }, (_each, n) => ({ key: `text_${n + 1}`, type: "text", slot: `t${String(n + 7).padStart(2, "0")}` })),
  ...Array.from({ length: 9 }, (_each, n) => ({ key: `number_${n + 1}`, type: n === 8 ? "money" : "number", slot: `n0${n + 1}` })),
  ...Array.from({ length: 5 }, (_each, n) => ({ key: `date_${n + 1}`, type: n < 2 ? "date" : "time", slot: `d0${n + 1}` })),
  ...Array.from({ length: 2 }, (_each, n) => ({ key: `flag_${n + 1}`, type: "yes_no", slot: `b0${n + 1}` })),
];
export const choices = 8;

/** Deterministic, and different for each column: a number from 0 to 2^31 of the contact's number. */
const h = (salt: number) => `(hashint8(n * 131::bigint + ${salt}) & 2147483647)`;

const madeUp: Record<string, (salt: number) => string> = {
  // A choice is skewed: the first is ten times as frequent as the last.
  choice: (salt) => `'option_' || (1 + floor(power(${h(salt)} / 2147483648.0, 2) * ${choices}))::int`,
  text: (salt) => `initcap(substr(md5((${h(salt)} % 20000)::text), 1, 8)) || ' ' || substr(md5((${h(salt + 1)} % 500)::text), 1, 6)`,
  number: (salt) => `round((${h(salt)} / 2147483648.0 * 10000)::numeric, 2)::float8`,
  money: (salt) => `(${h(salt)} % 1000000)::float8`,
  date: (salt) => `date_trunc('day', timestamptz '2026-11-01' - (${h(salt)} % 1500) * interval '1 day')`,
  time: (salt) => `timestamptz '2026-11-01' - (${h(salt)} % 63072000) * interval '1 second'`,
  yes_no: (salt) => `${h(salt)} % 3 = 0`,
};

/** Given names and made-up family names, of which the first are common. */
export const givenNames = [
  "Ada",
  "Ben",
  "Cleo",
  "Dina",
  "Emre",
  "Fatima",
  "Goran",
  "Hana",
  "Ines",
  "Jonas",
  "Kofi",
  "Lea",
  "Mia",
  "Noor",
  "Otto",
  "Paula",
];

const piece = 50_000;

/**
 * Fills an organization with `count` contacts of 30 fields, a phone number each, ten tags, in pieces with progress. As the owner with triggers
 * and foreign keys asleep: what is measured afterwards is reading. The same numbers give the same people. The organization is made if it is
 * not there; fields are kept in the slots named above.
 */
export const fillContacts = async (
  owner: pg.Pool,
  organizationId: string,
  count: number,
  tell: (done: number) => void = () => {},
): Promise<void> => {
  const client = await owner.connect();
  const step = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    await step("set session_replication_role = replica");
    await step("set synchronous_commit = off");
    await step("set maintenance_work_mem = '512MB'");
    await step("insert into organizations (id, name, slug) values ($1::uuid, 'Bench', 'bench-' || $1::text) on conflict do nothing", [
      organizationId,
    ]);
    await step(
      "insert into stages (organization_id, key, hue, position) select $1, key, 1, position from unnest(array['lead', 'customer', 'loyal', 'lost']) with ordinality as s (key, position) on conflict do nothing",
      [organizationId],
    );
    await step(
      `insert into fields (organization_id, key, name, type, slot, position, category, currency, options)
       select $1, f.key, f.key, f.type, f.slot, f.n, 'user', case when f.type = 'money' then 'EUR' end,
              case when f.type = 'choice' then (select jsonb_agg(jsonb_build_object('key', 'option_' || k, 'name', 'Option ' || k, 'hue', 1, 'archived', false)) from generate_series(1, ${choices}) k) else '[]' end
         from unnest($2::text[], $3::text[], $4::text[]) with ordinality as f (key, type, slot, n) on conflict do nothing`,
      [organizationId, fieldKeys.map((field) => field.key), fieldKeys.map((field) => field.type), fieldKeys.map((field) => field.slot)],
    );
    await step(
      "insert into tags (organization_id, id, name, hue) select $1, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Tag ' || n, 1 + n % 6 from generate_series(1, 10) n on conflict do nothing",
      [organizationId],
    );
    const columns = fieldKeys.map((field) => field.slot).join(", ");
    const values = fieldKeys
      .map((field, at) => `case when ${h(at * 7 + 3)} % 10 < 9 then ${madeUp[field.type]?.(at * 13 + 100)} end`)
      .join(",\n         ");
    for (let from = 1; from <= count; from += piece) {
      const to = Math.min(count, from + piece - 1);
      await step(
        `insert into contacts (organization_id, id, name, company, country, stage, score, created_at, last_seen_at, ${columns})
         select $1, ${idOf("n")},
         ($4::text[])[1 + ${h(1)} % 16] || ' ' || initcap(translate(substr(md5((${h(2)} % 5000)::text), 1, 7), '0123456789', 'aeioulnrst')),
         case when ${h(5)} % 5 < 2 then 'Company ' || (${h(6)} % 3000) end, ('{DE,GB,FR,AE,BR}'::text[])[1 + ${h(8)} % 5],
         ('{lead,lead,lead,customer,customer,loyal,lost}'::text[])[1 + ${h(9)} % 7], ${h(10)} % 120,
         timestamptz '2026-11-01' - ($5::int - n) * interval '30 seconds', case when ${h(11)} % 4 > 0 then timestamptz '2026-11-01' - (${h(12)} % 31536000) * interval '1 second' end,
         ${values}
           from generate_series($2::int, $3::int) n`,
        [organizationId, from, to, givenNames, count],
      );
      await step(
        `insert into identities (organization_id, id, contact_id, kind, value, match_key)
         select $1, candor_uuid7(), ${idOf("n")}, 'phone', (491500000000 + n)::text, (491500000000 + n)::text from generate_series($2::int, $3::int) n`,
        [organizationId, from, to],
      );
      await step(
        `insert into contact_tags (organization_id, contact_id, tag_id)
         select $1, ${idOf("n")}, ('00000000-0000-7000-8000-' || lpad(to_hex(1 + ${h(20)} % 10), 12, '0'))::uuid from generate_series($2::int, $3::int) n where ${h(21)} % 3 = 0`,
        [organizationId, from, to],
      );
      tell(to);
    }
    await step("vacuum analyze contacts");
    await step("vacuum analyze identities");
    await step("vacuum analyze contact_tags");
  } finally {
    client.release(true);
  }
};

/** The id of the n-th contact as SQL: in the order of their making, as UUIDv7 are. */
export const idOf = (n: string) =>
  `(lpad(to_hex(1700000000000 + ${n} * 30000::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(${n}::bigint), 12, '0'))::uuid`;
