import { useEffect, useRef } from "react";
import { type LiveEvent, useLive } from "../api/live.ts";

/**
 * Calls `refresh` after events that matter, at most once in `everyMs`: a busy inbox must not fetch a list for each message.
 * The last event is never lost.
 */
export function useRefresh(matters: (event: LiveEvent) => boolean, refresh: () => void, everyMs = 1500) {
  const latest = useRef(refresh);
  latest.current = refresh;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive((event) => {
    if (!matters(event) || timer.current) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        last.current = Date.now();
        latest.current();
      },
      Math.max(0, last.current + everyMs - Date.now()),
    );
  });
}

export const isAbout = (event: LiveEvent, ...areas: string[]) => areas.some((area) => event.name.startsWith(`${area}.`));
