import type { Context, Page, Settings } from "./api.ts";
import { version } from "./version.ts";

/** Nothing behind ? and #, no user name: those carry tokens, searches and e-mail addresses. */
const bare = (address: string): string => {
  const { origin, pathname, href } = new URL(address, location.href);
  return origin === "null" ? (href.split(/[?#]/)[0] as string) : origin + pathname;
};

export const pageNow = (settings: Settings, referrer: string): Page => {
  const params = new URLSearchParams(location.search);
  const query: Record<string, string> = {};
  for (const name of settings.query ?? []) if (params.has(name)) query[name] = params.get(name) as string;
  return {
    url: bare(location.href),
    path: location.pathname,
    title: document.title.slice(0, 300),
    referrer: referrer && bare(referrer),
    ...(settings.hash ? { hash: location.hash } : {}),
    ...(settings.query ? { query } : {}),
  };
};

/** What the server needs beside the request's own headers. Nothing that singles a device out: no screen, fonts, canvas, plug-ins. */
export const contextOf = (page: Page | undefined): Context => {
  const params = new URLSearchParams(location.search);
  const campaign: Record<string, string> = {};
  for (const name of ["campaign", "source", "medium", "term", "content"]) {
    const value = params.get(`utm_${name}`);
    if (value) campaign[name === "campaign" ? "name" : name] = value;
  }
  return {
    library: { name: "candor-js", version },
    locale: navigator.language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(page ? { page } : {}),
    ...(params.toString().includes("utm_") ? { campaign } : {}),
    // Automated browsers say so themselves; the server leaves them out of counts.
    ...(navigator.webdriver ? { automation: true as const } : {}),
  };
};

/** Calls `viewed` for the first page and every later one: history API, back and forward, hash routers, a page back from the browser's cache. */
export const watchPages = (settings: Settings, viewed: () => void) => {
  let last: string | undefined;
  const look = (again?: boolean) => {
    try {
      const { url, hash, query } = pageNow(settings, "");
      const here = JSON.stringify([url, hash, query]);
      if (!again && here === last) return;
      last = here;
      viewed();
    } catch {}
  };
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name];
    try {
      history[name] = function (this: History, ...args: Parameters<History["pushState"]>) {
        original.apply(this, args);
        look();
      };
    } catch {}
  }
  addEventListener("popstate", () => look());
  addEventListener("hashchange", () => look());
  addEventListener("pageshow", (event) => {
    if (event.persisted) look(true);
  });
  // A page the browser loads ahead of a click has not been viewed.
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (prerendering) document.addEventListener("prerenderingchange", () => look(true), { once: true });
  else look(true);
};
