import { useNavigate } from "@tanstack/react-router";
import { MessageSquareText, UserRound } from "lucide-react";
import { useEffect } from "react";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { registerSearch } from "../frame/commands.ts";
import { useT } from "../i18n/index.ts";
import { useOpenContact } from "./open-contact.ts";
import { contactHitsQuery, excerpt, mainIdentity, messageHitsQuery } from "./search-data.ts";

/** The palette finds conversations by the person and by what was said. */
export function useInboxSearch() {
  const t = useT();
  const may = useCan()("inbox.read");
  const navigate = useNavigate();
  const openContact = useOpenContact("open");
  // biome-ignore lint/correctness/useExhaustiveDependencies: openContact is new with every render and does the same
  useEffect(() => {
    if (!may) return;
    const conversations = registerSearch({
      id: "inbox.conversations",
      heading: t("inbox.conversations"),
      search: async (query) => {
        const { items } = await queryClient.fetchQuery(contactHitsQuery(query));
        return items.map((contact) => ({
          id: `conversation of ${contact.id}`,
          label: contact.name,
          icon: <UserRound size={16} />,
          hint: mainIdentity(contact),
          run: () => void openContact(contact),
        }));
      },
    });
    const messages = registerSearch({
      id: "inbox.messages",
      heading: t("inbox.messages"),
      search: async (query) => {
        const { items } = await queryClient.fetchQuery(messageHitsQuery(query));
        return items.slice(0, 8).map(({ message, conversation }) => ({
          id: `message ${message.id}`,
          label: excerpt(message.text ?? "", query, 60),
          icon: <MessageSquareText size={16} />,
          hint: conversation.contactName,
          run: () =>
            void navigate({
              to: "/inbox/$view/$conversationId",
              params: { view: "open", conversationId: conversation.id },
              search: { message: message.id } as never,
            }),
        }));
      },
    });
    return () => {
      conversations();
      messages();
    };
  }, [t, navigate, may]);
}
