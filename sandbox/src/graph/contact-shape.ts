import { invalid } from "./error.ts";
import { anything, type Check, link, list, objectAt, shape, text } from "./shape.ts";

const kind = text(64);
const fields = shape({
  name: shape({
    formatted_name: text(1024),
    "first_name?": text(1024),
    "last_name?": text(1024),
    "middle_name?": text(1024),
    "suffix?": text(1024),
    "prefix?": text(1024),
  }),
  "phones?": list(shape({ "phone?": text(64), "type?": kind, "wa_id?": text(32) }), 0, 20),
  "emails?": list(shape({ "email?": text(256), "type?": kind }), 0, 20),
  "urls?": list(shape({ "url?": link, "type?": kind }), 0, 20),
  "addresses?": list(anything, 0, 20),
  "org?": shape({ "company?": text(1024), "department?": text(1024), "title?": text(1024) }),
  "birthday?": text(10),
});

/** Beside the whole name Meta wants at least one part of it. */
const contact: Check = (value, path) => {
  fields(value, path);
  const given = objectAt(value, path);
  if (Object.keys(objectAt(given.name, path)).length < 2) throw invalid(`${path}['name']`, "needs one more field beside formatted_name");
  if (given.birthday !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(given.birthday)))
    throw invalid(`${path}['birthday']`, "must be YYYY-MM-DD");
};

export const contacts = list(contact, 1, 257);
