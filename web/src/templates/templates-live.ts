import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { templatesChanged } from "./template-data.ts";

/** Reviews, pauses and other people's changes, as they happen. */
export function useTemplatesLive() {
  // Fetching an account's templates tells of each; the list is asked for once.
  useRefresh((event) => isAbout(event, "template"), templatesChanged, 1000);
}
