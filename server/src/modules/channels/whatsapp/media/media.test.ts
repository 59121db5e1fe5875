import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { sample } from "../../../../../../sandbox/src/index.ts";
import { anOrganization, client, eventsOf, eventually } from "../../../../../test/builders.ts";
import { aMessage, aNumberOfItsOwn, bodyOf, contactsOf, receive, type TestChannel } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { fetchMedia } from "./media-fetch.ts";
import { sizeOf } from "./media-size.ts";

const world = await aWorld();
const { system } = world.kernel.db;

type Answer = { status?: number; json?: unknown; bytes?: Buffer; type?: string };
type Graph = {
  url: string;
  asked: { path: string; authorization: string | undefined; agent: string | undefined }[];
  on: Map<string, Answer | ((url: string) => Answer)>;
};
const servers: Server[] = [];
afterAll(() => Promise.all(servers.map((server) => new Promise((done) => server.close(done)))));

/** A Graph that answers what a test tells it to. */
const aGraph = async (): Promise<Graph> => {
  const graph: Graph = { url: "", asked: [], on: new Map() };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    graph.asked.push({ path, authorization: request.headers.authorization, agent: request.headers["user-agent"] });
    const set = graph.on.get(path);
    const answer =
      typeof set === "function" ? set(graph.url) : (set ?? { status: 404, json: { error: { code: 100, message: "no such object" } } });
    response
      .writeHead(answer.status ?? 200, { "content-type": answer.type ?? "application/json" })
      .end(answer.bytes ?? JSON.stringify(answer.json ?? {}));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((ready) => server.once("listening", ready));
  graph.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return graph;
};

const png = Buffer.from(
  "89504e470d0a1a0a0000000d49484452000000030000000208060000001f15c4890000000d4944415478da63fcffff3f030005fe02fea72d0f4f0000000049454e44ae426082",
  "hex",
);
const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("base64");
const image = (fields: Record<string, unknown>) =>
  aMessage({ type: "image", image: { mime_type: "image/png", sha256: digest(png), ...fields } });
const arrives = (channel: TestChannel, message: unknown) =>
  receive(channel, bodyOf(channel, { contacts: contactsOf(), messages: [message] }));
const fileOf = (channel: TestChannel) =>
  system.selectFrom("files").selectAll().where("organization_id", "=", channel.shop.id).executeTakeFirst();
const settled = (channel: TestChannel) =>
  eventually(async () => {
    const file = await fileOf(channel);
    return file && file.state !== "pending" ? file : null;
  }, "the file to be fetched");

const aChannelAt = async (graph: Graph) =>
  aNumberOfItsOwn(await anOrganization(world), { graphUrl: graph.url, token: "secret-token-of-the-number" });

test("a file is fetched by its id as soon as it arrives, stored, measured and told", async () => {
  const graph = await aGraph();
  graph.on.set("/v26.0/4001", (url) => ({ json: { url: `${url}/download/4001`, mime_type: "image/png", id: "4001" } }));
  graph.on.set("/download/4001", { bytes: png, type: "image/png" });
  const channel = await aChannelAt(graph);
  await arrives(channel, image({ id: "4001", caption: "torn" }));
  expect(await settled(channel)).toMatchObject({
    state: "stored",
    mime: "image/png",
    size: String(png.length),
    sha256: createHash("sha256").update(png).digest("hex"),
    width: 3,
    height: 2,
    failure: null,
    stored_at: expect.any(Date),
  });
  expect(graph.asked.map((one) => one.path)).toEqual(["/v26.0/4001", "/download/4001"]);
  for (const one of graph.asked)
    expect([one.authorization, one.agent]).toEqual(["Bearer secret-token-of-the-number", expect.stringContaining("Candor")]);
  await eventually(async () => (await eventsOf(channel.shop)).includes("message.media_stored"), "the event");
  const file = await fileOf(channel);
  const api = await client(channel.shop);
  const bytes = await fetch(`${world.url}/api/v1/files/${file?.id}`, { headers: { authorization: `Bearer ${api.key}` } });
  expect(Buffer.from(await bytes.arrayBuffer()).equals(png)).toBe(true);
  await world.kernel.outbound.written();
  const ledger = await system
    .selectFrom("egress_ledger")
    .select(["recipient", "outcome", "contact_id"])
    .where("organization_id", "=", channel.shop.id)
    .execute();
  expect(ledger).toHaveLength(2);
  expect(ledger[0]).toMatchObject({ recipient: "meta", outcome: "sent", contact_id: expect.any(String) });
});

test("the address in the webhook is used, and where it is dead the id leads to another", async () => {
  const graph = await aGraph();
  graph.on.set("/fresh", { bytes: png });
  graph.on.set("/dead", { status: 404, json: {} });
  graph.on.set("/v26.0/4002", (url) => ({ json: { url: `${url}/fresh` } }));
  const direct = await aChannelAt(graph);
  await arrives(direct, image({ id: "4002", url: `${graph.url}/fresh` }));
  expect(await settled(direct)).toMatchObject({ state: "stored" });
  expect(graph.asked.map((one) => one.path)).toEqual(["/fresh"]);
  const detour = await aChannelAt(graph);
  await arrives(detour, image({ id: "4002", url: `${graph.url}/dead` }));
  expect(await settled(detour)).toMatchObject({ state: "stored" });
});

test("an address elsewhere is not visited: the token goes to nobody else", async () => {
  const [graph, stranger] = [await aGraph(), await aGraph()];
  graph.on.set("/v26.0/4003", (url) => ({ json: { url: `${url}/download` } }));
  graph.on.set("/download", { bytes: png });
  const channel = await aChannelAt(graph);
  await arrives(channel, image({ id: "4003", url: `${stranger.url}/steal` }));
  expect(await settled(channel)).toMatchObject({ state: "stored" });
  expect(stranger.asked).toEqual([]);
});

test("a file that is gone is failed for good with the reason, and the message stays", async () => {
  const channel = await aChannelAt(await aGraph());
  await arrives(channel, image({ id: "4004", caption: "look" }));
  expect(await settled(channel)).toMatchObject({ state: "failed", failure: "media_gone" });
  await eventually(async () => (await eventsOf(channel.shop)).includes("message.media_failed"), "the event");
  expect(await system.selectFrom("messages").select(["type", "body"]).where("organization_id", "=", channel.shop.id).execute()).toEqual([
    { type: "image", body: "look" },
  ]);
});

test("what breaks is tried again, and bytes that are not those promised are not kept", async () => {
  const graph = await aGraph();
  let tries = 0;
  graph.on.set("/v26.0/4005", (url) =>
    ++tries < 2 ? { status: 500, json: { error: { code: 1 } } } : { json: { url: `${url}/download` } },
  );
  graph.on.set("/download", { bytes: png });
  const channel = await aChannelAt(graph);
  await arrives(channel, image({ id: "4005" }));
  expect(await settled(channel)).toMatchObject({ state: "stored" });
  expect(tries).toBe(2);

  graph.on.set("/v26.0/4006", (url) => ({ json: { url: `${url}/download` } }));
  const wrong = await aChannelAt(graph);
  await arrives(wrong, image({ id: "4006", sha256: digest(Buffer.from("something else")) }));
  const waiting = await eventually(async () => graph.asked.some((one) => one.path === "/v26.0/4006") && fileOf(wrong), "a first try");
  // The first try is over once the next one is planned: two at the same file would remove it under one another.
  await eventually(async () => {
    const planned = await world.kernel.db.raw.owner.query(
      "select from graphile_worker.jobs where key = $1 and locked_at is null and run_at > now()",
      [`media:${waiting.id}`],
    );
    return planned.rowCount === 1;
  }, "the second try to be planned");
  const message = await system.selectFrom("messages").selectAll().where("organization_id", "=", wrong.shop.id).executeTakeFirstOrThrow();
  await fetchMedia(world.kernel, {
    organizationId: wrong.shop.id,
    channelId: wrong.id,
    conversationId: message.conversation_id,
    contactId: message.contact_id,
    messageId: message.id,
    fileId: waiting.id,
    mediaId: "4006",
    url: null,
    sha256: digest(Buffer.from("something else")),
    mime: "image/png",
    tries: 9,
  });
  expect(await fileOf(wrong)).toMatchObject({ state: "failed", failure: "media_damaged" });
  expect(await world.kernel.files.size(wrong.shop.id, waiting.id)).toBeNull();
});

test("a file whose message was taken back goes with it", async () => {
  const graph = await aGraph();
  graph.on.set("/v26.0/4007", (url) => ({ json: { url: `${url}/download` } }));
  graph.on.set("/download", { bytes: png });
  const channel = await aChannelAt(graph);
  const message = image({ id: "4007" });
  await arrives(channel, message);
  const file = await settled(channel);
  await arrives(channel, aMessage({ type: "revoke", revoke: { original_message_id: message.id } }));
  await eventually(async () => !(await fileOf(channel)), "the row to be gone");
  expect(await world.kernel.files.size(channel.shop.id, file.id)).toBeNull();
});

test("a file that another run of its job has stored meanwhile stays", async () => {
  const graph = await aGraph();
  graph.on.set("/v26.0/4010", (url) => ({ json: { url: `${url}/download/4010` } }));
  graph.on.set("/download/4010", { bytes: png, type: "image/png" });
  const channel = await aChannelAt(graph);
  await arrives(channel, image({ id: "4010" }));
  const file = await settled(channel);
  const message = await system.selectFrom("messages").selectAll().where("file_id", "=", file.id).executeTakeFirstOrThrow();
  const now = (state: string) => system.updateTable("files").set({ state }).where("id", "=", file.id).execute();
  let flipped: Promise<unknown> = Promise.resolve();
  graph.on.set("/v26.0/4010", (url) => {
    flipped = now("stored");
    return { json: { url: `${url}/download/4010` } };
  });
  await now("pending");
  await fetchMedia(world.kernel, {
    organizationId: channel.shop.id,
    channelId: channel.id,
    conversationId: message.conversation_id,
    contactId: message.contact_id,
    messageId: message.id,
    fileId: file.id,
    mediaId: "4010",
    url: null,
    sha256: null,
    mime: "image/png",
  });
  await flipped;
  expect(await world.kernel.files.size(channel.shop.id, file.id)).toBe(png.length);
});

test("sizes are read from the heads of PNG, JPEG and WebP, and nothing else is guessed", () => {
  expect(sizeOf(png)).toEqual({ width: 3, height: 2 });
  for (const name of ["photo", "sticker"]) {
    const size = sizeOf(sample(name)?.bytes ?? Buffer.alloc(0));
    expect(size?.width).toBeGreaterThan(0);
    expect(size?.height).toBeGreaterThan(0);
  }
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.alloc(64),
    Buffer.from("RIFF....WEBPVP8?".padEnd(40)),
    Buffer.from("ffd8ffffffffffff", "hex"),
    Buffer.concat([Buffer.from("ffd8ffe10000", "hex"), Buffer.alloc(100)]),
  ])
    expect(sizeOf(bytes)).toBeNull();
});
