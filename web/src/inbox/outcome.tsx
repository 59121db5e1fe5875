import type { ReactNode } from "react";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, cx } from "../ui/index.ts";
import { focusComposer } from "./composer-focus.ts";
import { changeDraft } from "./drafts.ts";
import type { Message } from "./message-data.ts";
import { tryAgain } from "./outbox.ts";
import { Actions, SendTemplate, WhoCan } from "./outcome-actions.tsx";
import { type Action, actionsFor, failureText } from "./outcome-words.ts";
import { discard, type Pending } from "./pending.ts";
import { useThread } from "./thread-context.ts";

/** Whether there is more to say of a message than its mark does. */
export const hasOutcome = (message: Message, pending: Pending | undefined): boolean =>
  pending?.state === "waiting" ||
  pending?.state === "refused" ||
  message.state === "unknown" ||
  message.state === "failed" ||
  message.heldForQuality ||
  waitsLong(message);

/** A second or two of pacing is nobody's concern. */
const waitsLong = ({ state, waiting }: Message): boolean =>
  state === "queued" &&
  waiting !== null &&
  (waiting.until === null ? waiting.failure !== null : Date.parse(waiting.until) > Date.now() + 2500);

/** Inside the card of a message that did not go, may not have gone, or waits: the cause and what to do about it. */
export function Outcome({ message, pending }: { message: Message; pending: Pending | undefined }) {
  if (pending?.state === "waiting") return <NoConnection />;
  if (pending?.state === "refused") return <Refused pending={pending} />;
  if (message.state === "unknown") return <Unknown message={message} />;
  if (message.state === "failed") return <Failed message={message} />;
  if (message.heldForQuality) return <Held />;
  return waitsLong(message) ? <Waits message={message} /> : null;
}

const Part = ({
  tone,
  title,
  children,
  actions,
}: {
  tone: "danger" | "unknown" | "plain";
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) => (
  <div
    className={cx(
      "rounded-b-[inherit] px-2.75 pt-1.5 pb-2 text-12",
      { danger: "border-t border-danger-line bg-danger-soft", unknown: "bg-unknown-soft", plain: "border-t border-line-strong" }[tone],
    )}
  >
    <p className="text-muted">
      <b className={{ danger: "text-danger-text", unknown: "text-unknown-text", plain: "text-text" }[tone]}>{title}</b> {children}
    </p>
    {actions && <div className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden">{actions}</div>}
  </div>
);

function NoConnection() {
  const t = useT();
  return (
    <Part tone="plain" title={t("inbox.waiting")}>
      {t("inbox.waiting_text")}
    </Part>
  );
}

function Refused({ pending }: { pending: Pending }) {
  const t = useT();
  const { conversation } = useThread();
  const { error, body } = pending;
  const closed = error?.code === "window_closed";
  const sentence = error?.remedy?.includes(" ") ? error.remedy : "";
  // What is in the field already stays there; a file or a form would not come back, so such a message is not taken apart.
  const editable = body.type === "text" || body.type === "note" || body.type === "template";
  const edit = () => {
    if (body.type === "note") changeDraft(conversation.id, (draft) => ({ mode: "note", note: joined(draft.note, body.text) }));
    else if (body.type === "text") changeDraft(conversation.id, (draft) => ({ mode: "reply", text: joined(draft.text, body.text) }));
    else changeDraft(conversation.id, { mode: "template" });
    discard(pending.id);
    focusComposer();
  };
  return (
    <Part
      tone="danger"
      title={t("inbox.refused")}
      actions={
        <>
          {closed ? (
            <SendTemplate conversationId={conversation.id} />
          ) : (
            <Button size="xs" onClick={() => tryAgain(pending)}>
              {t("inbox.send_again")}
            </Button>
          )}
          {editable && (
            <Button size="xs" variant="ghost" onClick={edit}>
              {t("common.edit")}
            </Button>
          )}
          <Button size="xs" variant="ghost" onClick={() => discard(pending.id)}>
            {t("inbox.discard")}
          </Button>
        </>
      }
    >
      <bdi>{error?.message}</bdi> {sentence}
    </Part>
  );
}

const joined = (written: string, refused: string) => (written.trim() ? `${written}\n${refused}` : refused);

function Failed({ message }: { message: Message }) {
  const t = useT();
  const format = useFormat();
  const failure = message.failure ?? { code: "provider_error", message: t("outcome.code_provider_error") };
  const actions = actionsFor(failure, "failed");
  return (
    <Part tone="danger" title={t("inbox.failed")} actions={<Actions message={message} actions={actions} />}>
      <bdi>{failureText(t, format, failure)}</bdi> <Helper actions={actions} />
    </Part>
  );
}

function Unknown({ message }: { message: Message }) {
  const t = useT();
  const format = useFormat();
  const failure = message.failure ?? { code: "no_answer", message: "" };
  return (
    <Part tone="unknown" title={t("inbox.unknown")} actions={<Actions message={message} actions={actionsFor(failure, "unknown")} />}>
      {failure.code !== "provider_error" && <bdi>{failureText(t, format, failure)} </bdi>}
      {t("outcome.maybe")}
    </Part>
  );
}

function Waits({ message }: { message: Message }) {
  const t = useT();
  const format = useFormat();
  const { waiting } = message;
  const failure = waiting?.failure;
  const onNumber = waiting?.until === null;
  const actions: Action[] = onNumber ? ["open_channel"] : [];
  return (
    <Part tone="plain" title={t("outcome.waits")} actions={<Actions message={message} actions={actions} />}>
      {failure && <bdi>{failureText(t, format, failure)} </bdi>}
      {onNumber ? t("outcome.waits_channel") : waiting && t("outcome.waits_until", { time: soon(format, waiting.until) })}{" "}
      <Helper actions={actions} />
    </Part>
  );
}

const soon = (format: ReturnType<typeof useFormat>, until: string | null) =>
  until === null ? "" : format.dayOf(until) === format.dayOf(Date.now()) ? format.time(until) : format.dateTime(until);

function Held() {
  const t = useT();
  return (
    <Part tone="plain" title={t("outcome.held")}>
      {t("outcome.held_text")}
    </Part>
  );
}

/** Where the way out is somebody else's. */
function Helper({ actions }: { actions: readonly Action[] }) {
  const can = useCan();
  return actions.includes("open_channel") && !can("channels.manage") ? <WhoCan /> : null;
}
