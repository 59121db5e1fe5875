import { invalid } from "../../kernel/errors.ts";
import { readCursor } from "../../kernel/page.ts";

/** The id a page begins after. A cursor of another list is no id and would fail in the database. */
export const cursorId = (after: string | undefined): string | undefined => {
  const id = readCursor(after, 1)?.[0];
  if (id !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw invalid("after", "This is not a page cursor of this list.", "Pass the `next` of the page before, unchanged.");
  return id;
};
