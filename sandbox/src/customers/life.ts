import type { Delivery } from "../webhooks/deliver.ts";
import type { World } from "../world.ts";
import { planOpener } from "./plan.ts";
import { customerSends } from "./sends.ts";

/** Now and then one of the people who are not silent writes on their own. Answers how to stop it. */
export const startLife = (world: World, delivery: Delivery, everySeconds: number): (() => void) => {
  const random = world.random("life");
  return world.clock.every(everySeconds * 1000, () => {
    const numbers = [...world.numbers.values()];
    const people = [...world.customers.values()].filter((customer) => customer.persona !== "silent");
    if (numbers.length === 0 || people.length === 0) return;
    const customer = random.pick(people);
    customerSends(world, delivery, random.pick(numbers).phoneNumberId, customer, planOpener(customer, random));
  });
};
