import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { anOrganization, type Client, client, type Shop } from "../../../test/builders.ts";
import { aConversation, anInboundMessage, type Chat } from "../../../test/inbox.builders.ts";
import { aWorld } from "../../../test/world.ts";

const world = await aWorld();
type Hit = { message: { id: string; text: string }; conversation: { id: string; contactId: string; contactName: string } };
type Hits = { items: Hit[]; next: string | null };
const texts = async (api: Client, q: string) =>
  (await api.get<Hits>(`/search/messages?q=${encodeURIComponent(q)}`)).body.items.map((hit) => hit.message.text);

describe("words", () => {
  let shop: Shop;
  let chat: Chat;
  let api: Client;
  beforeAll(async () => {
    shop = await anOrganization(world);
    chat = await aConversation(shop, { name: "José" });
    api = await client(shop, { can: ["inbox.read"] });
    const said = [
      "Où est ma commande numéro 4711?",
      "Bitte ÄNDERN Sie die Größe",
      "write to ada@example.com please",
      "It costs 19.99 EUR",
      "the e-mail-address is wrong",
      "أين طلبي",
      "nothing of that kind",
    ];
    for (const [n, text] of said.entries()) await anInboundMessage(shop, chat, { text, at: new Date(Date.UTC(2026, 0, 1, 12, n)) });
  });

  test("accents and case do not matter, on either side", async () => {
    expect(await texts(api, "COMMANDE numero")).toEqual(["Où est ma commande numéro 4711?"]);
    expect(await texts(api, "ändern")).toEqual(["Bitte ÄNDERN Sie die Größe"]);
    expect(await texts(api, "andern grosse")).toEqual(["Bitte ÄNDERN Sie die Größe"]);
  });

  test("the last word may be unfinished, the others may not", async () => {
    expect(await texts(api, "commande nu")).toHaveLength(1);
    expect(await texts(api, "comm numero")).toEqual([]);
    expect(await texts(api, "طل")).toEqual(["أين طلبي"]);
  });

  test("numbers, addresses and words with hyphens are found whole and half typed", async () => {
    for (const q of ["4711", "47", "19.99", "19.9"]) expect([q, (await texts(api, q)).length]).toEqual([q, 1]);
    for (const q of ["ada@example.com", "ada@exam"]) expect([q, await texts(api, q)]).toEqual([q, ["write to ada@example.com please"]]);
    for (const q of ["e-mail-address", "e-mail-ad", "mail address"])
      expect([q, await texts(api, q)]).toEqual([q, ["the e-mail-address is wrong"]]);
  });

  test("signs that mean something to the database are only signs", async () => {
    for (const q of ["' & | ! ( ) :*", "a'b\\c", "x:*", "<->", "!!", "%%", "\\\\"])
      expect((await api.get(`/search/messages?q=${encodeURIComponent(q)}`)).status).toBe(200);
    expect((await api.get<{ error: { field: string } }>("/search/messages?q=a")).body.error.field).toBe("query.q");
  });

  test("a hit tells where it was said and by whom", async () => {
    const { items } = (await api.get<Hits>("/search/messages?q=4711")).body;
    expect(items).toMatchObject([
      {
        message: { text: "Où est ma commande numéro 4711?" },
        conversation: { id: chat.id, contactId: chat.contactId, contactName: "José" },
      },
    ]);
  });

  test("another organization finds nothing", async () => {
    expect(await texts(await client(await anOrganization(world)), "4711")).toEqual([]);
  });

  test("the function does not answer for an organization that is not the caller's", async () => {
    const other = await anOrganization(world);
    const found = await world.kernel.db.withOrganization(other.id, async (tx) => {
      const { sql } = await import("kysely");
      return (
        await sql`select * from candor_search_messages(${shop.id}, '4711', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 10)`.execute(
          tx,
        )
      ).rows;
    });
    expect(found).toEqual([]);
  });
});

describe("in a large shop", () => {
  let shop: Shop;
  let api: Client;
  beforeAll(async () => {
    shop = await anOrganization(world);
    const chat = await aConversation(shop);
    api = await client(shop, { can: ["inbox.read"] });
    // "common" in every message, "seldom" in 40 old ones, "lately" in old halves only: one for each way of searching.
    await world.kernel.db.raw.system.query(
      `insert into messages (organization_id, id, conversation_id, channel_id, contact_id, direction, origin, type, body, occurred_at)
       select $1, candor_uuid7(), $2, $3, $4, 'inbound', 'customer', 'text',
         'common word ' || n || case when n % 500 = 0 and n <= 20000 then ' seldom' else '' end || case when n <= 15000 then ' longago' else '' end, timestamptz '2026-01-01' + n * interval '1 second'
       from generate_series(1, 30000) n`,
      [shop.id, chat.id, chat.channelId, chat.contactId],
    );
    await world.kernel.db.raw.owner.query("analyze messages");
  });

  test.each([
    ["common", 30000, 1],
    ["seldom", 20000, 500],
    ["longago", 15000, 1],
  ])("'%s' comes newest first, page after page", async (word, newest, step) => {
    const first = (await api.get<Hits>(`/search/messages?q=${word}&limit=5`)).body;
    const second = (await api.get<Hits>(`/search/messages?q=${word}&limit=5&after=${first.next}`)).body;
    const numbers = [...first.items, ...second.items].map((hit) => Number(hit.message.text.split(" ")[2]));
    expect(numbers).toEqual(Array.from({ length: 10 }, (_each, n) => newest - n * step));
  });

  test("the last page says that it is the last", async () => {
    const { items, next } = (await api.get<Hits>("/search/messages?q=seldom&limit=40")).body;
    expect([items.length, next]).toEqual([40, null]);
  });

  test("as the app's own role, under row-level security, a rare word is looked up in its index", async () => {
    const plans = await plansAsApp(shop, "seldom");
    expect(plans).toContain("messages_by_search");
    expect(plans).toContain("messages_by_time");
    expect(plans).not.toContain("Seq Scan on public.messages");
  });

  test("as the app's own role, a common word is met by walking back in time", async () => {
    const plans = await plansAsApp(shop, "common");
    expect(plans).toContain("messages_by_time");
    expect(plans).not.toContain("messages_by_search");
    expect(plans).not.toContain("Seq Scan");
    expect(plans).not.toContain("Sort");
  });
});

/** The plans of the statements inside the functions, as they ran: auto_explain sends them as notices. */
const plansAsApp = async (shop: Shop, word: string): Promise<string> => {
  const owner = new pg.Client({ connectionString: world.databaseUrl });
  await owner.connect();
  const plans: string[] = [];
  owner.on("notice", (notice) => plans.push(notice.message ?? ""));
  await owner.query("load 'auto_explain'");
  await owner.query(
    "set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice; set auto_explain.log_analyze = on; set auto_explain.log_verbose = on",
  );
  await owner.query("set role candor_app");
  await owner.query("select set_config('candor.organization_id', $1, false)", [shop.id]);
  const { rows } = await owner.query(
    "select current_user, count(*)::int as hits from candor_search_messages($1, $2, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 31)",
    [shop.id, word],
  );
  await owner.end();
  expect(rows[0]).toEqual({ current_user: "candor_app", hits: 31 });
  return plans.join("\n");
};
