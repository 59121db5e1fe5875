import { useEffect, useRef, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Input, Segmented, Sheet, Textarea } from "../ui/index.ts";
import type { Conversation } from "./conversation-data.ts";
import { Counted } from "./counted.tsx";
import { changeDraft, readDraft } from "./drafts.ts";
import { FileField } from "./file-field.tsx";
import { refusalAt, useFormSend } from "./form-send.ts";
import { InteractiveAction } from "./interactive-action.tsx";
import { InteractiveCard } from "./interactive-card.tsx";
import {
  bodyOf,
  emptyInteractive,
  hasField,
  hasFooter,
  headersOf,
  type InteractiveDraft,
  type InteractiveKind,
  longestText,
  problemsOf,
} from "./interactive-draft.ts";
import { limits } from "./message-limits.ts";
import { HeaderMedia } from "./template-body.tsx";

const kinds: InteractiveKind[] = ["buttons", "list", "link", "flow", "ask_location"];

/** A message with something to press, put together beside its picture. Closed without sending, it waits in the draft. */
export function InteractiveSheet({
  conversation,
  kind,
  onClose,
}: {
  conversation: Conversation;
  kind: InteractiveKind;
  onClose: () => void;
}) {
  const t = useT();
  const { id } = conversation;
  const [draft, setDraft] = useState<InteractiveDraft>(() => begun(id, kind));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const used = () => changeDraft(id, { interactive: null });
  const sent = () => {
    used();
    onClose();
  };
  const { busy, error, submit, forget } = useFormSend(id, sent, used);
  const change = (part: Partial<InteractiveDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    changeDraft(id, ({ interactive }) => ({ interactive: { ...(interactive ?? draft), kind: draft.kind, ...part } }));
    forget();
  };
  const problems = problemsOf(draft);
  /** What is too long is said at once, what is missing once one has tried to send, then what the server says. */
  const says = (field: string) => {
    const problem = problems[field];
    if (problem && (tried || problem.key === "sending.too_long")) return t(problem.key, problem.params);
    return refusalAt(error, field);
  };
  const send = () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const body = bodyOf(draft);
    void submit(body, { text: body.text, file: shownFile(draft), content: contentOf(body) });
  };
  // After the refused try has been drawn: to the first field that keeps it.
  useEffect(() => {
    if (tried || error) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tried, error]);

  const headers = headersOf(draft.kind);
  const header = headers.includes(draft.header) ? draft.header : "none";
  const text = (
    <Counted label={t("sending.text")} length={draft.text.length} most={longestText(draft.kind)} error={says("text")}>
      <Textarea dir="auto" rows={4} value={draft.text} onChange={(event) => change({ text: event.target.value })} />
    </Counted>
  );
  const fields = (
    <>
      {headers.length > 1 && (
        <div className="flex flex-col gap-2">
          <div className="flex items-center justify-between gap-2">
            <span className="font-medium">{t("sending.header")}</span>
            <Segmented
              label={t("sending.header")}
              value={header}
              onChange={(next) => change({ header: next })}
              options={headers.map((value) => ({ value, label: t(`sending.header_${value}`) }))}
            />
          </div>
          {header === "text" && (
            <Counted label={t("sending.header_words")} length={draft.headerText.length} most={limits.header} error={says("header.text")}>
              <Input dir="auto" value={draft.headerText} onChange={(event) => change({ headerText: event.target.value })} />
            </Counted>
          )}
          {header === "file" && (
            <FileField
              kinds={["image", "video", "document"]}
              file={draft.headerFile}
              onFile={(headerFile) => change({ headerFile })}
              error={says("header.fileId")}
            />
          )}
        </div>
      )}
      {text}
      {hasFooter(draft.kind) && (
        <Counted label={t("sending.footer")} optional length={draft.footer.length} most={limits.footer} error={says("footer")}>
          <Input dir="auto" value={draft.footer} onChange={(event) => change({ footer: event.target.value })} />
        </Counted>
      )}
      <InteractiveAction draft={draft} onChange={change} says={says} />
    </>
  );
  const body = bodyOf(draft);
  return (
    <Sheet
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("sending.interactive_title")}
      footer={
        <>
          <Button onClick={onClose}>{t("sending.keep_draft")}</Button>
          <Button variant="primary" type="submit" form="inbox-interactive" loading={busy}>
            {t("inbox.send")}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)_18rem] items-start gap-6 phone:grid-cols-1">
        <form
          ref={form}
          id="inbox-interactive"
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <div className="-mx-1 overflow-x-auto px-1 pb-1">
            <Segmented
              label={t("sending.kind")}
              value={draft.kind}
              onChange={(next) => change({ kind: next })}
              options={kinds.map((value) => ({ value, label: t(`sending.kind_${value}`) }))}
            />
          </div>
          {fields}
          {error && !hasField(error.field) && <ErrorNotice error={error} />}
        </form>
        <section aria-label={t("sending.preview")} className="sticky top-0">
          <p className="mb-1 font-medium">{t("sending.preview")}</p>
          <div className="rounded-8 bg-surface-sunken p-3">
            <div className="rounded-12 rounded-ee-4 bg-bubble-out px-2.75 py-1.75 text-14 wrap-anywhere">
              <InteractiveCard
                header={body.header?.text}
                media={body.header?.fileId && draft.headerFile ? <HeaderMedia file={draft.headerFile} /> : undefined}
                text={body.text || <span className="text-subtle">{t("sending.text")}</span>}
                footer={body.footer}
                action={shownAction(body.action, t("sending.untitled"))}
              />
            </div>
          </div>
        </section>
      </div>
    </Sheet>
  );
}

/** What was begun before; asked for another kind, its words stay. */
function begun(conversationId: string, kind: InteractiveKind): InteractiveDraft {
  const { interactive } = readDraft(conversationId);
  if (!interactive) return emptyInteractive(kind);
  const sameDoor = kind === "buttons" && interactive.kind !== "link" && interactive.kind !== "flow";
  return sameDoor ? interactive : { ...interactive, kind };
}

const shownFile = ({ header, headerFile, kind }: InteractiveDraft) =>
  header === "file" && headersOf(kind).includes("file") && headerFile ? headerFile : undefined;

/** As the server will give it back. */
const contentOf = ({ header, footer, action }: ReturnType<typeof bodyOf>) => ({
  ...(header?.text ? { header: { text: header.text } } : {}),
  ...(footer ? { footer } : {}),
  action,
});

/** A button without a title yet still has its place. */
function shownAction(action: ReturnType<typeof bodyOf>["action"], untitled: string): ReturnType<typeof bodyOf>["action"] {
  const or = (title: string) => title || untitled;
  if (action.kind === "buttons") return { ...action, buttons: action.buttons.map((each) => ({ ...each, title: or(each.title) })) };
  if (action.kind === "list") {
    const sections = action.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({ ...row, title: or(row.title) })),
    }));
    return { ...action, button: or(action.button), sections };
  }
  return action.kind === "ask_location" ? action : { ...action, title: or(action.title) };
}
