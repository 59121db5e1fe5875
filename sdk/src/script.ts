import type { Candor, Settings } from "./api.ts";
import { createCandor } from "./candor.ts";

// The file a page loads with a script element: begins by the element's data attributes, then answers what the stub has queued.
type Stub = Partial<Candor> & { q?: [keyof Candor, ArrayLike<unknown>][] };

const page = window as Window & { candor?: Stub };
// A snippet pasted twice is loaded once.
if (!page.candor?.version) {
  const candor = createCandor();
  const stub: Stub = page.candor ?? {};
  const queued = stub.q ?? [];
  const script = document.currentScript as HTMLScriptElement | null;
  const host = script?.src ? new URL(script.src).origin : undefined;
  const { init } = candor;
  candor.init = (writeKey, settings) => init(writeKey, { host, ...settings });
  page.candor = Object.assign(stub, candor);

  const { key, ...rest } = script?.dataset ?? {};
  if (key) candor.init(key, settingsFrom(rest));
  for (const [name, args] of queued.splice(0)) (candor[name] as ((...args: unknown[]) => unknown) | undefined)?.(...Array.from(args));
}

/** `data-before-consent="keep" data-hash="true" data-query="ref,plan"` as settings. */
function settingsFrom(data: DOMStringMap): Settings {
  const settings: Record<string, unknown> = {};
  for (const [name, value = ""] of Object.entries(data))
    settings[name] = name === "query" ? value.split(",") : value === "true" || value === "" ? true : value === "false" ? false : value;
  return settings as Settings;
}
