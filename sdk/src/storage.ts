import type { Settings } from "./api.ts";

/** One text under one name. Blocked storage and private modes throw or forget: then this page's memory has it. */
export type Slot = { read(): string | null; write(text: string): void; clear(): void };

export const slotFor = (name: string, { id, cookieDomain, idDays = 365 }: Settings): Slot => {
  let kept: string | null = null;
  const cookie = (text: string, seconds: number) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, nor on pages without https.
    document.cookie = `${name}=${encodeURIComponent(text)};path=/;max-age=${seconds};samesite=lax${cookieDomain ? `;domain=${cookieDomain}` : ""}${location.protocol === "https:" ? ";secure" : ""}`;
  };
  const places = {
    memory: { get: (): string | null => null, set: (_text: string | null) => {} },
    cookie: {
      get: () => {
        const found = `; ${document.cookie}`.split(`; ${name}=`)[1];
        return found === undefined ? null : decodeURIComponent(found.split(";")[0] as string);
      },
      set: (text: string | null) => cookie(text ?? "", text === null ? 0 : idDays * 86_400),
    },
    localStorage: {
      get: () => localStorage.getItem(name),
      set: (text: string | null) => (text === null ? localStorage.removeItem(name) : localStorage.setItem(name, text)),
    },
  };
  const place = places[id ?? "localStorage"];
  const put = (text: string | null) => {
    kept = text;
    try {
      place.set(text);
      // What was taken is read from there, so that another tab's word counts here, too.
      if (place.get() === text) kept = null;
    } catch {}
  };
  return {
    read: () => {
      try {
        return kept ?? place.get();
      } catch {
        return kept;
      }
    },
    write: put,
    clear: () => put(null),
  };
};
