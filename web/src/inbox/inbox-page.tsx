import { Outlet, useParams } from "@tanstack/react-router";
import { MessagesSquare } from "lucide-react";
import { useKeyset } from "../api/query.ts";
import { useFilters, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { cx, EmptyState, Kbd } from "../ui/index.ts";
import { conversationsQuery, type ListFilters } from "./conversation-data.ts";
import { ConversationList } from "./conversation-list.tsx";
import { InboxItems } from "./inbox-items.ts";
import { useInboxLive } from "./inbox-live.ts";
import { type InboxFilters, isBuiltIn } from "./inbox-views.ts";
import { NewConversation } from "./new-conversation.tsx";

/** List at the left, the chosen conversation (the Outlet) beside it; on a phone one or the other. */
export function InboxPage() {
  const t = useT();
  const { view = "open", conversationId } = useParams({ strict: false }) as { view?: string; conversationId?: string };
  const [filters, setFilters] = useFilters<InboxFilters>();
  const listed: ListFilters = {
    ...(isBuiltIn(view) ? { view } : { view: filters.state === "closed" ? "closed" : "open", label: view }),
    ...(filters.channel ? { channel: filters.channel } : {}),
  };
  const list = useKeyset(conversationsQuery(listed));
  const said = useInboxLive(conversationId);
  useShortcut("c", () => void setFilters({ new: "1" }), { describe: t("inbox.new") });

  return (
    <InboxItems value={list.items}>
      <div className="grid min-h-0 flex-1 grid-cols-[var(--w-list)_minmax(0,1fr)] phone:grid-cols-1 [@media(width<=1320px)]:[--w-list:312px]! [@media(width<=1320px)]:[--w-panel:288px]!">
        <section
          aria-label={t("inbox.title")}
          className={cx("flex min-h-0 min-w-0 flex-col border-e phone:border-e-0", conversationId && "phone:hidden")}
        >
          <ConversationList view={view} conversationId={conversationId} list={list} />
        </section>
        <div className={cx("flex min-h-0 min-w-0 flex-col", !conversationId && "phone:hidden")}>
          <Outlet />
          {!conversationId && (
            <EmptyState icon={<MessagesSquare size={20} />} title={t("inbox.choose_title")}>
              {t("inbox.choose_text")}{" "}
              <span className="mt-2 flex justify-center gap-3">
                <Kbd keys="j" /> <Kbd keys="k" /> <Kbd keys="?" />
              </span>
            </EmptyState>
          )}
        </div>
      </div>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <NewConversation asked={filters.new} onClose={() => void setFilters({ new: undefined })} view={view} />
    </InboxItems>
  );
}
