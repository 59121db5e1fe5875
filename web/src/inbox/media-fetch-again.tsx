import { useState } from "react";
import { request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button, toastError } from "../ui/index.ts";
import { mergeMessages } from "./message-cache.ts";
import type { Message } from "./message-data.ts";
import { mayFetchAgain } from "./outcome-words.ts";

/** For a customer's file that did not come, as long as WhatsApp may still have it. */
export function FetchAgain({ message }: { message: Message }) {
  const t = useT();
  const can = useCan();
  const [busy, setBusy] = useState(false);
  const { conversationId, id, direction, file, at } = message;
  if (direction !== "inbound" || file?.state !== "failed" || !can("inbox.reply") || !mayFetchAgain(file.failure, at)) return null;
  const fetchIt = async () => {
    setBusy(true);
    try {
      mergeMessages(conversationId, [
        await request<Message>("POST", `/conversations/${conversationId}/messages/${id}/media/fetch`, { body: {} }),
      ]);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="xs" loading={busy} className="mt-1.5" onClick={() => void fetchIt()}>
      {t("outcome.media_fetch")}
    </Button>
  );
}
