export type Clock = ReturnType<typeof startClock>;

/**
 * All waiting in the sandbox (delays, retry gaps, rate limits, lifetimes of links) passes `scale` times faster than on the
 * wall. Timestamps on the wire and the 24-hour window stay on the wall clock, for the server compares them with its own.
 */
export const startClock = (scale = 1) => {
  const timers = new Map<NodeJS.Timeout, () => void>();
  const started = performance.now();
  let busy = 0;
  let stopped = false;
  let waiting: (() => void)[] = [];

  const settle = () => {
    busy -= 1;
    if (busy > 0) return;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };

  /** Counts as in flight until it is done. */
  const track = async <T>(work: Promise<T>): Promise<T> => {
    busy += 1;
    try {
      return await work;
    } finally {
      // A turn later, so that work which starts more work never looks idle in between.
      setImmediate(settle);
    }
  };

  const wait = (ms: number): Promise<boolean> =>
    new Promise((resolve) => {
      if (stopped) return resolve(false);
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve(!stopped);
      }, ms / scale);
      timers.set(timer, () => resolve(false));
    });

  return {
    track,
    /** Milliseconds of sandbox time since the start. */
    elapsed: () => (performance.now() - started) * scale,
    stopped: () => stopped,
    /** Answers after `ms` of sandbox time whether to go on: false means that the sandbox was stopped. */
    wait,
    /** Runs `job` after `ms` of sandbox time, never after the stop. */
    after: (ms: number, job: () => unknown) => track(wait(ms).then((goOn) => (goOn ? job() : undefined))).then(() => undefined),
    /** Runs `job` again and again without counting as in flight between the runs; the answer ends it. */
    every: (ms: number, job: () => unknown) => {
      const timer = setInterval(job, ms / scale);
      timers.set(timer, () => {});
      return () => {
        clearInterval(timer);
        timers.delete(timer);
      };
    },
    idle: () => new Promise<void>((resolve) => (busy === 0 ? resolve() : waiting.push(resolve))),
    stop: () => {
      stopped = true;
      for (const [timer, giveUp] of timers) {
        clearTimeout(timer);
        giveUp();
      }
      timers.clear();
    },
  };
};
