import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export type Manifest = {
  version: string;
  integrity: string;
  stub: string;
  stubHash: string;
  sizes: { plain: number; gzip: number; brotli: number };
};
export const manifest = () => JSON.parse(readFileSync(join(import.meta.dirname, "../dist/manifest.json"), "utf8")) as Manifest;

type PageOptions = { data?: Record<string, string>; csp?: string; script?: string; integrity?: string };

/** A website of somebody: each path is a page with the snippet as the settings page shows it. */
export const startShop = async (candor: string) => {
  const { stub, integrity } = manifest();
  const pages = new Map<string, PageOptions>();
  const reports: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://shop").pathname;
    if (path === "/csp-report") {
      let text = "";
      request.on("data", (part) => {
        text += part;
      });
      request.on("end", () => {
        reports.push(text);
        response.writeHead(204).end();
      });
      return;
    }
    const page = pages.get(path);
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    const data = Object.entries({ key: "wk_test", ...page.data }).map(([name, value]) => ` data-${name}="${value}"`);
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (page.csp) response.setHeader("content-security-policy", `${page.csp}; report-uri /csp-report`);
    response.end(`<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Shop ${path}</title>
<script nonce="shop">window.errors = []; addEventListener("error", (event) => errors.push(event.message)); addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));</script>
<script nonce="shop">${stub}</script>
<script async src="${candor}/sdk/candor.js" integrity="${page.integrity ?? integrity}" crossorigin="anonymous"${data.join("")}></script>
${page.script ? `<script nonce="shop">${page.script}</script>` : ""}</head><body><h1>${path}</h1><a href="/other">Other</a></body></html>`);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    reports,
    /** Puts a page there and answers its address. */
    page: (path: string, options: PageOptions = {}) => {
      pages.set(path, options);
      return `${url}${path}`;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
