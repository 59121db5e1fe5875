import { Bold, ChevronDown, Italic, LayoutTemplate, Paperclip, Reply, Smile, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useCan } from "../api/session.ts";
import { useRemembered } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, IconButton, Menu, Popover, Textarea, toast } from "../ui/index.ts";
import { Attachments } from "./attachments.tsx";
import { registerComposer } from "./composer-focus.ts";
import { useClose } from "./conversation-actions.ts";
import type { Conversation } from "./conversation-data.ts";
import { changeDraft, readDraft, useDraft } from "./drafts.ts";
import { EmojiPicker } from "./emoji-picker.tsx";
import { useNeighbours } from "./inbox-items.ts";
import { reportTyping } from "./presence.ts";
import { sendDraft } from "./send-draft.ts";
import { attach } from "./upload.ts";

const longest = 4096;
const coarse = matchMedia("(pointer: coarse)").matches;

/** Text, files and the quoted message of a reply, or the words of a note. */
export function ComposerField({ conversation, mode }: { conversation: Conversation; mode: "reply" | "note" }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const close = useClose();
  const { next, previous } = useNeighbours(conversation.id);
  const { id } = conversation;
  const draft = useDraft(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [sendKey, setSendKey] = useRemembered<"enter" | "mod+enter">("inbox-send", "enter");
  const [emoji, setEmoji] = useState(false);
  const note = mode === "note";
  const text = note ? draft.note : draft.text;
  const uploads = note ? [] : draft.uploads;
  const uploading = uploads.some((each) => !each.file && !each.error);
  const broken = uploads.some((each) => each.error);
  const tooLong = text.length > longest;
  const ready = (text.trim() !== "" || uploads.length > 0) && !uploading && !broken && !tooLong;

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

  const insert = (before: string, after = "") => {
    const element = field.current;
    if (!element) return;
    const { selectionStart: from, selectionEnd: to } = element;
    write(`${text.slice(0, from)}${before}${text.slice(from, to)}${after}${text.slice(to)}`);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(from + before.length, to + before.length);
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
      insert(mark, mark);
    } else if (event.key === "Escape") {
      if (draft.replyTo && !note) changeDraft(id, { replyTo: null });
      else field.current?.blur();
    }
  };

  return (
    <>
      {draft.replyTo && !note && (
        <div className="mx-2.5 mt-2 flex items-center gap-2 rounded-6 border-s-2 border-accent-text bg-bubble-quote py-1 ps-2 pe-1 text-12 text-muted">
          <Reply size={14} className="flip-rtl text-accent-text" aria-hidden />
          <p className="min-w-0 flex-1">
            <b className="cut block text-accent-text">
              {draft.replyTo.direction === "inbound" ? conversation.contact.name : t("inbox.you_short")}
            </b>
            <span className="cut block">
              <bdi>{draft.replyTo.text ?? t(`inbox.type_${draft.replyTo.type}`)}</bdi>
            </span>
          </p>
          <IconButton size="sm" label={t("inbox.reply_cancel")} onClick={() => changeDraft(id, { replyTo: null })}>
            <X size={14} />
          </IconButton>
        </div>
      )}
      <Attachments conversationId={id} uploads={uploads} />
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
      <div className="flex items-center gap-0.5 px-1.5 pb-1.5 phone:gap-0">
        {!note && (
          <>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              onChange={(event) => {
                attach(id, [...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
            <IconButton label={t("inbox.attach")} onClick={() => picker.current?.click()}>
              <Paperclip size={16} />
            </IconButton>
          </>
        )}
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
          <EmojiPicker
            onPick={(chosen) => {
              insert(chosen);
              const at = (field.current?.selectionStart ?? 0) + chosen.length;
              requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
              setEmoji(false);
            }}
          />
        </Popover>
        {!note && (
          <IconButton label={t("inbox.template_choose")} onClick={() => changeDraft(id, { mode: "template" })}>
            <LayoutTemplate size={16} />
          </IconButton>
        )}
        <span className="mx-1 h-4 border-s border-line-strong phone:hidden" />
        <IconButton label={t("inbox.bold")} shortcut="mod+b" onClick={() => insert("*", "*")} className="phone:hidden">
          <Bold size={16} />
        </IconButton>
        <IconButton label={t("inbox.italic")} shortcut="mod+i" onClick={() => insert("_", "_")} className="phone:hidden">
          <Italic size={16} />
        </IconButton>
        <span className="ms-auto" />
        {text.length > longest - 300 && (
          <span role="status" className={`num pe-2 text-12 ${tooLong ? "text-danger-text" : "text-subtle"}`}>
            {tooLong ? t("inbox.too_long", { count: text.length - longest }) : format.number(longest - text.length)}
          </span>
        )}
        <span className="flex">
          <Button
            variant="primary"
            onClick={send}
            aria-disabled={!ready || undefined}
            title={sendKey === "enter" ? t("inbox.enter_sends") : t("inbox.mod_enter_sends")}
            className="rounded-e-none!"
          >
            {t(note ? "inbox.add_note" : "inbox.send")}
          </Button>
          <Menu
            align="end"
            side="top"
            trigger={
              <Button variant="primary" aria-label={t("inbox.send_options")} className="rounded-s-none! border-s-on-accent/25! px-1.5!">
                <ChevronDown size={14} />
              </Button>
            }
            items={[
              !note &&
                can("inbox.close") &&
                conversation.state === "open" && {
                  label: t("inbox.send_and_close"),
                  disabled: !ready,
                  onSelect: () => void (send() && close(conversation, next ?? previous)),
                },
              !note && "separator",
              { heading: t("inbox.send_with") },
              { label: t("inbox.enter_sends"), checked: sendKey === "enter", onSelect: () => setSendKey("enter") },
              { label: t("inbox.mod_enter_sends"), checked: sendKey === "mod+enter", onSelect: () => setSendKey("mod+enter") },
            ]}
          />
        </span>
      </div>
    </>
  );
}
