/** At most `most` at once; who comes later waits in order. `leave` lets the next one in. */
export const slots = (most: number) => {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    enter: async (): Promise<void> => {
      if (taken < most) {
        taken += 1;
        return;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave: (): void => {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    },
  };
};

export type Slots = ReturnType<typeof slots>;
