import { createCandor } from "./candor.ts";

export type { Candor, Consent, Context, Message, Page, Proof, Properties, Settings } from "./api.ts";
export { createCandor };

/** The one most sites need: `candor.init("wk_...", { host: "https://candor.example.com" })`. */
export const candor = /* @__PURE__ */ createCandor();
