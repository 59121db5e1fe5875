import { request as httpRequest } from "node:http";
import { expect, test } from "vitest";
import { anOrganization, eventually } from "../../../../../test/builders.ts";
import {
  aNumberOfItsOwn,
  aText,
  aWhatsAppChannel,
  bodyOf,
  contactsOf,
  payload,
  payloadSignature,
  postWebhook,
  projected,
  receive,
  signatureOf,
} from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const journalled = async () =>
  Number(
    (
      await system
        .selectFrom("intake_journal")
        .select((eb) => eb.fn.countAll().as("n"))
        .executeTakeFirstOrThrow()
    ).n,
  );

test("a signed body is in the journal, byte by byte, before it is answered", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const bytes = Buffer.from(
    `{"object" :"whatsapp_business_account",\n"entry":[{"id":"${channel.accountId}","changes":[{"field":"x","value":{"name":"\\u00e9 \\ud83d\\ude00"}}]}]}`,
  );
  const answer = await postWebhook(world, bytes, signatureOf(bytes, channel.appSecret));
  expect(answer.status).toBe(200);
  const row = await system.selectFrom("intake_journal").selectAll().where("app_id", "=", channel.appId).executeTakeFirstOrThrow();
  expect(row.body.equals(bytes)).toBe(true);
});

test("what is not signed, wrongly signed or signed by another is refused and leaves nothing", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const body = JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText("let me in")] }));
  const before = await journalled();
  const digest = signatureOf(body, channel.appSecret);
  const signatures = [
    null,
    "",
    "sha256=",
    digest.slice(0, -2),
    `sha1=${digest.slice(7)}`,
    signatureOf(body, "another secret"),
    signatureOf(`${body} `, channel.appSecret),
    `${digest}00`,
    digest.replace("sha256=", ""),
    "sha256=zz",
  ];
  for (const signature of signatures) {
    const answer = await postWebhook(world, body, signature);
    expect([signature, answer.status]).toEqual([signature, 401]);
    expect(await answer.json()).toMatchObject({ error: { code: "wrong_signature" } });
  }
  expect(await journalled()).toBe(before);
});

test("a body that was parsed and written again does not carry the signature any more", async () => {
  await aWhatsAppChannel(await anOrganization(world));
  const before = await journalled();
  const again = JSON.stringify(JSON.parse(payload("01-text.json").toString()));
  expect((await postWebhook(world, again, payloadSignature("01-text.json"))).status).toBe(401);
  expect(await journalled()).toBe(before);
});

test("the handshake answers the bare challenge to who knows a verify token, and nobody else", async () => {
  await aNumberOfItsOwn(await anOrganization(world), { verifyToken: "open-sesame-please" });
  const ask = (query: Record<string, string>) => fetch(`${world.url}/webhooks/meta?${new URLSearchParams(query)}`);
  const right = await ask({ "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "open-sesame-please" });
  expect([right.status, right.headers.get("content-type"), await right.text()]).toEqual([200, "text/plain; charset=utf-8", "1158201444"]);
  for (const query of [
    { "hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": "wrong" },
    { "hub.mode": "other", "hub.challenge": "1", "hub.verify_token": "open-sesame-please" },
    { "hub.mode": "subscribe", "hub.verify_token": "open-sesame-please" },
    {},
  ]) {
    const wrong = await ask(query as Record<string, string>);
    expect(wrong.status).toBe(403);
    expect(await wrong.text()).not.toContain("1158201444");
  }
});

test("a channel that another process adds is served with its first request, without any word to this one", async () => {
  const shop = await anOrganization(world);
  const { wake } = world.kernel.live;
  world.kernel.live.wake = () => {};
  try {
    for (let round = 0; round < 3; round += 1) {
      const channel = await aNumberOfItsOwn(shop, { verifyToken: `token-of-round-${round}` });
      const body = JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText(`first ${round}`)] }));
      expect((await postWebhook(world, body, signatureOf(body, channel.appSecret))).status).toBe(200);
      expect(
        (await fetch(`${world.url}/webhooks/meta?hub.mode=subscribe&hub.challenge=7&hub.verify_token=token-of-round-${round}`)).status,
      ).toBe(200);
    }
  } finally {
    world.kernel.live.wake = wake;
  }
});

test("three megabytes are taken, more than four are not", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const messages = Array.from({ length: 4600 }, (_, at) => aText(`message ${at} ${"x".repeat(480)}`));
  const body = JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages }));
  expect(body.length).toBeGreaterThan(2_700_000);
  await receive(channel, body);
  const { n } = await system
    .selectFrom("messages")
    .select((eb) => eb.fn.countAll().as("n"))
    .where("organization_id", "=", channel.shop.id)
    .executeTakeFirstOrThrow();
  expect(Number(n)).toBe(4600);

  const before = await journalled();
  const large = "x".repeat(4_000_001);
  expect((await postWebhook(world, large, signatureOf(large, channel.appSecret))).status).toBe(413);
  expect(await journalled()).toBe(before);
});

test("a hundred at once are each stored once", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const bodies = Array.from({ length: 100 }, (_, at) =>
    JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText(`at once ${at}`)] })),
  );
  const answers = await Promise.all(bodies.map((body) => postWebhook(world, body, signatureOf(body, channel.appSecret))));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  const rows = await system.selectFrom("intake_journal").select("body").where("app_id", "=", channel.appId).execute();
  expect(rows.map((row) => row.body.toString()).sort()).toEqual(bodies.toSorted());
  await projected(world);
});

test("the shop's name for the path does not matter, other paths are not the door", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const body = JSON.stringify(bodyOf(channel, { messages: [] }));
  const post = (path: string) =>
    fetch(`${world.url}${path}`, { method: "POST", headers: { "x-hub-signature-256": signatureOf(body, channel.appSecret) }, body });
  expect((await post("/webhooks/meta?source=x")).status).toBe(200);
  expect((await post("/webhooks/metadata")).status).toBe(404);
  expect((await post("/webhooks/meta/other")).status).toBe(404);
});

test("a body without a type, and one that breaks off, do no harm", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const body = JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText("plain")] }));
  const plain = await fetch(`${world.url}/webhooks/meta`, {
    method: "POST",
    headers: { "content-type": "", "x-hub-signature-256": signatureOf(body, channel.appSecret) },
    body: Buffer.from(body),
  });
  expect(plain.status).toBe(200);

  await new Promise<void>((resolve) => {
    const outgoing = httpRequest(`${world.url}/webhooks/meta`, { method: "POST", headers: { "content-length": 1000 } });
    outgoing.on("error", () => resolve());
    outgoing.write("half", () => outgoing.destroy());
  });
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
});

test("while the database cannot store, the answer is 503 and never 200; afterwards it is taken again", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  await receive(channel, bodyOf(channel, { contacts: contactsOf(), messages: [aText("before")] }));
  const body = JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText("in between")] }));
  const post = () => postWebhook(world, body, signatureOf(body, channel.appSecret));
  const owner = world.kernel.db.raw.owner;
  await owner.query("revoke insert on intake_journal from candor_system");
  try {
    const answer = await post();
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.json()).toMatchObject({ error: { code: "unavailable" } });
  } finally {
    await owner.query("grant insert on intake_journal to candor_system");
  }
  // The connection dies under it: whoever is waiting is told, and the next one gets a new connection.
  await owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'candor system' and datname = current_database()",
  );
  await eventually(async () => (await post()).status === 200, "the door to store again");
  await projected(world);
  const stored = await system.selectFrom("messages").select("body").where("organization_id", "=", channel.shop.id).orderBy("id").execute();
  expect(stored.map((row) => row.body)).toEqual(["before", "in between"]);
});

test("who keeps sending what is not signed is slowed down, and who signs is not", async () => {
  const channel = await aNumberOfItsOwn(await anOrganization(world));
  const body = JSON.stringify(bodyOf(channel, { contacts: contactsOf(), messages: [aText("still here")] }));
  const wrong = await Promise.all(Array.from({ length: 300 }, () => postWebhook(world, body, signatureOf(body, "guess"))));
  const counts = Map.groupBy(wrong, (answer) => answer.status);
  expect([...counts.keys()].sort()).toEqual([401, 429]);
  expect((await postWebhook(world, body, signatureOf(body, channel.appSecret))).status).toBe(200);
});
