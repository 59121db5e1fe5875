import type { Catalogue } from "./catalogue.ts";
import type { channels as english } from "./channels.en.ts";

export const channels: Catalogue<typeof english> = {
  "channels.title": "القنوات",
};
