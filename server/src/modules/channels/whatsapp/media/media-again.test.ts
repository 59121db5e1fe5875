import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { anOrganization, client, eventsOf, eventually } from "../../../../../test/builders.ts";
import { aMessage, aNumberOfItsOwn, bodyOf, contactsOf, receive } from "../../../../../test/whatsapp.builders.ts";
import { aWorld } from "../../../../../test/world.ts";
import { forgetUnfetched } from "./media-again.ts";

const world = await aWorld();
const { system } = world.kernel.db;
const png = Buffer.from(
  "89504e470d0a1a0a0000000d49484452000000030000000208060000001f15c4890000000d4944415478da63fcffff3f030005fe02fea72d0f4f0000000049454e44ae426082",
  "hex",
);
const servers: Server[] = [];
afterAll(() => Promise.all(servers.map((server) => new Promise((done) => server.close(done)))));

/** A Graph that has no media until it is told that it has. */
const aForgetfulGraph = async () => {
  const graph = { url: "", has: false };
  const server = createServer((request, response) => {
    const found = graph.has && request.url?.startsWith("/v") ? { url: `${graph.url}/download` } : null;
    if (graph.has && request.url === "/download") return response.writeHead(200, { "content-type": "image/png" }).end(png);
    return response
      .writeHead(found ? 200 : 404, { "content-type": "application/json" })
      .end(JSON.stringify(found ?? { error: { code: 100, message: "Media is down" } }));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((ready) => server.once("listening", ready));
  graph.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return graph;
};

const aFailedFile = async () => {
  const graph = await aForgetfulGraph();
  const channel = await aNumberOfItsOwn(await anOrganization(world), { graphUrl: graph.url });
  const message = aMessage({ type: "image", image: { id: "5001", mime_type: "image/png" } });
  await receive(channel, bodyOf(channel, { contacts: contactsOf(), messages: [message] }));
  const file = () => system.selectFrom("files").selectAll().where("organization_id", "=", channel.shop.id).executeTakeFirstOrThrow();
  await eventually(async () => (await file()).state === "failed", "the file to be given up");
  const row = await system
    .selectFrom("messages")
    .select(["id", "conversation_id"])
    .where("organization_id", "=", channel.shop.id)
    .executeTakeFirstOrThrow();
  return { graph, channel, file, row, url: `/conversations/${row.conversation_id}/messages/${row.id}/media/fetch` };
};
const kept = (organizationId: string) =>
  system.selectFrom("whatsapp_unfetched").selectAll().where("organization_id", "=", organizationId).execute();

test("a person fetches a customer's file that was given up, and it arrives in its message", async () => {
  const { graph, channel, file, url } = await aFailedFile();
  expect(await kept(channel.shop.id)).toMatchObject([{ media_id: "5001", mime: "image/png" }]);
  graph.has = true;
  const api = await client(channel.shop);
  const asked = await api.post<{ file: { state: string; failure: string | null } }>(url);
  expect([asked.status, asked.body.file.state, asked.body.file.failure]).toEqual([200, "pending", null]);
  expect((await api.post(url)).status).toBe(200);
  await eventually(async () => (await file()).state === "stored", "the file to be stored");
  expect(await kept(channel.shop.id)).toEqual([]);
  expect((await eventsOf(channel.shop)).filter((name) => name.startsWith("message.media"))).toEqual([
    "message.media_failed",
    "message.media_requested",
    "message.media_stored",
  ]);
});

test("one that fails again can be asked for again, until WhatsApp has forgotten it", async () => {
  const { channel, file, url } = await aFailedFile();
  const api = await client(channel.shop);
  await api.post(url);
  await eventually(async () => (await file()).state === "failed" && (await kept(channel.shop.id)).length === 1, "it to fail again");
  await system
    .updateTable("whatsapp_unfetched")
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where("organization_id", "=", channel.shop.id)
    .execute();
  const late = await api.post<{ error: { code: string; remedy: string } }>(url);
  expect([late.status, late.body.error.code, late.body.error.remedy]).toEqual([409, "media_gone", "Ask the customer to send it again."]);
  await forgetUnfetched(world.kernel);
  expect(await kept(channel.shop.id)).toEqual([]);
});

test("strangers and readers do not fetch, and a message without a file has none", async () => {
  const { channel, row, url } = await aFailedFile();
  expect((await (await client(await anOrganization(world))).post(url)).status).toBe(404);
  expect((await (await client(channel.shop, { can: ["inbox.read"] })).post(url)).status).toBe(403);
  await system.updateTable("messages").set({ file_id: null }).where("id", "=", row.id).execute();
  expect((await (await client(channel.shop)).post(url)).status).toBe(404);
});
