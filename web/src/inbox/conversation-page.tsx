import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useRemembered, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, PageHeader, Sheet } from "../ui/index.ts";
import { Composer } from "./composer.tsx";
import { ContactPanel } from "./contact-panel.tsx";
import { cachedConversation } from "./conversation-cache.ts";
import { type Conversation, conversationQuery } from "./conversation-data.ts";
import { DropArea } from "./drop-area.tsx";
import { usePresence } from "./presence.ts";
import { Thread } from "./thread.tsx";
import { ThreadHeader } from "./thread-header.tsx";
import { useThreadKeys } from "./thread-keys.ts";

/** One conversation: thread and composer, the contact beside them where there is room. */
export function ConversationPage() {
  const { conversationId, view } = useParams({ from: "/app/inbox/$view/$conversationId" });
  const t = useT();
  const navigate = useNavigate();
  const query = useQuery({
    ...conversationQuery(conversationId),
    placeholderData: () => cachedConversation(conversationId),
  });
  const back = () => void navigate({ to: "/inbox/$view", params: { view }, search: true });
  if (query.data) return <Opened key={conversationId} conversation={query.data} onBack={back} />;
  return (
    <>
      <PageHeader title={query.error ? t("inbox.conversation") : " "} onBack={back} />
      {query.error && (
        <div className="p-4">
          <ErrorNotice
            error={query.error}
            onRetry={() => void queryClient.refetchQueries({ queryKey: conversationQuery(conversationId).queryKey })}
          />
        </div>
      )}
    </>
  );
}

function Opened({ conversation, onBack }: { conversation: Conversation; onBack: () => void }) {
  const t = useT();
  const can = useCan();
  const [panel, setPanel] = useRemembered<"open" | "closed">("inbox-panel", "open");
  const [sheet, setSheet] = useState(false);
  const others = usePresence(conversation.id);
  const togglePanel = () => (matchMedia("(width > 1180px)").matches ? setPanel(panel === "open" ? "closed" : "open") : setSheet(!sheet));
  useShortcut("]", togglePanel, { describe: t("inbox.panel_toggle") });
  useThreadKeys(conversation);

  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={t("inbox.conversation_with", { name: conversation.contact.name })}
        className="relative flex min-h-0 min-w-0 flex-1 flex-col"
      >
        <ThreadHeader conversation={conversation} others={others} onBack={onBack} panelOpen={panel === "open"} onPanel={togglePanel} />
        <DropArea conversationId={conversation.id} when={can("inbox.reply")}>
          <Thread conversation={conversation} />
          <Composer conversation={conversation} others={others} />
        </DropArea>
      </section>
      {panel === "open" && (
        <aside aria-label={t("inbox.contact")} className="flex min-h-0 w-panel shrink-0 flex-col border-s medium:hidden">
          <ContactPanel conversation={conversation} />
        </aside>
      )}
      <Sheet
        open={sheet}
        onOpenChange={setSheet}
        title={t("inbox.contact")}
        footer={
          <Button asChild>
            <Link to="/contacts/$contactId" params={{ contactId: conversation.contact.id }}>
              {t("inbox.open_contact")}
            </Link>
          </Button>
        }
      >
        <div className="-m-4">
          <ContactPanel conversation={conversation} inSheet />
        </div>
      </Sheet>
    </div>
  );
}
