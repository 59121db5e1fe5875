import { invalid } from "../../../../kernel/errors.ts";
import { requirePlace } from "../sending/limits.ts";
import type { MediaKind } from "../sending/limits-media.ts";
import type { Filling, TemplateComponent, TemplateParameters } from "./template-filling.ts";
import { fillText, variablesOf } from "./template-text.ts";

const media: Record<string, { kind: MediaKind; words: string }> = {
  IMAGE: { kind: "image", words: "an image" },
  VIDEO: { kind: "video", words: "a video" },
  DOCUMENT: { kind: "document", words: "a document" },
};

type Given = Pick<TemplateParameters, "header" | "headerFileId" | "location">;

/** A text with at most one blank, a file, or a place. */
export const fillHeader = (filling: Filling, part: TemplateComponent, given: Given): void => {
  const format = part.format ?? "TEXT";
  const wanted = media[format];
  if (format === "TEXT") textHeader(filling, part, given);
  else if (format === "LOCATION") placeHeader(filling, given);
  else if (wanted) fileHeader(filling, format, wanted, given);
  else
    throw invalid(
      "name",
      `Templates with a header of the kind ${format.toLowerCase()} cannot be sent from here.`,
      "Choose another template.",
    );
};

const textHeader = ({ sent, rendered, named, at }: Filling, part: TemplateComponent, given: Given) => {
  const blanks = { field: `${at}header`, what: "This template's header", text: part.text ?? "", named, most: 60 };
  // A header has one blank at most: its value needs no name.
  const [name] = variablesOf(blanks.text);
  const values = Array.isArray(given.header) && given.header.length === 1 && name ? { [name]: given.header[0] ?? "" } : given.header;
  const { text, parameters } = fillText(blanks, values);
  if (parameters.length > 0) sent.push({ type: "header", parameters });
  rendered.push({ type: "header", format: "TEXT", text });
};

const placeHeader = ({ sent, rendered, at }: Filling, { location }: Given) => {
  if (!location) throw invalid(`${at}location`, "This template's header needs a location with name and address.");
  requirePlace(`${at}location`, location);
  const { latitude, longitude, name, address } = location;
  const place = { latitude, longitude, name, address };
  sent.push({ type: "header", parameters: [{ type: "location", location: place }] });
  rendered.push({ type: "header", format: "LOCATION", location: place });
};

const fileHeader = (filling: Filling, format: string, { kind, words }: { kind: MediaKind; words: string }, given: Given) => {
  const field = `${filling.at}headerFileId`;
  if (!given.headerFileId) throw invalid(field, `This template's header needs ${words}.`, "Upload it with POST /files.");
  const place = {};
  filling.files.push({ field, kind, fileId: given.headerFileId, place });
  filling.sent.push({ type: "header", parameters: [{ type: kind, [kind]: place }] });
  filling.rendered.push({ type: "header", format, fileId: given.headerFileId });
};
