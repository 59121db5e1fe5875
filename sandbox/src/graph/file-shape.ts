import { invalid, missing } from "./error.ts";
import { type Check, link, objectAt, shape, text } from "./shape.ts";

/** Media in a message: an uploaded id or an address, one of both. */
export const file = (more: Record<string, Check> = {}): Check => {
  const fields = shape({ "id?": text(200), "link?": link, "provider?": text(200), ...more });
  return (value, path) => {
    fields(value, path);
    const { id, link: url } = objectAt(value, path);
    if (!id && !url) throw missing(`${path}['id'] or ${path}['link']`);
    if (id && url) throw invalid(path, "has both id and link");
  };
};
