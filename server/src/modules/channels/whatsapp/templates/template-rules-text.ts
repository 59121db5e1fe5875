import { type CardPart, examplesOf, type Note, type Part, placeholders } from "./template-shape.ts";

type Format = "POSITIONAL" | "NAMED";
type Sample = { mime: string | null; size: number } | null | undefined;

/** ©, ™ and digits are text; a pictograph, or a sign that asks to be drawn as one, is not. */
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;
const headerMost = 60;
const footerMost = 60;

export const hasEmoji = (text: string) => emoji.test(text);

/** What reviewers are shown in a media header; Meta takes fewer kinds of samples than messages may carry. */
const sampleKinds: Record<string, { mimes: string[]; most: number; says: string }> = {
  IMAGE: { mimes: ["image/jpeg", "image/png"], most: 5_000_000, says: "a JPEG or PNG of at most 5 MB" },
  VIDEO: { mimes: ["video/mp4"], most: 16_000_000, says: "an MP4 of at most 16 MB" },
  DOCUMENT: { mimes: ["application/pdf"], most: 100_000_000, says: "a PDF of at most 100 MB" },
};

export const headerProblems = (field: string, header: Part | CardPart, format: Format, sample: Sample, note: Note) => {
  const kind = header.format ?? "TEXT";
  if (kind === "TEXT") return headerTextProblems(field, header, format, note);
  if (kind === "LOCATION") return;
  const wanted = sampleKinds[kind];
  if (!wanted) return;
  if (!sample) return note(`${field}.sample`, "sample_missing", `Meta's reviewers want to see a sample: ${wanted.says}.`, { kind });
  if (!wanted.mimes.includes(sample.mime ?? "") || sample.size > wanted.most)
    note(`${field}.sample`, "sample_kind", `The sample has to be ${wanted.says}.`, { kind });
};

const headerTextProblems = (field: string, header: Part | CardPart, format: Format, note: Note) => {
  const text = header.text ?? "";
  if (text.trim() === "") return note(`${field}.text`, "text_missing", "Write the header, or leave it out.");
  if (text.length > headerMost)
    note(`${field}.text`, "text_length", `A header has at most ${headerMost} characters.`, { most: headerMost });
  if (/[\r\n]/.test(text)) note(`${field}.text`, "header_line_break", "A header is one line.");
  if (hasEmoji(text)) note(`${field}.text`, "header_emoji", "A header may not have emoji.");
  if (/[*_~`]/.test(text.replace(/\{\{[^}]*\}\}/g, ""))) note(`${field}.text`, "header_formatting", "A header may not have *, _, ~ or `.");
  if (new Set(placeholders(text)).size > 1) note(`${field}.text`, "header_variables", "A header has at most one variable.");
  variableProblems(field, header, format, note);
};

export const bodyProblems = (
  field: string,
  body: Part | CardPart | undefined,
  format: Format,
  most: number,
  needed: boolean,
  note: Note,
) => {
  const text = body?.text ?? "";
  if (!body || text.trim() === "") {
    if (needed || body) note(`${field}.text`, "text_missing", "Write the text of the message.");
    return;
  }
  const at = `${field}.text`;
  if (text.length > most) note(at, "text_length", `The text has at most ${most} characters.`, { most });
  if (/^\s*\{\{/.test(text)) note(at, "variable_first", "The text may not begin with a variable. Put a word before it.");
  if (/\}\}\s*$/.test(text)) note(at, "variable_last", "The text may not end with a variable. Put words after it.");
  if (/\}\}\s*\{\{/.test(text)) note(at, "variables_adjacent", "Two variables may not stand side by side. Put words between them.");
  if (/\n[^\S\n]*\n[^\S\n]*\n/.test(text)) note(at, "blank_lines", "No more than one blank line in a row.");
  if (/\t| {5,}/.test(text)) note(at, "spaces", "No tabs, and no more than four spaces in a row.");
  const used = new Set(placeholders(text)).size;
  const words = text
    .replace(/\{\{[^}]*\}\}/g, " ")
    .split(/\s+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  if (used > 0 && words < used * 2 + 1)
    note(
      at,
      "too_many_variables",
      `${used === 1 ? "One variable" : `${used} variables`} in so short a text: Meta wants more words around them.`,
      {
        count: used,
        words: used * 2 + 1,
      },
    );
  variableProblems(field, body, format, note);
};

/** Their form, their numbers or names, and an example for each. */
const variableProblems = (field: string, part: Part | CardPart, format: Format, note: Note) => {
  const text = part.text ?? "";
  const names = [...new Set(placeholders(text))];
  const rest = text.replace(/\{\{\s*[A-Za-z0-9_]+\s*\}\}/g, "");
  if (/\{\{|\}\}/.test(rest) || names.some((name) => !/^[A-Za-z0-9_]+$/.test(name)))
    return note(`${field}.text`, "variable_braces", "A variable is written {{1}} or {{first_name}}: two braces, one word.");
  if (format === "POSITIONAL" && names.some((name, at) => name !== String(at + 1)))
    return names.every((name) => /^\d+$/.test(name))
      ? note(`${field}.text`, "variable_numbers", "Variables are numbered {{1}}, {{2}}, {{3}} … in the order they appear, without gaps.")
      : note(`${field}.text`, "variable_kind", "This template's variables are numbers: {{1}}, {{2}} …");
  if (format === "NAMED") {
    const wrong = names.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
    if (wrong)
      return note(
        `${field}.text`,
        "variable_names",
        `{{${wrong}}}: a name has lower-case letters, digits and underscores, and begins with a letter.`,
        { name: wrong },
      );
  }
  const examples = examplesOf(part);
  for (const name of names)
    if (!examples[name]?.trim())
      note(`${field}.example.${name}`, "example_missing", `Give an example for {{${name}}}: Meta's reviewers see it.`, { name });
};

export const footerProblems = (footer: Part, note: Note) => {
  const text = footer.text ?? "";
  if (text.trim() === "") return note("footer.text", "text_missing", "Write the footer, or leave it out.");
  if (text.length > footerMost) note("footer.text", "text_length", `A footer has at most ${footerMost} characters.`, { most: footerMost });
  if (placeholders(text).length > 0) note("footer.text", "footer_variables", "A footer has no variables.");
  if (/[\r\n]/.test(text)) note("footer.text", "footer_line_break", "A footer is one line.");
};
