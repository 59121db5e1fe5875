import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, type ButtonProps, Dialog, toastError } from "../ui/index.ts";
import { focusComposer } from "./composer-focus.ts";
import { changeDraft } from "./drafts.ts";
import { mergeMessages } from "./message-cache.ts";
import type { Message } from "./message-data.ts";
import { attemptsChanged, managersQuery } from "./outcome-data.ts";
import type { Action } from "./outcome-words.ts";
import { useThread } from "./thread-context.ts";

/** The first is the way out; the others are quieter. */
export function Actions({ message, actions }: { message: Message; actions: readonly Action[] }) {
  const can = useCan();
  const mine = actions.filter((action) => may[action]?.every(can) ?? can("inbox.reply"));
  return mine.map((action, index) => <One key={action} action={action} message={message} variant={index === 0 ? "secondary" : "ghost"} />);
}

const may: Partial<Record<Action, string[]>> = {
  open_contact: ["contacts.read"],
  open_channel: ["channels.manage"],
  open_template: ["templates.read"],
};

function One({ action, message, variant }: { action: Action; message: Message; variant: "secondary" | "ghost" }): ReactNode {
  const t = useT();
  const { conversation } = useThread();
  const same = { message, variant };
  switch (action) {
    case "send_template":
      return <SendTemplate conversationId={message.conversationId} variant={variant} />;
    case "write_again":
      return (
        <Button size="xs" variant={variant} onClick={() => writeAgain(message)}>
          {t("outcome.write_again")}
        </Button>
      );
    case "open_contact":
      return (
        <Button size="xs" variant={variant} asChild>
          <Link to="/contacts/$contactId" params={{ contactId: conversation.contact.id }}>
            {t("inbox.open_contact")}
          </Link>
        </Button>
      );
    case "open_channel":
      return (
        <Button size="xs" variant={variant} asChild>
          <Link to="/settings/channels/$channelId" params={{ channelId: conversation.channel.id }}>
            {t("inbox.open_channel")}
          </Link>
        </Button>
      );
    case "open_template":
      return (
        <Button size="xs" variant={variant} asChild>
          <Link to="/settings/templates" search={{ q: String(message.content.name ?? "") } as never}>
            {t("outcome.open_template")}
          </Link>
        </Button>
      );
    case "resend":
      return (
        <Ask {...same} path="resend">
          {t("inbox.send_again")}
        </Ask>
      );
    case "arrived":
      return (
        <Ask {...same} path="resolve" body={{ outcome: "arrived" }}>
          {t("inbox.it_arrived")}
        </Ask>
      );
    case "not_arrived":
      return (
        <Ask {...same} path="resolve" body={{ outcome: "not_arrived" }}>
          {t("inbox.it_did_not")}
        </Ask>
      );
    case "resend_anyway":
      return (
        <AskFirst
          {...same}
          label={t("outcome.send_anyway")}
          title={t("outcome.send_anyway_title")}
          text={t("outcome.send_anyway_text", { name: conversation.contact.name })}
        />
      );
    case "confirm_person":
      return (
        <AskFirst
          {...same}
          label={t("outcome.confirm_person")}
          title={t("outcome.confirm_person_title", { name: conversation.contact.name })}
          text={t("outcome.confirm_person_text")}
        />
      );
  }
}

export function SendTemplate({ conversationId, variant }: { conversationId: string; variant?: ButtonProps["variant"] }) {
  const t = useT();
  const open = () => {
    changeDraft(conversationId, { mode: "template" });
    focusComposer();
  };
  return (
    <Button size="xs" variant={variant} onClick={open}>
      {t("inbox.send_template")}
    </Button>
  );
}

/** What was written comes back to be changed; what stands in the field already is more. */
function writeAgain({ conversationId, type, text }: Message) {
  changeDraft(conversationId, (draft) => ({ mode: "reply", text: draft.text || (type === "template" ? "" : (text ?? "")) }));
  focusComposer();
}

const ask = async ({ conversationId, id }: Message, path: "resend" | "resolve", body: object) => {
  try {
    mergeMessages(conversationId, [await request<Message>("POST", `/conversations/${conversationId}/messages/${id}/${path}`, { body })]);
    attemptsChanged(id);
  } catch (error) {
    toastError(error);
  }
};

type AskProps = { message: Message; variant: "secondary" | "ghost" };

function Ask({
  path,
  body = {},
  message,
  variant,
  children,
}: AskProps & { path: "resend" | "resolve"; body?: object; children: ReactNode }) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    await ask(message, path, body);
    setBusy(false);
  };
  return (
    <Button size="xs" variant={variant} loading={busy} onClick={() => void press()}>
      {children}
    </Button>
  );
}

/** Sends again once the person has said that they know what that may mean. */
function AskFirst({ message, variant, label, title, text }: AskProps & { label: string; title: string; text: string }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await ask(message, "resend", { confirm: true });
    setBusy(false);
    setOpen(false);
  };
  return (
    <>
      <Button size="xs" variant={variant} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        size="sm"
        open={open}
        onOpenChange={setOpen}
        title={title}
        description={text}
        footer={
          <>
            <Button size="lg" onClick={() => setOpen(false)}>
              {t("common.cancel")}
            </Button>
            <Button size="lg" variant="primary" loading={busy} onClick={() => void confirm()}>
              {label}
            </Button>
          </>
        }
      />
    </>
  );
}

/** Names who may do what this reader may not. */
export function WhoCan() {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const { data: names } = useQuery({ ...managersQuery, enabled: can("members.read") });
  return (
    <>
      {names?.length
        ? t("outcome.ask", { names: format.list(names.slice(0, 3).map((name) => `\u2068${name}\u2069`)) })
        : t("outcome.ask_nobody")}
    </>
  );
}
