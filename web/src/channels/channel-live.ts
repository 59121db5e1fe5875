import { useRef } from "react";
import { useLive } from "../api/live.ts";
import { queryClient } from "../api/query.ts";
import { channelsChanged } from "./channel-data.ts";

/** Channels, notices, parked items and templates as they change; the time of the last message at most every 5 s. */
export function useChannelsLive() {
  const last = useRef(0);
  useLive((event) => {
    if (event.name.startsWith("channel.")) channelsChanged();
    if (event.name.startsWith("intake.")) {
      void queryClient.invalidateQueries({ queryKey: ["parked"] });
      void queryClient.invalidateQueries({ queryKey: ["channel"] });
    }
    if (event.name.startsWith("template.")) void queryClient.invalidateQueries({ queryKey: ["templates"] });
    if (event.name === "message.received" && Date.now() - last.current > 5000) {
      last.current = Date.now();
      channelsChanged();
    }
  });
}
