import { digitsOf, type World } from "../world.ts";
import type { PersonaName } from "./personas.ts";
import type { Language } from "./phrases.ts";

export type Customer = {
  /** Digits with country code; absent for people who are known by username alone. */
  phone?: string;
  /** The business-scoped user id, such as `GB.10000000000000000001`. */
  userId: string;
  name: string;
  username?: string;
  persona: PersonaName;
  language: Language;
  /** Read receipts; without them no `read` status ever comes. */
  receipts: boolean;
  /** Reads at once, so that Meta sends `read` without `delivered`. */
  readsAtOnce: boolean;
  /** Every message to this person fails with this code, by status. */
  failWith?: number;
  stoppedMarketing: boolean;
};

export type NewCustomer = Pick<Customer, "userId" | "name"> & Partial<Omit<Customer, "userId" | "name">>;

/** People answer by default; persona "silent" reads and never writes, for tests that count. */
export const addCustomer = (world: World, given: NewCustomer): Customer => {
  if (!/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(given.userId)) throw new Error(`not a user id: ${given.userId}`);
  const customer: Customer = {
    persona: "regular",
    language: "en",
    receipts: true,
    readsAtOnce: false,
    stoppedMarketing: false,
    ...given,
    phone: given.phone ? digitsOf(given.phone) : undefined,
  };
  world.customers.set(customer.userId, customer);
  if (customer.phone) world.byPhone.set(customer.phone, customer);
  return customer;
};

/** By user id, or by phone in any writing. */
export const findCustomer = (world: World, who: string): Customer | undefined => {
  const byId = world.customers.get(who);
  if (byId || who.includes(".")) return byId;
  const digits = digitsOf(who);
  const remembered = world.byPhone.get(digits);
  if (remembered?.phone === digits && world.customers.get(remembered.userId) === remembered) return remembered;
  // Phones may be changed on the customer at any time, so what is remembered is only a short cut past this walk.
  for (const customer of world.customers.values()) {
    if (customer.phone !== digits) continue;
    world.byPhone.set(digits, customer);
    return customer;
  }
  return undefined;
};

export const customerOf = (world: World, who: Customer | string): Customer => {
  const customer = typeof who === "string" ? findCustomer(world, who) : who;
  if (!customer) throw new Error(`the sandbox has no customer ${String(who)}`);
  return customer;
};
