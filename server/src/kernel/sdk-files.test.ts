import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { aWorld } from "../../test/world.ts";

const world = await aWorld();
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../sdk/package.json"), "utf8")) as { version: string };
const load = (file: string, headers: Record<string, string> = {}) => fetch(`${world.url}/sdk/${file}`, { headers });

test("websites of other origins may load the SDK: its version for good, the current one for minutes", async () => {
  const manifest = (await (await load("candor.json")).json()) as { version: string; integrity: string };
  expect(manifest.version).toBe(version);
  for (const [file, cache] of [
    [`candor-${version}.js`, "public, max-age=31536000, immutable"],
    ["candor.js", "public, max-age=300, stale-while-revalidate=86400"],
  ] as const) {
    const answer = await load(file);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
      "cache-control": cache,
    });
    const code = Buffer.from(await answer.arrayBuffer());
    expect(`sha384-${createHash("sha384").update(code).digest("base64")}`).toBe(manifest.integrity);
  }
});

test("it travels compressed, and not at all when the browser has it", async () => {
  const inject = (headers: Record<string, string>) => world.edge.inject({ url: "/sdk/candor.js", headers });
  const small = await inject({ "accept-encoding": "gzip, deflate, br" });
  expect(small.headers["content-encoding"]).toBe("br");
  expect(small.rawPayload.length).toBeLessThan(6_000);
  expect((await inject({ "accept-encoding": "gzip, br;q=0" })).headers["content-encoding"]).toBe("gzip");
  const plain = await inject({});
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(brotliDecompressSync(small.rawPayload).equals(plain.rawPayload)).toBe(true);
  expect((await inject({ "if-none-match": String(plain.headers.etag) })).statusCode).toBe(304);
});

test("a version there is not is not found, for browsers of other origins, too", async () => {
  const answer = await load("candor-99.0.0.js");
  expect(answer.status).toBe(404);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});
