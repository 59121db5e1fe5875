import { expect, test } from "vitest";
import { anOrganization, client } from "../../test/builders.ts";
import { aWorld } from "../../test/world.ts";
import { start } from "../app.ts";
import { readConfig } from "../config.ts";

const world = await aWorld();

test("a request under way is answered, and its open connection keeps nobody from stopping", async () => {
  const api = await client(await anOrganization(world));
  const { databaseUrl: DATABASE_URL, dataDir: DATA_DIR } = world;
  const other = await start(readConfig({ PORT: "0", DATABASE_URL, DATA_DIR, CANDOR_KEY: "07".repeat(32), LOG_LEVEL: "silent" }), "web");
  const { asked, stopped } = await world.kernel.db.raw.owner.connect().then(async (held) => {
    await held.query("begin; lock table conversations in access exclusive mode");
    const asked = fetch(`${other.url}/api/v1/conversations`, { headers: { authorization: `Bearer ${api.key}` } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const since = Date.now();
    const stopped = other.stop().then(() => Date.now() - since);
    await held.query("commit");
    held.release();
    return { asked, stopped };
  });
  expect((await asked).status).toBe(200);
  expect(await stopped).toBeLessThan(5000);
});
