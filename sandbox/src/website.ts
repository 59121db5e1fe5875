import { createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";

const folder = join(import.meta.dirname, "../website");
const files: Record<string, string> = { "/shop.js": "text/javascript", "/shop.css": "text/css" };

export type Website = { url: string /** What a browser reported against the page's policy. */; reports: string[]; close: () => void };
type Options = { candor: string; writeKey: string; signingSecret?: string; port?: number };

/** A small coffee shop's website with the browser SDK, a consent banner, a strict policy and a person who signs in. */
export const startWebsite = async ({ candor, writeKey, signingSecret, port = 0 }: Options): Promise<Website> => {
  const sdk = (await (await fetch(`${candor}/sdk/candor.json`)).json()) as { version: string; integrity: string; stub: string };
  const reports: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://shop");
    const type = files[pathname];
    if (type) return response.setHeader("content-type", type).end(readFileSync(join(folder, pathname)));
    if (pathname === "/csp-report") {
      for await (const part of request) reports.push(String(part));
      return response.writeHead(204).end();
    }
    if (pathname === "/sign-in" && request.method === "POST") {
      const signature = signingSecret && createHmac("sha256", signingSecret).update("customer-7").digest("hex");
      return response
        .setHeader("content-type", "application/json")
        .end(JSON.stringify({ userId: "customer-7", name: "Amara Okafor", signature }));
    }
    if (pathname !== "/" && !pathname.startsWith("/coffee/")) return response.writeHead(404).end();
    const nonce = randomBytes(16).toString("base64");
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src data:; connect-src 'self' ${candor}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; report-uri /csp-report`,
    );
    return response.setHeader("content-type", "text/html; charset=utf-8").end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Fernhill Coffee</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/shop.css">
<script nonce="${nonce}">${sdk.stub}</script>
<script nonce="${nonce}" async src="${candor}/sdk/candor-${sdk.version}.js" integrity="${sdk.integrity}" crossorigin="anonymous"
  data-key="${writeKey}" data-consent="required"></script>
<script nonce="${nonce}" type="module" src="/shop.js"></script>
</head>
<body>
<header><strong>Fernhill Coffee</strong><a id="home" href="/">Coffees</a><span id="account"></span></header>
<main></main>
<section id="banner" aria-label="Your choice" hidden>
<p>May we remember your visit, to see which coffees people look at? Nothing is stored before you answer.</p>
<button type="button" value="granted">Yes</button><button type="button" value="denied">No</button>
</section>
</body></html>`);
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    reports,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      candor: { type: "string", default: "http://localhost:3000" },
      "write-key": { type: "string" },
      "signing-secret": { type: "string" },
      port: { type: "string", default: "4020" },
    },
  });
  if (!values["write-key"]) throw new Error("Give the write key of Settings -> Websites & events: --write-key wk_…");
  const { url } = await startWebsite({
    candor: values.candor,
    writeKey: values["write-key"],
    signingSecret: values["signing-secret"],
    port: Number(values.port),
  });
  process.stdout.write(`The shop's website: ${url} (the write key has to take events from there)\n`);
}
