/**
 * Work that looks for something to do: one round at a time, and once more when somebody asked during it, as what they speak of may have
 * come after it looked. `stop` ends asking and waits for the round under way.
 */
export const rounds = (round: () => Promise<unknown>, failed: (error: unknown) => void) => {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const ask = (): void => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = round()
      .then(() => {}, failed)
      .finally(() => {
        running = undefined;
        if (!again) return;
        again = false;
        ask();
      });
  };
  return {
    ask,
    stop: async (): Promise<void> => {
      stopped = true;
      await running;
    },
  };
};
