import { useLive } from "../api/live.ts";
import { templatesChanged } from "./template-data.ts";

/** Reviews, pauses and other people's changes, as they happen. */
export function useTemplatesLive() {
  useLive((event) => {
    if (event.name.startsWith("template.")) templatesChanged();
  });
}
