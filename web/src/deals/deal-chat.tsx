import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ExternalLink, MessagesSquare, UserPlus } from "lucide-react";
import { useState } from "react";
import { useCan } from "../api/session.ts";
import { contactQuery } from "../contacts/contact-data.ts";
import { WriteButton } from "../contacts/write-button.tsx";
import { useT } from "../i18n/index.ts";
import { Composer } from "../inbox/composer.tsx";
import { conversationQuery } from "../inbox/conversation-data.ts";
import { DropArea } from "../inbox/drop-area.tsx";
import { useInboxLive } from "../inbox/inbox-live.ts";
import { usePresence } from "../inbox/presence.ts";
import { Thread } from "../inbox/thread.tsx";
import { ThreadSkeleton } from "../inbox/thread-skeleton.tsx";
import { EmptyState, ErrorNotice, Select } from "../ui/index.ts";
import type { Deal } from "./deal-data.ts";

/** The conversation with a person of the deal: the inbox's own thread and composer. */
export function DealChat({ deal }: { deal: Deal }) {
  const t = useT();
  const [chosenPerson, choosePerson] = useState<string>();
  const [chosen, choose] = useState<string>();
  const person = deal.contacts.find((each) => each.id === chosenPerson) ?? deal.contacts[0];
  const { data: contact, error, refetch } = useQuery({ ...contactQuery(person?.id ?? ""), enabled: person !== undefined });
  const conversations = contact?.conversations ?? [];
  const conversation = conversations.find((each) => each.id === chosen) ?? conversations[0];
  const mayReply = useCan()("inbox.reply");

  if (!person)
    return (
      <EmptyState icon={<UserPlus size={20} />} title={t("deals.nobody_title")}>
        {t("deals.nobody_text")}
      </EmptyState>
    );
  return (
    <>
      <header className="flex h-11 shrink-0 items-center gap-2 border-b px-4">
        {deal.contacts.length > 1 ? (
          <Select
            quiet
            label={t("deals.person")}
            value={person.id}
            onChange={(id) => {
              choosePerson(id);
              choose(undefined);
            }}
            options={deal.contacts.map((each) => ({ value: each.id, label: each.name }))}
            className="-ms-1.5 min-w-0 font-semibold text-text!"
          />
        ) : (
          <h2 className="cut font-semibold">
            <bdi>{person.name}</bdi>
          </h2>
        )}
        {conversations.length > 1 && conversation && (
          <Select
            quiet
            label={t("deals.which_conversation")}
            value={conversation.id}
            onChange={choose}
            options={conversations.map((each) => ({ value: each.id, label: each.channelName }))}
          />
        )}
        {conversation && (
          <Link
            to="/inbox/$view/$conversationId"
            params={{ view: conversation.state, conversationId: conversation.id }}
            aria-label={t("deals.open_in_inbox")}
            title={t("deals.open_in_inbox")}
            className="ms-auto grid size-control-sm place-items-center rounded-6 text-subtle hover:bg-surface-hover hover:text-text"
          >
            <ExternalLink size={16} className="flip-rtl" />
          </Link>
        )}
      </header>
      {error && !contact ? (
        <div className="p-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      ) : conversation ? (
        <Opened key={conversation.id} conversationId={conversation.id} />
      ) : contact ? (
        <EmptyState
          icon={<MessagesSquare size={20} />}
          title={t("deals.no_chat_title")}
          action={mayReply ? <WriteButton contact={contact} /> : undefined}
        >
          {t("deals.no_chat_text", { name: contact.name })}
        </EmptyState>
      ) : (
        <ThreadSkeleton />
      )}
    </>
  );
}

function Opened({ conversationId }: { conversationId: string }) {
  const can = useCan();
  const { data: conversation, error, refetch } = useQuery(conversationQuery(conversationId));
  const said = useInboxLive(conversationId);
  const others = usePresence(conversationId);
  if (error && !conversation)
    return (
      <div className="p-4">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!conversation) return <ThreadSkeleton />;
  return (
    <DropArea conversationId={conversationId} when={can("inbox.reply")}>
      <Thread conversation={conversation} />
      <Composer conversation={conversation} others={others} />
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </DropArea>
  );
}
