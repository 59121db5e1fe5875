/**
 * People first: work in the background asks here before each of its statements and goes on at once where nobody waits for an answer, else
 * when the last of them has it, and in any case after `patienceMs`. On two busy cores a page of the inbox took three times as long without.
 */
export const courtesy = (patienceMs = 40) => {
  let people = 0;
  let waiting: (() => void)[] = [];
  const letGo = () => {
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  return {
    enter: (): void => {
      people += 1;
    },
    leave: (): void => {
      people -= 1;
      if (people === 0) letGo();
    },
    afterYou: (): Promise<void> | undefined => {
      if (people === 0) return undefined;
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, patienceMs);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
};

export type Courtesy = ReturnType<typeof courtesy>;
