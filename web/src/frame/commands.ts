import { type ReactNode, useEffect, useSyncExternalStore } from "react";

export interface Command {
  id: string;
  label: string;
  run: () => void;
  icon?: ReactNode;
  /** Shown at the end; the key itself is bound with useShortcut. */
  shortcut?: string;
  hint?: string;
  /** More words it is found by. */
  keywords?: string[];
  /** Heading; "On this page" unless given. */
  group?: string;
}

/** A place the palette searches while one types: contacts, conversations. */
export interface SearchSource {
  id: string;
  heading: string;
  search: (query: string, signal: AbortSignal) => Promise<Command[]>;
}

let commands: Command[] = [];
let sources: SearchSource[] = [];
const watchers = new Set<() => void>();
const changed = () => {
  for (const watcher of watchers) watcher();
};
const subscribe = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Adds commands to the palette; call what it returns to take them away. In a component: useCommands. */
export function registerCommands(added: Command[]) {
  commands = [...added, ...commands];
  changed();
  return () => {
    commands = commands.filter((each) => !added.includes(each));
    changed();
  };
}

/** Commands for as long as the component is there: `useCommands(() => [...], [conversation.id])`. */
export function useCommands(make: () => Command[], deps: unknown[]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names them, as with useEffect
  useEffect(() => registerCommands(make()), deps);
}

export function registerSearch(source: SearchSource) {
  sources = [...sources.filter((each) => each.id !== source.id), source];
  changed();
  return () => {
    sources = sources.filter((each) => each !== source);
    changed();
  };
}

export const useRegisteredCommands = () => useSyncExternalStore(subscribe, () => commands);
export const useSearchSources = () => useSyncExternalStore(subscribe, () => sources);
