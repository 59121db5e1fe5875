import { useEffect, useState } from "react";
import { type Arrival, type ArrivalFilter, arrivalsOf } from "./arrivals.ts";

const most = 200;

/** What arrived lately and what arrives, newest first. While paused nothing is fetched; going on begins with what is the newest then. */
export function useArrivals({ name, keyId, bots }: ArrivalFilter, paused: boolean) {
  const [arrivals, setArrivals] = useState<Arrival[]>();
  const [skipped, setSkipped] = useState(0);
  const [error, setError] = useState<unknown>();
  const [turn, setTurn] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another try
  useEffect(() => {
    if (paused) return;
    const controller = new AbortController();
    const query = new URLSearchParams({ bots, ...(name ? { name } : {}), ...(keyId ? { keyId } : {}) });
    const add = (fresh: Arrival[]) =>
      setArrivals((before) => {
        const known = new Set(before?.map((each) => each.id));
        return [...fresh.filter((each) => !known.has(each.id)), ...(before ?? [])].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, most);
      });
    setArrivals(undefined);
    setSkipped(0);
    setError(undefined);
    // Heard first, then read: nothing falls between the two.
    const source = new EventSource(`/api/v1/events/live?${query}`);
    source.onmessage = (message) => add([JSON.parse(message.data) as Arrival]);
    source.addEventListener("skipped", (message) => setSkipped((count) => count + Number((message as MessageEvent<string>).data)));
    arrivalsOf({ name, keyId, bots }, controller.signal).then(
      ({ items }) => add(items),
      (failure) => !controller.signal.aborted && setError(failure),
    );
    return () => {
      controller.abort();
      source.close();
    };
  }, [name, keyId, bots, paused, turn]);

  return { arrivals, skipped, error, retry: () => setTurn((before) => before + 1) };
}
