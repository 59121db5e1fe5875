import { unavailable } from "../../../../kernel/errors.ts";

/** Bytes of wrongly signed bodies that an address may cost us before its next ones take turns, and how fast that is forgotten. */
const free = 8_000_000;
const forgottenPerSecond = 1_000_000;
/** Bodies of suspects that wait for their turn. */
const mostWaiting = 16_000_000;
const mostAddresses = 10_000;

/**
 * Trying a body against every app's secret takes milliseconds of a core for each megabyte. Whoever sent wrongly signed bodies before gets
 * that one after the other; whoever did not, at once. Nobody is refused for it: an address may be shared with Meta by a proxy that was not
 * declared, and a signed body must get through. It is this process's own time that is guarded, so each process keeps its own account.
 */
export const openSuspicion = () => {
  const debts = new Map<string, { bytes: number; at: number }>();
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const debtOf = (key: string, now: number) => {
    const debt = debts.get(key);
    return debt ? Math.max(0, debt.bytes - ((now - debt.at) / 1000) * forgottenPerSecond) : 0;
  };
  return {
    failed: (address: string, bytes: number): void => {
      const [key, now] = [network(address), Date.now()];
      const debt = debtOf(key, now) + bytes;
      if (debts.size >= mostAddresses) debts.clear();
      debts.set(key, { bytes: Math.min(debt, free * 4), at: now });
    },
    isSuspect: (address: string): boolean => debtOf(network(address), Date.now()) > free,
    /** One after the other; beyond what may wait, Meta is asked to deliver again later. */
    inTurn: <T>(bytes: number, work: () => Promise<T>): Promise<T> => {
      if (waiting + bytes > mostWaiting) throw unavailable();
      waiting += bytes;
      const mine = turn.then(work);
      turn = mine
        .catch(() => {})
        .finally(() => {
          waiting -= bytes;
        });
      return mine;
    },
  };
};

/** One holder of an IPv6 network has as many addresses as they like. */
const network = (address: string): string => (address.includes(":") ? address.split(":").slice(0, 4).join(":") : address);
