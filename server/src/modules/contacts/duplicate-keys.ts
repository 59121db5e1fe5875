import type { ReasonKind } from "./duplicate.api.ts";
import type { FieldDefinition } from "./fields.ts";
import { matchKey } from "./match-key.ts";
import { readPhone } from "./phone.ts";

/** What a person is known by, as far as it can be compared. */
export type Known = {
  name: string;
  company: string | null;
  country: string | null;
  identities: { kind: string; value: string }[];
  addresses: { postalCode: string | null; lines: string; city: string | null }[];
  /** Values of the organization's own fields of the types phone, email and date. */
  values: { field: FieldDefinition; value: string }[];
};
/** `kind` is the reason two contacts share it; a claim is what a browser said without proof. */
export type Key = { kind: ReasonKind; text: string; claimed: boolean };

/** How much each reason says by itself: together they say more than each, and never everything. */
const weights: Record<ReasonKind, number> = {
  seen_together: 90,
  same_phone: 90,
  same_email: 90,
  same_user_id: 90,
  claimed_email: 75,
  claimed_phone: 70,
  name_and_address: 60,
  name_and_birthday: 60,
  name_and_digits: 55,
  name_and_company: 50,
  name_and_domain: 50,
  last_digits: 40,
};
export const strongFrom = 70;

export const scoreOf = (reasons: ReasonKind[]): number =>
  Math.min(99, Math.round(100 * (1 - reasons.reduce((rest, reason) => rest * (1 - weights[reason] / 100), 1))));

export const byWeight = (one: ReasonKind, other: ReasonKind) => weights[other] - weights[one] || (one < other ? -1 : 1);

/** The keys under which a person meets others. Of a retired identity there is none: a number can be somebody else's by now. */
export const keysOf = (known: Known): Key[] => {
  const phones = [
    ...known.identities.flatMap(({ kind, value }) => (kind === "phone" ? [{ digits: matchKey("phone", value), claimed: false }] : [])),
    ...known.identities.flatMap(({ kind, value }) =>
      kind === "claimed_phone" ? [{ digits: matchKey("phone", value), claimed: true }] : [],
    ),
    ...known.values.flatMap(({ field, value }) => {
      const digits = field.type === "phone" ? readPhone(value, known.country) : null;
      return digits === null ? [] : [{ digits: matchKey("phone", digits), claimed: false }];
    }),
  ].filter(({ digits }) => digits.length >= 6);
  const emails = [
    ...known.identities.flatMap(({ kind, value }) =>
      kind === "email" || kind === "claimed_email" ? [{ address: value, claimed: kind !== "email" }] : [],
    ),
    ...known.values.flatMap(({ field, value }) => (field.type === "email" ? [{ address: value, claimed: false }] : [])),
  ]
    .map(({ address, claimed }) => ({ address: mailbox(address), claimed }))
    .filter(({ address }) => !offices.has(address.split("@")[0] ?? ""));
  const name = personKey(known.name);
  const keys: Key[] = [
    ...phones.map(({ digits, claimed }): Key => ({ kind: "same_phone", text: digits, claimed })),
    ...phones.flatMap(({ digits, claimed }): Key[] =>
      digits.length >= 9 ? [{ kind: "last_digits", text: digits.slice(-9), claimed }] : [],
    ),
    ...emails.map(({ address, claimed }): Key => ({ kind: "same_email", text: address, claimed })),
    ...known.identities.flatMap(({ kind, value }): Key[] =>
      kind === "external_id" || kind === "whatsapp_user_id" ? [{ kind: "same_user_id", text: `${kind} ${value}`, claimed: false }] : [],
    ),
  ];
  return name === null ? keys : [...keys, ...namedKeys(name, known, phones, emails)];
};

const namedKeys = (
  name: string,
  known: Known,
  phones: { digits: string; claimed: boolean }[],
  emails: { address: string; claimed: boolean }[],
): Key[] => [
  ...(known.company && fold(known.company) !== ""
    ? [{ kind: "name_and_company" as const, text: `${name}|${fold(known.company)}`, claimed: false }]
    : []),
  ...known.addresses.flatMap(({ postalCode, lines, city }): Key[] => {
    const place = postalCode ? fold(postalCode) : lines && city ? `${fold(lines)} ${fold(city)}` : "";
    return place === "" ? [] : [{ kind: "name_and_address", text: `${name}|${place}`, claimed: false }];
  }),
  ...phones.map(({ digits, claimed }): Key => ({ kind: "name_and_digits", text: `${name}|${digits.slice(-7)}`, claimed })),
  ...emails.flatMap(({ address, claimed }): Key[] => {
    const domain = address.split("@").at(-1) ?? "";
    return domain === "" || everybodys.has(domain) ? [] : [{ kind: "name_and_domain", text: `${name}|${domain}`, claimed }];
  }),
  ...known.values.flatMap(({ field, value }): Key[] =>
    field.type === "date" && field.category === "user.demographic"
      ? [{ kind: "name_and_birthday", text: `${name}|${field.key}|${value}`, claimed: false }]
      : [],
  ),
];

/** Accents, case, punctuation and the order of names do not matter; a single letter is no name. */
const personKey = (name: string): string | null => {
  const words = fold(name).split(" ").filter(Boolean).sort();
  const key = words.join(" ");
  return key.length < 3 ? null : key;
};

const fold = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The box an address leads to: what stands behind a plus is the reader's own sorting, and Gmail does not see dots. */
const mailbox = (address: string): string => {
  const [local = "", domain = ""] = address.trim().toLowerCase().split("@");
  const box = local.split("+")[0] ?? local;
  return domain === "gmail.com" || domain === "googlemail.com" ? `${box.replaceAll(".", "")}@gmail.com` : `${box}@${domain}`;
};

/** Boxes of a house, not of a person. */
const offices = new Set(
  "info accounts accounting billing invoice invoices invoicing office sales contact hello hi admin support orders order shop team mail reception enquiries inquiries service hr jobs press noreply no-reply kontakt buchhaltung rechnung contacto ventas contato vendas".split(
    " ",
  ),
);

/** Where anybody has an address: sharing it says nothing. */
const everybodys = new Set(
  (
    "gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.com.br ymail.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de outlook.com outlook.de " +
    "live.com live.co.uk msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com " +
    "proton.me protonmail.com pm.me tutanota.com orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it uol.com.br bol.com.br terra.com.br qq.com 163.com " +
    "126.com naver.com daum.net rediffmail.com btinternet.com comcast.net verizon.net att.net zoho.com hey.com fastmail.com example.com"
  ).split(" "),
);
