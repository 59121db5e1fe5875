/** Lists the browser knows: no data of ours to keep up to date. Made once per language. */
const made = new Map<string, { value: string; label: string }[]>();
const once = (key: string, make: () => { value: string; label: string }[]) => {
  const list = made.get(key) ?? make();
  made.set(key, list);
  return list;
};

const naming = new Map<string, Intl.DisplayNames>();
export function nameOf(type: "language" | "region", code: string, language: string): string {
  const key = `${type} ${language}`;
  const names = naming.get(key) ?? new Intl.DisplayNames(language, { type });
  naming.set(key, names);
  try {
    return names.of(code.replace("_", "-")) ?? code;
  } catch {
    // Not a code the standard knows: shown as it came.
    return code;
  }
}

const named = (type: "language" | "region", codes: string[], language: string) =>
  codes.map((value) => ({ value, label: nameOf(type, value, language) })).sort((a, b) => a.label.localeCompare(b.label, language));

const withOwn = (list: { value: string; label: string }[], own: string | null, label: string) =>
  own && !list.some((each) => each.value === own) ? [{ value: own, label }, ...list] : list;

/** Languages WhatsApp templates come in, without their regions. */
const spoken =
  "af sq ar az bn bg ca zh hr cs da nl en et fil fi fr ka de el gu ha he hi hu id ga it ja kn kk rw ko ky lo lv lt mk ms ml mr nb fa pl pt pa ro ru sr sk sl es sw sv ta te th tr uk ur uz vi zu".split(
    " ",
  );
export const tongues = (language: string, own: string | null) =>
  withOwn(
    once(`tongues ${language}`, () => named("language", spoken, language)),
    own,
    own ? nameOf("language", own, language) : "",
  );

/** Every two letters that are a country's own code: aliases (UK) and groups (EU, UN) are left out. */
export const regions = (language: string, own: string | null) =>
  withOwn(
    once(`regions ${language}`, () => {
      const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
      const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
      const codes = letters
        .flatMap((first) => letters.map((second) => first + second))
        .filter((code) => !["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"].includes(code))
        .filter((code) => english.of(code) && new Intl.Locale("und", { region: code }).maximize().region === code)
        .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`);
      return named("region", codes, language);
    }),
    own,
    own ? nameOf("region", own, language) : "",
  );

export const zones = (_language: string, own: string | null) =>
  withOwn(
    once("zones", () => Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value.replaceAll("_", " ") }))),
    own,
    own ?? "",
  );
