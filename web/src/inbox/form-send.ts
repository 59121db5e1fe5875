import { useEffect, useRef, useState } from "react";
import type { ApiError } from "../api/client.ts";
import { changeDraft, readDraft } from "./drafts.ts";
import { sendFromForm } from "./outbox.ts";
import type { Pending, SendMessage } from "./pending.ts";
import { quoteOf } from "./send-draft.ts";

/**
 * Sends what a form holds; the form closes once the server has it, and shows its refusal otherwise. Closed meanwhile (`onLeft`), the thread
 * shows what becomes of it.
 */
export function useFormSend(conversationId: string, onSent: () => void, onLeft: () => void = () => undefined) {
  const [state, setState] = useState<{ busy: boolean; error?: ApiError }>({ busy: false });
  const busy = useRef(false);
  const here = useRef(new AbortController());
  useEffect(() => {
    here.current = new AbortController();
    return () => here.current.abort();
  }, []);
  const submit = async (body: SendMessage, shown: Pending["shown"]) => {
    // A second press comes before the first has drawn anything.
    if (busy.current) return;
    busy.current = true;
    setState({ busy: true });
    const { replyTo } = readDraft(conversationId);
    const left = here.current.signal;
    const refused = await sendFromForm(
      conversationId,
      replyTo ? { ...body, replyTo: replyTo.id } : body,
      replyTo ? { ...shown, replyTo: quoteOf(replyTo) } : shown,
      left,
    );
    busy.current = false;
    if (refused) return setState({ busy: false, error: refused });
    changeDraft(conversationId, { replyTo: null });
    setState({ busy: false });
    return left.aborted ? onLeft() : onSent();
  };
  return { ...state, submit, forget: () => setState(({ busy }) => ({ busy })) };
}

/** The refusal's sentence where it names this field: "action.buttons.0.title". */
export const refusalAt = (error: ApiError | undefined, field: string): string | undefined =>
  error?.field?.replace(/^body\./, "") === field ? error.message : undefined;
