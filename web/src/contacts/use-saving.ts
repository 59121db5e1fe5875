import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { toastError } from "../ui/index.ts";
import { type ContactChange, changeContact } from "./contact-data.ts";

export type Saving = ReturnType<typeof useSaving>;

/** Saves facts of one contact as they are changed; `savedAt` for the page's bar. */
export function useSaving(contactId: string) {
  const [savedAt, setSavedAt] = useState<{ of: string; at: number }>();
  const mutation = useMutation({
    mutationFn: (change: ContactChange) => changeContact(contactId, change),
    onSuccess: () => setSavedAt({ of: contactId, at: Date.now() }),
    onError: toastError,
  });
  return {
    save: mutation.mutate,
    saving: mutation.isPending,
    savedAt: savedAt?.of === contactId ? savedAt.at : null,
  };
}
