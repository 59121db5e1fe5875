import { expect, test } from "vitest";
import { anOrganization, client } from "../../test/builders.ts";
import { aWorld } from "../../test/world.ts";

const world = await aWorld();

test("an address nobody serves says so in the form of every refusal", async () => {
  const shop = await anOrganization(world);
  const api = await client(shop);
  const answer = await api.get("/nothing-here");
  expect(answer.status).toBe(404);
  expect(answer.body).toEqual({ error: { code: "not_found", message: "There is no such address." } });
});

test("health is told without a session", async () => {
  expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${world.url}/readyz`)).json()).toEqual({ status: "ready", database: true, stopping: false });
});
