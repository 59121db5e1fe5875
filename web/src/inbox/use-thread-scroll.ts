import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Row } from "./thread-rows.ts";

/** Where each thread was left, counted from its end. */
const places = new Map<string, number>();
const near = 48;

export function useThreadScroll({
  conversationId,
  loaded,
  rows,
  target,
  hasOlder,
  onOlder,
  hasNewer,
  onNewer,
}: {
  conversationId: string;
  loaded: boolean;
  rows: Row[];
  target: string | undefined;
  hasOlder: boolean;
  onOlder: () => void;
  hasNewer: boolean;
  onNewer: () => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [flash, setFlash] = useState<string>();
  const [unseen, setUnseen] = useState(0);
  const before = useRef({ newest: "", height: 0, count: 0 });

  const show = (messageId: string): boolean => {
    const element = scroller.current?.querySelector(`[data-message="${CSS.escape(messageId)}"]`);
    if (!element) return false;
    element.scrollIntoView({ block: "center" });
    setFlash(messageId);
    setTimeout(() => setFlash((now) => (now === messageId ? undefined : now)), 1800);
    return true;
  };
  const toEnd = () => scroller.current?.scrollTo({ top: 0 });

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = places.get(conversationId) ?? 0;
  }, [conversationId]);

  // What comes below while one reads further up must not push that away. Own messages are always shown.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const last = rows.at(-1);
    const newest = last?.key ?? "";
    const { height, newest: known, count } = before.current;
    const mine = last?.kind === "message" && last.message.state === "sending";
    if (known && newest !== known && rows.length > count) {
      if (mine) element.scrollTop = 0;
      else if (element.scrollTop < -near) {
        element.scrollTop -= element.scrollHeight - height;
        setUnseen((seen) => seen + 1);
      }
    }
    before.current = { newest, height: element.scrollHeight, count: rows.length };
  }, [rows]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      places.set(conversationId, element.scrollTop);
      const end = element.scrollTop > -near;
      setAtEnd(end);
      if (end) setUnseen(0);
    };
    element.addEventListener("scroll", onScroll, { passive: true });
    onScroll();
    return () => element.removeEventListener("scroll", onScroll);
  }, [conversationId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once when it is there; scrolling away must not be pulled back
  useEffect(() => {
    if (target && loaded) show(target);
  }, [target, loaded]);

  useSentinel(scroller, above, hasOlder, onOlder);
  useSentinel(scroller, below, hasNewer, onNewer);
  return { scroller, above, below, atEnd, flash, unseen, show, toEnd };
}

/** Asks for more a screen before its end is reached. */
function useSentinel(
  root: React.RefObject<HTMLElement | null>,
  mark: React.RefObject<HTMLElement | null>,
  wanted: boolean,
  onReach: () => void,
) {
  const latest = useRef(onReach);
  latest.current = onReach;
  useEffect(() => {
    if (!wanted || !mark.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      root: root.current,
      rootMargin: "600px 0px",
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, [wanted, root, mark]);
}
