import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { request } from "../api/client.ts";
import type { Content, Verdict } from "./template-data.ts";

/** Asks the server what Meta would refuse, a moment after the last key. `current`: the answer is about what is written now. */
export function useCheck(content: Content, about: { templateId?: string; channelId?: string }) {
  const body = JSON.stringify({ ...about, ...content });
  const [settled, setSettled] = useState(body);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(body), 350);
    return () => clearTimeout(timer);
  }, [body]);
  const check = useQuery({
    queryKey: ["template-check", settled],
    queryFn: ({ signal }) => request<Verdict>("POST", "/templates/check", { body: JSON.parse(settled), signal }),
    enabled: Boolean(about.templateId || about.channelId),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
  return { verdict: check.data, error: check.error, current: settled === body && !check.isFetching && !check.isPlaceholderData };
}
