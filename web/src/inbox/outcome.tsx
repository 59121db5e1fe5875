import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { type Key, useT } from "../i18n/index.ts";
import { Button, cx, toastError } from "../ui/index.ts";
import { focusComposer } from "./composer-focus.ts";
import { changeDraft } from "./drafts.ts";
import { mergeMessages } from "./message-cache.ts";
import type { Message, Remedy } from "./message-data.ts";
import { tryAgain } from "./outbox.ts";
import { discard, type Pending } from "./pending.ts";
import { useThread } from "./thread-context.ts";

/** Inside the card of a message that did not go or may not have gone: the cause and what to do about it. */
export function Outcome({ message, pending }: { message: Message; pending: Pending | undefined }) {
  if (pending?.state === "waiting") return <Waiting />;
  if (pending?.state === "refused") return <Refused pending={pending} />;
  if (message.state === "unknown") return <Unknown message={message} />;
  if (message.state === "failed") return <Failed message={message} />;
  return null;
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
    {actions && <div className="mt-1.5 flex flex-wrap gap-1.5">{actions}</div>}
  </div>
);

function Waiting() {
  const t = useT();
  return (
    <Part tone="plain" title={t("inbox.waiting")}>
      {t("inbox.waiting_text")}
    </Part>
  );
}

const advice: Partial<Record<Remedy, Key>> = {
  send_template: "inbox.advice_send_template",
  fix_number: "inbox.advice_fix_number",
  renew_token: "inbox.advice_renew_token",
  wait: "inbox.advice_wait",
  fix_template: "inbox.advice_fix_template",
  fix_media: "inbox.advice_fix_media",
  contact_admin: "inbox.advice_contact_admin",
};

function Refused({ pending }: { pending: Pending }) {
  const t = useT();
  const { conversation } = useThread();
  const { error, body } = pending;
  const closed = error?.code === "window_closed";
  const sentence = error?.remedy?.includes(" ") ? error.remedy : "";
  const edit = () => {
    if (body.type === "note") changeDraft(conversation.id, { mode: "note", note: body.text });
    else if (body.type === "template") changeDraft(conversation.id, { mode: "template" });
    else changeDraft(conversation.id, (draft) => ({ mode: "reply", text: draft.text || (body.text ?? "") }));
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
          <Button size="xs" variant="ghost" onClick={edit}>
            {t("common.edit")}
          </Button>
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

function Failed({ message }: { message: Message }) {
  const t = useT();
  const can = useCan();
  const { conversation } = useThread();
  const remedy = message.failure?.remedy ?? "none";
  const says = advice[remedy];
  const mayReply = can("inbox.reply");
  return (
    <Part
      tone="danger"
      title={t("inbox.failed")}
      actions={
        mayReply && (
          <>
            {(remedy === "send_template" || remedy === "fix_template") && <SendTemplate conversationId={conversation.id} />}
            {remedy === "fix_number" && (
              <Button size="xs" asChild>
                <Link to="/contacts/$contactId" params={{ contactId: conversation.contact.id }}>
                  {t("inbox.open_contact")}
                </Link>
              </Button>
            )}
            {(remedy === "renew_token" || remedy === "contact_admin") && can("channels.manage") && (
              <Button size="xs" asChild>
                <Link to="/settings/channels/$channelId" params={{ channelId: conversation.channel.id }}>
                  {t("inbox.open_channel")}
                </Link>
              </Button>
            )}
            {remedy !== "send_template" && (
              <Ask
                path="resend"
                message={message}
                variant={["wait", "none", "contact_admin", "renew_token"].includes(remedy) ? "secondary" : "ghost"}
              >
                {t("inbox.send_again")}
              </Ask>
            )}
          </>
        )
      }
    >
      <bdi>{message.failure?.message}</bdi> {says && t(says)}
    </Part>
  );
}

function Unknown({ message }: { message: Message }) {
  const t = useT();
  const can = useCan();
  const { conversation } = useThread();
  return (
    <Part
      tone="unknown"
      title={t("inbox.unknown")}
      actions={
        can("inbox.reply") && (
          <>
            <Ask
              path="resend"
              body={{ confirm: true }}
              message={message}
              variant="secondary"
              title={t("inbox.send_again_twice", { name: conversation.contact.name })}
            >
              {t("inbox.send_again")}
            </Ask>
            <Ask path="resolve" body={{ outcome: "arrived" }} message={message} variant="ghost">
              {t("inbox.it_arrived")}
            </Ask>
            <Ask path="resolve" body={{ outcome: "not_arrived" }} message={message} variant="ghost">
              {t("inbox.it_did_not")}
            </Ask>
          </>
        )
      }
    >
      {t("inbox.unknown_text")}
    </Part>
  );
}

function Ask({
  path,
  body = {},
  message,
  variant,
  title,
  children,
}: {
  path: "resend" | "resolve";
  body?: object;
  message: Message;
  variant: "secondary" | "ghost";
  title?: string;
  children: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    try {
      const answer = await request<Message>("POST", `/conversations/${message.conversationId}/messages/${message.id}/${path}`, { body });
      mergeMessages(message.conversationId, [answer]);
    } catch (error) {
      toastError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="xs" variant={variant} loading={busy} title={title} onClick={() => void ask()}>
      {children}
    </Button>
  );
}

function SendTemplate({ conversationId }: { conversationId: string }) {
  const t = useT();
  return (
    <Button
      size="xs"
      onClick={() => {
        changeDraft(conversationId, { mode: "template" });
        focusComposer();
      }}
    >
      {t("inbox.send_template")}
    </Button>
  );
}
