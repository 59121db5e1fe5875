import { useCallback, useState } from "react";
import type { Rule } from "./rule.ts";

export interface Draft {
  name: string;
  description: string;
  rule: Rule;
}

/** What one is editing, with every step back. Changes of the same part within a moment are one step: typing is not undone letter by letter. */
export function useDraft(saved: Draft) {
  const [{ now, past }, set] = useState<{ now: Draft; past: Draft[]; at: number; part: string }>({ now: saved, past: [], at: 0, part: "" });
  const change = useCallback((part: Partial<Draft>) => {
    set((before) => {
      const moment = Date.now();
      const touched = Object.keys(part).join();
      const same = touched !== "rule" && touched === before.part && moment - before.at < 600;
      return {
        now: { ...before.now, ...part },
        past: same ? before.past : [...before.past.slice(-99), before.now],
        at: moment,
        part: touched,
      };
    });
  }, []);
  const undo = useCallback(() => {
    set((before) =>
      before.past.length === 0 ? before : { now: before.past.at(-1) as Draft, past: before.past.slice(0, -1), at: 0, part: "" },
    );
  }, []);
  const reset = useCallback((to: Draft) => set({ now: to, past: [], at: 0, part: "" }), []);
  const changed = JSON.stringify(now) !== JSON.stringify(saved);
  return { draft: now, change, undo, canUndo: past.length > 0, reset, changed };
}
