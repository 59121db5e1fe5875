const regions =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW".split(
    " ",
  );

/** Time zone -> country, from the zone table every Node carries (Unicode CLDR); a zone several countries share belongs to the first to list it as its own. */
const countryByZone = new Map<string, string>();
let ready = false;
const build = () => {
  const sharing = new Map<string, string[]>();
  for (const region of regions) {
    const zones = (new Intl.Locale(`und-${region}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined }).getTimeZones?.() ?? [];
    for (const zone of zones) sharing.set(zone, [...(sharing.get(zone) ?? []), region]);
  }
  for (const [zone, [only, more]] of sharing) if (only && !more) countryByZone.set(zone, only);
  ready = true;
};

export type GuessedPlace = { timeZone: string | null; language: string | null; country: string | null };

/**
 * Where somebody roughly is, by what the browser says of itself: the country of its time zone, else the one its language names (en-GB). No
 * address is looked up, and travellers and people who set their clock by hand are placed wrongly; whoever shows it says so.
 */
export const guessPlace = (zone: unknown, locale: unknown): GuessedPlace => {
  if (!ready) build();
  const timeZone = typeof zone === "string" && /^[A-Za-z0-9_+/-]{1,60}$/.test(zone) ? zone : null;
  const language =
    typeof locale === "string" && /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$/.test(locale) ? locale.replaceAll("_", "-") : null;
  const region =
    language
      ?.split("-")
      .slice(1)
      .find((part) => /^[A-Z]{2}$/.test(part)) ?? null;
  return { timeZone, language, country: (timeZone && countryOf(timeZone)) ?? region };
};

/** Browsers and Node disagree on spellings (Asia/Kolkata, Asia/Calcutta): what the table lacks is asked for under its canonical name. */
const countryOf = (zone: string): string | null => {
  const known = countryByZone.get(zone);
  if (known !== undefined) return known;
  try {
    const found = countryByZone.get(new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone) ?? null;
    if (found) countryByZone.set(zone, found);
    return found;
  } catch {
    return null;
  }
};
