import { Link } from "@tanstack/react-router";
import { useCan } from "../api/session.ts";
import { ContactSales } from "../deals/contact-sales.tsx";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, ChannelMark } from "../ui/index.ts";
import type { Contact } from "./contact-data.ts";
import { ContactDuplicates } from "./contact-duplicates.tsx";
import { ContactNotes } from "./contact-notes.tsx";
import { RecordPart } from "./record-part.tsx";
import { WriteButton } from "./write-button.tsx";

/** What one does with the person: write, go on with a conversation, note something. */
export const ContactSide = ({ contact }: { contact: Contact }) => (
  <>
    <Conversations contact={contact} />
    <ContactSales contact={contact} />
    <ContactDuplicates contact={contact} />
    <ContactNotes contactId={contact.id} />
  </>
);

function Conversations({ contact }: { contact: Contact }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  return (
    <RecordPart title={t("contacts.conversations")} count={contact.conversations.length ? format.number(contact.conversations.length) : ""}>
      {contact.conversations.length === 0 && (
        <div className="flex flex-col items-start gap-2">
          <p className="text-subtle">{t("contacts.no_conversations")}</p>
          {can("inbox.reply") && <WriteButton contact={contact} quiet />}
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {contact.conversations.map((conversation) => {
          const inside = (
            <>
              <ChannelMark kind="whatsapp" size={24} decorative />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <bdi className="cut font-medium">{conversation.channelName}</bdi>
                  {conversation.state === "closed" && <Badge>{t("contacts.closed")}</Badge>}
                  <span className="num ms-auto shrink-0 text-12 text-subtle">{format.short(conversation.lastMessageAt)}</span>
                </span>
                <span className="cut block text-12 text-muted" dir="auto">
                  {conversation.preview || t("contacts.no_messages")}
                </span>
              </span>
            </>
          );
          const classes = "flex items-start gap-2.5 rounded-8 border bg-surface-raised p-2.5";
          return (
            <li key={conversation.id}>
              {can("inbox.read") ? (
                <Link
                  to="/inbox/$view/$conversationId"
                  params={{ view: conversation.state, conversationId: conversation.id }}
                  preload="intent"
                  className={`${classes} hover:border-line-strong hover:bg-surface-hover`}
                >
                  {inside}
                </Link>
              ) : (
                <div className={classes}>{inside}</div>
              )}
            </li>
          );
        })}
      </ul>
    </RecordPart>
  );
}
