import { useMutation, useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useShortcut } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, ErrorNotice, IconButton, Textarea, toast, toastError } from "../ui/index.ts";
import { type ContactNote, notesQuery } from "./contact-data.ts";
import { RecordPart } from "./record-part.tsx";

/** Drafts by contact: going to look something up must not lose what was typed. */
const drafts = new Map<string, string>();

export function ContactNotes({ contactId }: { contactId: string }) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useCan()("contacts.write");
  const { data: notes, error, refetch } = useQuery(notesQuery(contactId));
  const again = () => queryClient.invalidateQueries({ queryKey: ["contact", contactId] });
  const remove = useMutation({
    mutationFn: (note: ContactNote) => request("DELETE", `/contacts/${contactId}/notes/${note.id}`),
    onSuccess: (_, note) => {
      void again();
      toast({
        title: t("contacts.note_deleted"),
        action: {
          label: t("common.undo"),
          onSelect: () => void request("POST", `/contacts/${contactId}/notes`, { body: { body: note.body } }).then(again, toastError),
        },
      });
    },
    onError: toastError,
  });

  return (
    <RecordPart title={t("contacts.notes")} count={notes?.length ? format.number(notes.length) : ""}>
      {mayWrite && <NewNote key={contactId} contactId={contactId} onAdded={again} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {notes?.length === 0 && !mayWrite && <p className="text-subtle">{t("contacts.no_notes")}</p>}
      <ul className="mt-2 flex flex-col gap-2">
        {notes?.map((note) => (
          <li key={note.id} className="group rounded-8 border border-dashed border-note-line bg-note p-2.5">
            <p className="whitespace-pre-wrap" dir="auto">
              {note.body}
            </p>
            <p className="mt-1 flex min-h-6 items-center gap-1 text-12 text-note-text">
              <bdi>{note.authorName ?? t("contacts.unknown_author")}</bdi>
              <span className="num">· {format.short(note.at)}</span>
              {mayWrite && (
                <IconButton
                  size="sm"
                  label={t("contacts.delete_note")}
                  className="ms-auto text-note-text! opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 phone:opacity-100"
                  onClick={() => remove.mutate(note)}
                >
                  <Trash2 size={14} />
                </IconButton>
              )}
            </p>
          </li>
        ))}
      </ul>
    </RecordPart>
  );
}

function NewNote({ contactId, onAdded }: { contactId: string; onAdded: () => Promise<void> }) {
  const t = useT();
  const [body, setBody] = useState(drafts.get(contactId) ?? "");
  const write = (text: string) => {
    setBody(text);
    if (text) drafts.set(contactId, text);
    else drafts.delete(contactId);
  };
  const add = useMutation({
    mutationFn: () => request("POST", `/contacts/${contactId}/notes`, { body: { body: body.trim() } }),
    onSuccess: () => {
      write("");
      return onAdded();
    },
    onError: toastError,
  });
  const box = useRef<HTMLTextAreaElement>(null);
  useShortcut("n", () => box.current?.focus(), { describe: t("contacts.add_note") });
  const submit = () => body.trim() && !add.isPending && add.mutate();
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        ref={box}
        aria-label={t("contacts.add_note")}
        placeholder={t("contacts.note_placeholder")}
        rows={2}
        dir={body ? "auto" : undefined}
        maxLength={10_000}
        value={body}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      {body.trim() && (
        <Button variant="primary" type="submit" className="self-end" loading={add.isPending}>
          {t("contacts.add_note")}
        </Button>
      )}
    </form>
  );
}
