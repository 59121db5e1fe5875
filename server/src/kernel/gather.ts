/**
 * Turns many small calls into few large ones: what comes while a run is under way is given to the next run together. Nobody waits for
 * others to come, so a single call is as quick as without. When a run of several fails, each is tried by itself, so that one bad item
 * fails alone.
 *
 * `run` answers one result per item, in order.
 */
export const gather = <T, R>(run: (items: T[]) => Promise<R[]>, most = 200): ((item: T) => Promise<R>) => {
  type Waiting = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = false;

  const attempt = async (batch: Waiting[]): Promise<void> => {
    try {
      const results = await run(batch.map((one) => one.item));
      for (const [at, one] of batch.entries()) one.resolve(results[at] as R);
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) return only.reject(error);
      for (const one of batch) await attempt([one]);
    }
  };
  const work = async () => {
    running = true;
    // Calls of the same turn of the event loop belong together, the first one too.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await attempt(batch);
    }
    running = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!running) void work();
    });
};
