import { Clock, LayoutTemplate, Lock, PencilLine } from "lucide-react";
import { lazy, Suspense } from "react";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button, cx, SkeletonRows } from "../ui/index.ts";
import { ComposerField } from "./composer-field.tsx";
import { focusComposer } from "./composer-focus.ts";
import type { Conversation } from "./conversation-data.ts";
import { changeDraft, type Mode, useDraft } from "./drafts.ts";
import { useMoment, useWindowOpen } from "./moments.ts";
import type { Presence } from "./presence.ts";

const TemplatePicker = lazy(() => import("./template-picker.tsx").then((loaded) => ({ default: loaded.TemplatePicker })));

/** Reply, private note or template. Once the window is closed only what WhatsApp still takes is offered. */
export function Composer({ conversation, others }: { conversation: Conversation; others: Presence[] }) {
  const t = useT();
  const can = useCan();
  const draft = useDraft(conversation.id);
  const open = useWindowOpen(conversation.windowUntil);
  const mayReply = can("inbox.reply");
  const mayNote = can("inbox.note");

  if (!mayReply && !mayNote) {
    return <p className="shrink-0 border-t px-4 py-3 text-center text-subtle">{t("inbox.read_only")}</p>;
  }
  const mode: Mode = draft.mode === "note" || !mayReply ? "note" : open ? draft.mode : "template";
  const choose = (next: Mode) => {
    changeDraft(conversation.id, { mode: next });
    focusComposer();
  };

  return (
    <div className="mx-auto w-full max-w-223 shrink-0 px-4 pb-4 phone:px-2 phone:pb-[max(8px,env(safe-area-inset-bottom))]">
      <Typing others={others} />
      <div
        className={cx(
          "rounded-12 border focus-within:ring-1",
          mode === "note"
            ? "border-dashed border-note-line bg-note focus-within:border-note-text focus-within:ring-note-line"
            : "border-line-control bg-surface-raised focus-within:border-focus focus-within:ring-focus",
        )}
      >
        {mode === "template" && !open ? (
          <ClosedHead conversation={conversation} onNote={mayNote ? () => choose("note") : undefined} />
        ) : (
          <div className={cx("flex items-center gap-1 px-1.5 pt-1.5", mode === "template" && "border-b pb-1.5")}>
            <div role="tablist" aria-label={t("inbox.composer_mode")} className="flex min-w-0 gap-0.5">
              {mayReply && (
                <ModeTab
                  on={mode === "reply"}
                  onClick={() => choose(open ? "reply" : "template")}
                  icon={!open && <LayoutTemplate size={14} />}
                >
                  {t(open ? "inbox.reply" : "inbox.template")}
                </ModeTab>
              )}
              {mayNote && (
                <ModeTab on={mode === "note"} onClick={() => choose("note")} icon={<Lock size={13} />}>
                  {t("inbox.private_note")}
                </ModeTab>
              )}
              {mayReply && open && mode === "template" && (
                <ModeTab on onClick={() => undefined} icon={<LayoutTemplate size={14} />}>
                  {t("inbox.template")}
                </ModeTab>
              )}
            </div>
            <WindowLine conversation={conversation} mode={mode} open={open} />
          </div>
        )}
        {mode === "template" ? (
          <Suspense fallback={<SkeletonRows rows={3} height={48} />}>
            <TemplatePicker conversation={conversation} />
          </Suspense>
        ) : (
          <ComposerField conversation={conversation} mode={mode} />
        )}
      </div>
    </div>
  );
}

function ModeTab({ on, onClick, icon, children }: { on: boolean; onClick: () => void; icon?: React.ReactNode; children: React.ReactNode }) {
  return (
    <button
      type="button"
      role="tab"
      aria-selected={on}
      onClick={onClick}
      className="inline-flex h-6.5 items-center gap-1.5 rounded-6 px-2.5 font-medium whitespace-nowrap text-subtle hover:text-text aria-selected:bg-surface-chip aria-selected:text-text phone:h-8"
    >
      {icon}
      {children}
    </button>
  );
}

function WindowLine({ conversation, mode, open }: { conversation: Conversation; mode: Mode; open: boolean }) {
  const t = useT();
  const moment = useMoment();
  if (mode === "note") return <span className="ms-auto truncate pe-2 text-12 text-note-text">{t("inbox.note_only_team_long")}</span>;
  if (!open || !conversation.windowUntil) return null;
  return (
    <span className="num ms-auto flex min-w-0 items-center gap-1.5 pe-2 text-12 text-subtle" title={t("inbox.window_explained")}>
      <Clock size={13} aria-hidden />
      <span className="cut">{t("inbox.open_until", { time: moment(conversation.windowUntil) })}</span>
    </span>
  );
}

function ClosedHead({ conversation, onNote }: { conversation: Conversation; onNote: (() => void) | undefined }) {
  const t = useT();
  const moment = useMoment();
  const { windowUntil, contact } = conversation;
  return (
    <div className="flex items-start gap-2.5 border-b px-3.5 py-2.5">
      <Clock size={16} className="mt-0.5 text-warning" aria-hidden />
      <p className="min-w-0 flex-1 text-muted">
        <b className="block text-text">
          {windowUntil ? t("inbox.was_open_until", { time: moment(windowUntil) }) : t("inbox.never_open", { name: contact.name })}
        </b>
        {t("inbox.templates_only", { name: contact.name.split(" ")[0] ?? contact.name })}
      </p>
      {onNote && (
        <Button variant="ghost" onClick={onNote} icon={<Lock size={14} />} title={`${t("inbox.private_note")} (N)`}>
          {t("inbox.note")}
        </Button>
      )}
    </div>
  );
}

function Typing({ others }: { others: Presence[] }) {
  const t = useT();
  const typing = others.filter((other) => other.state === "typing");
  const [first] = typing;
  return (
    <p role="status" className={cx("flex items-center gap-1.5 px-2 text-12 text-muted", first ? "h-6" : "sr-only")}>
      {first && (
        <>
          <PencilLine size={13} aria-hidden className="text-accent-text" />
          {typing.length === 1 ? t("inbox.typing", { name: first.name }) : t("inbox.typing_many", { count: typing.length })}
        </>
      )}
    </p>
  );
}
