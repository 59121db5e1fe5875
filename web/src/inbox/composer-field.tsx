import { LayoutTemplate, Mic, Smile } from "lucide-react";
import { type KeyboardEvent, lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useRemembered } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Checkbox, IconButton, Popover, SkeletonRows, Textarea, toast } from "../ui/index.ts";
import { type Adding, AddMenu } from "./add-menu.tsx";
import { Attachments } from "./attachments.tsx";
import { focusComposer, registerComposer } from "./composer-focus.ts";
import { ComposerQuote } from "./composer-quote.tsx";
import { CharactersLeft, ComposerSend, type SendKey } from "./composer-send.tsx";
import type { Conversation } from "./conversation-data.ts";
import { changeDraft, readDraft, useDraft } from "./drafts.ts";
import { FormatMenu } from "./format-menu.tsx";
import { limits } from "./message-limits.ts";
import { reportTyping } from "./presence.ts";
import { hasLink, longestFor, sendDraft } from "./send-draft.ts";
import { type Chosen, surround } from "./text-marks.ts";
import { attach } from "./upload.ts";

const EmojiPicker = lazy(() => import("./emoji-picker.tsx").then((loaded) => ({ default: loaded.EmojiPicker })));
const Recorder = lazy(() => import("./recorder.tsx").then((loaded) => ({ default: loaded.Recorder })));
const AddSheet = lazy(() => import("./add-sheet.tsx").then((loaded) => ({ default: loaded.AddSheet })));

const coarse = matchMedia("(pointer: coarse)").matches;

/** Text, files and the quoted message of a reply, or the words of a note. */
export function ComposerField({ conversation, mode }: { conversation: Conversation; mode: "reply" | "note" }) {
  const t = useT();
  const { id } = conversation;
  const draft = useDraft(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const [sendKey, setSendKey] = useRemembered<SendKey>("inbox-send", "enter");
  const [emoji, setEmoji] = useState(false);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [recording, setRecording] = useState(false);
  const note = mode === "note";
  const text = note ? draft.note : draft.text;
  const uploads = note ? [] : draft.uploads;
  const uploading = uploads.some((each) => !each.file && !each.error && !each.refusal);
  const broken = uploads.some((each) => each.error || each.refusal || each.caption.length > limits.caption);
  const most = longestFor(uploads);
  const tooLong = text.length > most;
  const ready = (text.trim() !== "" || uploads.length > 0) && !uploading && !broken && !tooLong && !recording;

  const write = (value: string) => {
    changeDraft(id, note ? { note: value } : { text: value });
    if (!note && value) reportTyping(id);
  };
  const send = () => {
    if (!ready) {
      if (uploading) toast({ title: t("inbox.still_uploading") });
      return false;
    }
    sendDraft(id, mode);
    field.current?.focus();
    return true;
  };

  useEffect(() => {
    registerComposer(field.current);
    return () => registerComposer(null);
  }, []);
  // On a wide screen one reads and writes at once; a phone's keyboard comes when it is asked for.
  useLayoutEffect(() => {
    if (!coarse && readDraft(id).text) field.current?.focus();
  }, [id]);

  const edit = (change: (chosen: Chosen) => Chosen) => {
    const element = field.current;
    if (!element) return;
    const next = change({ text, from: element.selectionStart, to: element.selectionEnd });
    write(next.text);
    // After a menu has given the focus back to its button.
    setTimeout(() => {
      element.focus();
      element.setSelectionRange(next.from, next.to);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const mod = event.metaKey || event.ctrlKey;
    if (event.key === "Enter" && !event.shiftKey && (mod || (sendKey === "enter" && !coarse))) {
      event.preventDefault();
      send();
    } else if (mod && (event.code === "KeyB" || event.code === "KeyI")) {
      event.preventDefault();
      const mark = event.code === "KeyB" ? "*" : "_";
      edit((chosen) => surround(chosen, mark, mark));
    } else if (event.key === "Escape") {
      if (draft.replyTo && !note) changeDraft(id, { replyTo: null });
      else field.current?.blur();
    }
  };
  const record = () => setRecording(true);
  // A recording that a note interrupts is attached by the recorder; it does not begin again.
  useEffect(() => {
    if (note) setRecording(false);
  }, [note]);

  return (
    <>
      {draft.replyTo && !note && <ComposerQuote conversation={conversation} quoted={draft.replyTo} />}
      <Attachments conversationId={id} uploads={uploads} />
      {recording && !note && (
        <Suspense fallback={<div className="h-13" />}>
          <Recorder
            conversationId={id}
            onEnd={() => {
              setRecording(false);
              focusComposer();
            }}
          />
        </Suspense>
      )}
      <Textarea
        bare
        ref={field}
        rows={2}
        maxHeight={240}
        value={text}
        dir={text ? "auto" : undefined}
        aria-label={t(note ? "inbox.note_label" : "inbox.reply_label", { name: conversation.contact.name })}
        placeholder={t(note ? "inbox.note_placeholder" : "inbox.reply_placeholder", {
          name: conversation.contact.name.split(" ")[0] ?? "",
        })}
        aria-invalid={tooLong || undefined}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (note || event.clipboardData.files.length === 0) return;
          event.preventDefault();
          attach(id, event.clipboardData.files);
        }}
        className="block px-3.5 pt-2 pb-1.5 text-14"
      />
      {!note && uploads.length === 0 && hasLink(text) && (
        <div className="px-3.5 pb-1.5 text-12 text-muted">
          <Checkbox
            checked={draft.linkPreview}
            onChange={(linkPreview) => changeDraft(id, { linkPreview })}
            label={t("sending.link_preview")}
          />
        </div>
      )}
      <div className="flex items-center gap-0.5 px-1.5 pb-1.5 phone:gap-0">
        {!note && <AddMenu conversationId={id} onAdd={setAdding} onRecord={recording ? undefined : record} />}
        <Popover
          side="top"
          label={t("inbox.emoji")}
          open={emoji}
          onOpenChange={setEmoji}
          className="w-80! p-2!"
          trigger={
            <IconButton label={t("inbox.emoji")}>
              <Smile size={16} />
            </IconButton>
          }
        >
          <Suspense fallback={<SkeletonRows rows={5} height={36} />}>
            <EmojiPicker
              onPick={(chosen) => {
                edit((before) => {
                  const { text: after, from } = surround(before, chosen);
                  return { text: after, from, to: from };
                });
                setEmoji(false);
              }}
            />
          </Suspense>
        </Popover>
        {!note && (
          <IconButton label={t("inbox.template_choose")} onClick={() => changeDraft(id, { mode: "template" })}>
            <LayoutTemplate size={16} />
          </IconButton>
        )}
        <FormatMenu onChange={edit} />
        {!note && (
          <IconButton label={t("sending.record")} onClick={record} disabled={recording}>
            <Mic size={16} />
          </IconButton>
        )}
        <span className="ms-auto" />
        <CharactersLeft length={text.length} most={most} />
        <ComposerSend conversation={conversation} note={note} ready={ready} send={send} sendKey={sendKey} onSendKey={setSendKey} />
      </div>
      {adding && !note && (
        <Suspense fallback={null}>
          <AddSheet conversation={conversation} adding={adding} onClose={() => setAdding(null)} />
        </Suspense>
      )}
    </>
  );
}
