import { chatOf, type PhoneNumber, type World } from "../world.ts";
import { pairRate, throughput } from "./error.ts";

/** To one person: one message per six seconds, bursts up to 45 borrowed from later. */
export const takePairAllowance = (world: World, number: PhoneNumber, person: string): void => {
  const { allowance } = chatOf(world, number, person);
  const now = world.clock.elapsed();
  allowance.left = Math.min(45, allowance.left + (now - allowance.at) / 6000);
  allowance.at = now;
  if (allowance.left < 1) {
    throw pairRate("Too many messages sent from this number to the same number in a short time.");
  }
  allowance.left -= 1;
};

/** Messages of one number in any second, in and out together. */
export const takeThroughput = (world: World, number: PhoneNumber): void => {
  const now = countThroughput(world, number);
  if (number.recent.length >= number.throughput) {
    throw throughput("Cloud API message throughput has been reached.", 429);
  }
  number.recent.push(now);
};

export const countThroughput = (world: World, number: PhoneNumber, messages = 0): number => {
  const now = world.clock.elapsed();
  const fresh = number.recent.findIndex((at) => at > now - 1000);
  number.recent.splice(0, fresh < 0 ? number.recent.length : fresh);
  for (let i = 0; i < messages; i += 1) number.recent.push(now);
  return now;
};
