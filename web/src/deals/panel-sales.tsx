import { Plus } from "lucide-react";
import { useState } from "react";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { TasksPart } from "../tasks/tasks-part.tsx";
import { Button } from "../ui/index.ts";
import { DealLinks } from "./contact-sales.tsx";
import { NewDealSheet } from "./new-deal-sheet.tsx";

/** In the inbox's contact panel: the person's open deals, with a way to make the next. */
export function PanelDeals({ contact }: { contact: { id: string; name: string } }) {
  const t = useT();
  const mayWrite = useCan()("sales.write");
  const [creating, setCreating] = useState(false);
  return (
    <>
      <DealLinks about={{ contact: contact.id }} open />
      {mayWrite && (
        <Button size="xs" variant="ghost" icon={<Plus size={14} />} className="-ms-2 mt-1" onClick={() => setCreating(true)}>
          {t("deals.new")}
        </Button>
      )}
      <NewDealSheet open={creating} onOpenChange={setCreating} start={{ contact }} onMade={() => undefined} />
    </>
  );
}

/** What is to be done for this person; a new task remembers the conversation it came from. */
export const PanelTasks = ({ contactId, conversationId }: { contactId: string; conversationId: string }) => (
  <TasksPart about={{ contact: contactId }} make={{ contact: contactId, conversation: conversationId }} />
);
