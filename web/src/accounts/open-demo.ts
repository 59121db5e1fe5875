import { useState } from "react";
import { request } from "../api/client.ts";
import type { Me } from "../api/session.ts";
import { useEnter } from "./enter.ts";

/** Into the demo organization. The first time the server furnishes it, which takes some seconds. */
export function useOpenDemo() {
  const enter = useEnter();
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<unknown>();
  const open = async () => {
    if (opening) return;
    setOpening(true);
    setError(undefined);
    try {
      enter(await request<Me>("POST", "/demo/open"));
    } catch (refusal) {
      setError(refusal);
      setOpening(false);
    }
  };
  return { open, opening, error };
}
