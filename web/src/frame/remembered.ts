import { useState } from "react";

/** A preference kept in this browser, such as a folded rail. Nothing personal goes here. */
export function useRemembered<Value extends string>(name: string, initial: Value) {
  const key = `candor.${name}`;
  const [value, setValue] = useState<Value>(() => {
    try {
      return (localStorage.getItem(key) as Value | null) ?? initial;
    } catch {
      return initial;
    }
  });
  const remember = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Storage is blocked: the choice lasts for this page.
    }
  };
  return [value, remember] as const;
}
