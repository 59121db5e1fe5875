import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { anOrganization, eventually } from "../../test/builders.ts";
import { aWorld } from "../../test/world.ts";
import { createOutbound, isPrivateAddress, type Outbound, OutboundFailure } from "./outbound.ts";
import type { RecipientDeclaration } from "./register.ts";

const world = await aWorld();
const shop = await anOrganization(world);
let asked = 0;
const server = createServer((request, response) => {
  asked += 1;
  if (request.url === "/redirect") response.writeHead(302, { location: "/elsewhere" }).end();
  else if (request.url === "/hang") request.resume();
  else if (request.url === "/early") response.writeHead(413, { connection: "close" }).end("too much", () => request.socket.destroy());
  else if (request.url === "/slow-body") {
    response.write("a");
    setTimeout(() => response.end("b"), 400);
  } else if (request.url === "/large") response.end("x".repeat(2000));
  else response.end("ok");
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const port = (server.address() as AddressInfo).port;
const recipients: RecipientDeclaration[] = [
  { recipient: "shop", country: "DE", purpose: "service_operation", categories: ["user.contact.email"], hosts: ["127.0.0.1"] },
  { recipient: "set", country: "US", purpose: "direct_messaging", categories: [], hosts: [], hostsFromSettings: true },
];
const gates = [true, false].map((allowPrivateGraphUrl) =>
  createOutbound({ ...world.kernel.config, allowPrivateGraphUrl }, world.kernel.db, recipients, world.kernel.log),
);
const gate = (allowPrivateGraphUrl: boolean) => gates[allowPrivateGraphUrl ? 0 : 1] as Outbound;
const ask = (path: string, more: object = {}) => ({
  organizationId: shop.id,
  recipient: "shop",
  purpose: "service_operation",
  categories: [],
  url: `http://127.0.0.1:${port}${path}`,
  ...more,
});
const lastRow = async () => {
  await Promise.all(gates.map((one) => one.written()));
  return world.kernel.db.system
    .selectFrom("egress_ledger")
    .selectAll()
    .where("organization_id", "=", shop.id)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
};

test.each<[string, object, string]>([
  ["a recipient that is not declared", { recipient: "nobody" }, "not in the register"],
  ["a category it may not get", { categories: ["user.content.private"] }, "may not get user.content.private"],
  ["a host that is not declared", { url: "https://elsewhere.example/x" }, "elsewhere.example is not declared"],
  ["a host no settings name", { recipient: "set" }, "127.0.0.1 is not declared"],
  ["a host other than the settings' own", { recipient: "set", settingsUrl: "https://graph.example" }, "127.0.0.1 is not declared"],
  ["a user name in the address", { url: `http://ada:pw@127.0.0.1:${port}/` }, "user name"],
  ["what is no address", { url: "nonsense" }, "not an address"],
])("%s is refused, recorded, and nothing is asked", async (_what, more, reason) => {
  const before = asked;
  await expect(gate(true).send(ask("/", more))).rejects.toMatchObject({ code: "outbound_refused" });
  expect(asked).toBe(before);
  const row = await lastRow();
  expect([row.outcome, row.bytes]).toEqual(["refused", "0"]);
  expect(row.reason).toContain(reason);
});

test("private addresses and plain http are refused where the operator has not allowed them", async () => {
  await expect(gate(false).send(ask("/"))).rejects.toThrow("only https");
  await expect(gate(false).send(ask("/", { url: `https://127.0.0.1:${port}/` }))).rejects.toThrow("private addresses");
  await expect(
    gate(false).send({ ...ask("/"), recipient: "set", settingsUrl: `https://localhost:${port}`, url: `https://localhost:${port}/` }),
  ).rejects.toThrow("private addresses");
  expect((await lastRow()).outcome).toBe("refused");
  for (const address of [
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "127.0.0.53",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fd00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
  ])
    expect(isPrivateAddress(address), address).toBe(true);
  for (const address of ["1.1.1.1", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1"])
    expect(isPrivateAddress(address), address).toBe(false);
});

test("a redirect is an answer, not a way on", async () => {
  const before = asked;
  const answer = await gate(true).send(ask("/redirect"));
  expect([answer.status, asked - before]).toEqual([302, 1]);
});

test("what went out is in the ledger by size and category, without its content", async () => {
  await gate(true).send(ask("/", { method: "POST", body: "hello ada", categories: ["user.contact.email"] }));
  const row = await lastRow();
  expect(row).toMatchObject({ recipient: "shop", host: "127.0.0.1", categories: ["user.contact.email"], bytes: "9", outcome: "sent" });
  expect(JSON.stringify(row)).not.toContain("hello");
});

test("a failure tells whether the other side may have acted", async () => {
  const refused = await gate(true)
    .send(ask("/", { url: "http://127.0.0.1:9/" }))
    .catch((error) => error);
  expect(refused).toBeInstanceOf(OutboundFailure);
  expect(refused).toMatchObject({ code: "ECONNREFUSED", mayHaveArrived: false });
  expect(
    await gate(true)
      .send(ask("/hang", { method: "POST", body: "x", timeoutMs: 150 }))
      .catch((error) => error),
  ).toMatchObject({ code: "ETIMEDOUT", mayHaveArrived: true });
  expect(
    await gate(true)
      .send(ask("/large", { limit: 100 }))
      .catch((error) => error),
  ).toMatchObject({ code: "answer_too_large", mayHaveArrived: true });
});

test("what is not taken to its end is let go of", async () => {
  const body = new Readable({
    read() {
      setTimeout(() => this.push(Buffer.alloc(1000)), 5);
    },
  });
  expect((await gate(true).send(ask("/early", { method: "POST", body }))).status).toBe(413);
  await eventually(async () => body.destroyed, "the body to be let go of");
});

test("a stream may take longer than its head was waited for", async () => {
  const { stream } = await gate(true).stream(ask("/slow-body", { timeoutMs: 200 }));
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  expect(text).toBe("ab");
});
