import type { NewCustomer } from "../customers/customer.ts";
import type { PersonaName } from "../customers/personas.ts";
import type { Language } from "../customers/phrases.ts";

export type DemoCustomer = NewCustomer & { key: string; persona: PersonaName; language: Language };

type Row = [name: string, at: string, persona?: PersonaName, language?: Language, username?: string];

/** `at` names the range of numbers reserved for fiction: uk, us, au. A bare country has a username and no phone. */
const rows: Row[] = [
  ["Amara Okafor", "uk", "chatty"],
  ["Bruno Teixeira", "uk", "visual", "pt"],
  ["Mei Tanaka", "JP", "regular", "ja", "mei.tanaka"],
  ["Noor Haddad", "uk", "wholesale"],
  ["Siân Llewellyn", "uk", "chatty"],
  ["José Ángel Muñoz", "us", "regular", "es"],
  ["Zoë van den Berg", "uk", "visual"],
  ["أحمد الفارسي", "uk", "regular", "ar"],
  ["田中 陽子", "us", "regular", "ja"],
  ["Łukasz Wójcik", "uk", "brief"],
  ["Chloé Lefèvre", "uk", "regular", "fr"],
  ["Jürgen Weiß", "us", "brief", "de"],
  ["Ngozi Adeyemi", "uk", "chatty"],
  ["Ravi Krishnan", "us", "wholesale"],
  ["Priya Nair", "uk", "regular"],
  ["Thảo Nguyễn", "us", "visual"],
  ["Oisín Ó Briain", "uk", "regular"],
  ["Kateřina Dvořáková", "uk", "regular"],
  ["Marta Kowalska", "GB", "chatty", "en", "marta.k"],
  ["Diego Ramírez", "us", "regular", "es"],
  ["Fatima Zahra El Amrani", "MA", "regular", "fr", "fz.elamrani"],
  ["Søren Østergaard", "uk", "brief"],
  ["Aroha Ngata", "au", "visual"],
  ["Liam Walker", "au", "regular"],
  ["Olga Petrova", "us", "regular"],
  ["Giulia Rossi", "IT", "visual", "en", "giulia.rossi"],
  ["Emre Yılmaz", "uk", "regular"],
  ["Sibusiso Dlamini", "uk", "regular"],
  ["Hannah Cohen", "us", "chatty"],
  ["Tom Pritchard", "uk", "brief"],
  ["Beatriz Souza", "BR", "chatty", "pt", "bia.souza"],
  ["Café Lumière", "uk", "wholesale", "fr"],
  ["The Corner Deli", "uk", "wholesale"],
  ["Ines Carvalho", "us", "regular", "pt"],
  ["Yusuf Demir", "uk", "regular"],
  ["Wei Chen", "us", "brief"],
  ["ليلى منصور", "us", "chatty", "ar"],
  ["Gwen Parry", "uk", "regular"],
  ["Matteo Conti", "uk", "visual"],
  ["Ayesha Siddiqui", "uk", "regular"],
  ["佐藤 健", "JP", "brief", "ja", "sato.ken"],
  ["Anna-Lena Müller", "DE", "regular", "de", "annalena.m"],
  ["Callum MacLeod", "uk", "regular"],
  ["Rosa Delgado", "us", "visual", "es"],
  ["Kwame Mensah", "uk", "regular"],
  ["Élodie Marchand", "uk", "chatty", "fr"],
  ["Isla Fraser", "uk", "brief"],
  ["Henrik Lindqvist", "us", "regular"],
  ["Siobhán Kelly", "uk", "chatty"],
  ["Arjun Mehta", "us", "regular"],
  ["Lucía Fernández", "ES", "visual", "es", "lucia.fdez"],
  ["Jack Thompson", "au", "regular"],
  ["Mia Robinson", "au", "chatty"],
  ["Dmytro Shevchenko", "uk", "regular"],
  ["Nia Roberts", "uk", "regular"],
  ["Harbour Street Bakery", "us", "wholesale"],
  ["Omar Khalid", "uk", "regular", "ar"],
  ["Freya Johansen", "uk", "visual"],
  ["Pedro Alves", "PT", "regular", "pt", "pedro.alves"],
  ["Grace Achieng", "uk", "regular"],
];

const australian = ["61491570006", "61491570156", "61491570157", "61491570158", "61491570159"];

export const demoCustomers: DemoCustomer[] = rows.map(([name, at, persona = "regular", language = "en", username], index) => {
  const phone =
    at === "uk"
      ? `447700900${100 + index * 7}`
      : at === "us"
        ? `12025550${100 + index}`
        : at === "au"
          ? australian[rows.slice(0, index).filter((row) => row[1] === "au").length]
          : undefined;
  const country = phone ? at.toUpperCase().replace("UK", "GB") : at;
  const userId = `${country}.${10000000000000000000n + BigInt(index + 1)}`;
  return {
    key: name,
    name,
    userId,
    persona,
    language,
    ...(phone ? { phone } : {}),
    ...(username ? { username } : {}),
  };
});

export const demoCustomer = (key: string): DemoCustomer => {
  const found = demoCustomers.find((one) => one.key === key);
  if (!found) throw new Error(`nobody called ${key} in the demo`);
  return found;
};
