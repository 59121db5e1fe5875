import type { FieldDefinition } from "../contacts/index.ts";
import { isSupportedPhoneShape, looksLikeEmail } from "./import-shape.ts";

/** Words by which heads of columns tell what is in them; folded (no case, no accents, nothing but letters). Whole words first. */
const words: [target: string, pattern: RegExp][] = [
  ["id", /^(contact ?)?id$/],
  ["consent_proof", /(consent|opt ?in).*(proof|text|wording)|einwilligungstext|texto (del? )?consent/],
  ["consent_source", /(consent|opt ?in).*(source|where|form)/],
  ["consent_date", /(consent|opt ?in).*(date|at|time)|fecha (del? )?consent|data (do )?consent/],
  ["consent", /consent|opt ?in|newsletter|marketing ok|einwilligung|zustimmung|consentimiento|consentimento|abonne|الموافقه|موافقه/],
  [
    "first_name",
    /^(first|given|fore) ?name$|^vorname$|^prenom$|^nombre de pila$|^primeiro nome$|^nome proprio$|^voornaam$|^imie$|^imya$|^имя$|^الاسم الاول$/,
  ],
  [
    "last_name",
    /^(last|family|sur) ?name$|^nachname$|^familienname$|^nom de famille$|^apellidos?$|^sobrenome$|^cognome$|^achternaam$|^nazwisko$|^фамилия$|^اسم العائله$|^الاسم الاخير$/,
  ],
  ["email", /^e ?mails?( ?address(es)?| ?adresse| ?\d)?$|mail$|^correo|^courriel|^posta elettronica|^البريد/],
  [
    "phone",
    /^(tele)?(ph|f)one?s?( ?(number|no|nr|\d))?$|phone|^mobile|^mobil|handy|whats ?app|^cell|telefon|^tel( ?\d)?$|^fon$|^celular|^movil|^portable|^cellulare|^numero|^телефон|الهاتف|^هاتف|جوال|^موبايل|واتس/,
  ],
  [
    "company",
    /^company( ?name)?$|^organi[sz]ation$|^firm(a|en)?( ?name)?$|^unternehmen$|^empresa$|^societe$|^entreprise$|^azienda$|^bedrijf$|^компания$|^الشركه$/,
  ],
  ["country", /^country( ?code)?$|^land$|^pais$|^pays$|^paese$|^kraj$|^страна$|^(الدوله|البلد)$/],
  ["language", /^lang(uage)?$|^locale$|^sprache$|^idioma$|^langue$|^lingua$|^язык$|^اللغه$/],
  ["time_zone", /^time ?zone$|^zeitzone$|^zona horaria$|^fuso/],
  ["stage", /^(lifecycle ?)?stage$|^phase$|^etapa$|^etape$|^fase$|^المرحله$/],
  ["owner", /^(contact ?)?owner$|^assignee$|^besitzer$|^betreuer$|^propietario$|^responsable$|^responsavel$|^المسؤول$/],
  ["tags", /^(tags?|labels?|etiquetas?|schlagworte?|etiquettes?|etichette|kategorien?|الوسوم|وسوم)$/],
  [
    "name",
    /^(full ?)?name$|^(display|contact|customer) ?name$|^kunde$|^kontakt$|^nombre( completo)?$|^nome( completo)?$|^nom( complet)?$|^naam$|^имя клиента$|^фио$|^(ال)?اسم( الكامل)?$/,
  ],
];

/** Letters and digits only, without accents: "E-Mail-Adresse" -> "e mail adresse". Marks of Arabic go, its letters meet in one spelling. */
export const foldHeader = (name: string) =>
  name
    .replace(/ \(\d+\)$/, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ة", "ه")
    .replace(/[أإآ]/g, "ا")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** One guess for each column; what only one column can be is given to the first. */
export const guessColumns = (names: string[], samples: string[][], fields: FieldDefinition[]): (string | null)[] => {
  const given = new Set<string>();
  return names.map((name, at) => {
    const guess = guessColumn(name, samples[at] ?? [], fields);
    if (guess === null || (given.has(guess) && !several.has(guess))) return null;
    given.add(guess);
    return guess;
  });
};
const several = new Set(["phone", "email", "tags"]);

const everybodys = new Set("id|name|company|phone|e mail|email|language|country|time zone|stage|owner|tags".split("|"));

const guessColumn = (name: string, samples: string[], fields: FieldDefinition[]): string | null => {
  const folded = foldHeader(name);
  const exact = fields.find((field) => !field.archived && `fields.${field.key}` === name);
  if (exact) return `fields.${exact.key}`;
  const own = fields.find((field) => !field.archived && (foldHeader(field.name) === folded || field.key === folded.replaceAll(" ", "_")));
  // One's own field called like something every contact has stands in files by its key, as our export writes it.
  if (own && !everybodys.has(folded)) return `fields.${own.key}`;
  const written = samples.filter((sample) => sample.trim() !== "");
  for (const [target, pattern] of words) {
    if (!pattern.test(folded)) continue;
    if (target === "phone" && written.length > 0 && written.every(looksLikeEmail)) return "email";
    // "Customer number", "Order no.": what reads like a phone's head but holds none.
    if (target === "phone" && written.length > 0 && !written.some(isSupportedPhoneShape)) return null;
    if (target === "id" && !written.every((sample) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sample))) return null;
    return target;
  }
  if (written.length > 0 && written.every(looksLikeEmail)) return "email";
  if (written.length > 0 && written.every((sample) => /^\+\d[\d\s().-]{6,}$/.test(sample.trim()))) return "phone";
  return null;
};
