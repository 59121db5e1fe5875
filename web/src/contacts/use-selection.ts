import { useRef, useState } from "react";

export interface Selection {
  ids: ReadonlySet<string>;
  /** All that match, also those not loaded. */
  all: boolean;
  has: (id: string) => boolean;
  state: boolean | "indeterminate";
  /** `range`: from the one touched last to this one. */
  toggle: (id: string, range: boolean) => void;
  extend: (from: string, to: string) => void;
  loaded: () => void;
  everybody: () => void;
  clear: () => void;
}

/** Who is chosen in a list; it is forgotten when the list asks something else (`asked`). */
export function useSelection(loaded: string[], asked: string): Selection {
  const [chosen, setChosen] = useState<{ asked: string; ids: ReadonlySet<string>; all: boolean }>({ asked, ids: new Set(), all: false });
  const touched = useRef<string>(undefined);
  const { ids, all } = chosen.asked === asked ? chosen : { ids: new Set<string>() as ReadonlySet<string>, all: false };
  const set = (next: Iterable<string>) => setChosen({ asked, ids: new Set(next), all: false });
  const between = (from: string, to: string) => {
    const [a, b] = [loaded.indexOf(from), loaded.indexOf(to)].sort((x, y) => x - y) as [number, number];
    return a < 0 ? [to] : loaded.slice(a, b + 1);
  };
  const has = (id: string) => all || ids.has(id);
  return {
    ids,
    all,
    has,
    state: all || (loaded.length > 0 && loaded.every((id) => ids.has(id))) ? true : ids.size > 0 ? "indeterminate" : false,
    toggle: (id, range) => {
      const from = touched.current;
      touched.current = id;
      if (range && from !== undefined && from !== id) return set([...ids, ...between(from, id)]);
      // One taken out of "all that match" leaves those that are loaded.
      const next = new Set(all ? loaded : ids);
      if (!next.delete(id)) next.add(id);
      set(next);
    },
    extend: (from, to) => {
      touched.current = to;
      set([...ids, ...between(from, to)]);
    },
    loaded: () => set(loaded),
    everybody: () => setChosen({ asked, ids: new Set(), all: true }),
    clear: () => {
      touched.current = undefined;
      set([]);
    },
  };
}
