import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { request } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { queryClient } from "../api/query.ts";
import { useMe } from "../api/session.ts";

export interface Presence {
  memberId: string;
  name: string;
  state: "viewing" | "typing";
}

const every = 10_000;
let typedAt = 0;
let reported = "";

const tell = (conversationId: string, state: "viewing" | "typing" | "left") => {
  reported = state;
  return request("PUT", `/conversations/${conversationId}/presence`, { body: { state } }).catch(() => undefined);
};

/** Called by the composer with every key; what others see changes at once, then with the next report. */
export function reportTyping(conversationId: string) {
  typedAt = Date.now();
  if (reported !== "typing") void tell(conversationId, "typing");
}

/** Tells the others that one is here, and who else is. */
export function usePresence(conversationId: string): Presence[] {
  const { data: me } = useMe();
  const key = ["presence", conversationId];
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await request<{ items: Presence[] }>("GET", `/conversations/${conversationId}/presence`, { signal })).items,
    refetchInterval: every,
    staleTime: 0,
  });
  useLive((event) => {
    if (event.name === "presence.changed" && event.conversationId === conversationId) void queryClient.invalidateQueries({ queryKey: key });
  });
  useEffect(() => {
    const report = () => {
      if (document.hidden) return;
      void tell(conversationId, Date.now() - typedAt < every ? "typing" : "viewing");
    };
    typedAt = 0;
    report();
    const timer = setInterval(report, every);
    return () => {
      clearInterval(timer);
      void tell(conversationId, "left");
    };
  }, [conversationId]);
  return (data ?? []).filter((each) => each.memberId !== me?.member.id);
}
