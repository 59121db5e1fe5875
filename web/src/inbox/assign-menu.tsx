import { useMe } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Avatar, Button, Combobox } from "../ui/index.ts";
import { assignTo } from "./conversation-actions.ts";
import { type Conversation, useMembers } from "./conversation-data.ts";

const nobody = "nobody";

/** Whose conversation it is: oneself first, then the others, then back to the queue. */
export function AssignMenu({ conversation, wide }: { conversation: Conversation; wide?: boolean }) {
  const t = useT();
  const { data: me } = useMe();
  const { assignee } = conversation;
  const members = useMembers().filter((member) => member.active !== false && member.role !== "viewer");
  const mine = members.find((member) => member.id === me?.member.id);
  const ordered = [...(mine ? [mine] : []), ...members.filter((member) => member !== mine)];
  const choose = (value: string) => void assignTo(conversation.id, members.find((member) => member.id === value) ?? null);
  const [first = ""] = assignee?.name.split(" ") ?? [];
  return (
    <Combobox
      value={assignee?.id ?? nobody}
      onChange={choose}
      label={t("inbox.assign")}
      align="end"
      options={[
        ...ordered.map((member) => ({
          value: member.id,
          label: member === mine ? t("inbox.me", { name: member.name }) : member.name,
          icon: <Avatar name={member.name} size={20} />,
        })),
        { value: nobody, label: t("inbox.nobody"), icon: <Avatar name={null} size={20} /> },
      ]}
      trigger={
        <Button
          variant="ghost"
          data-key={wide ? undefined : "inbox-assign"}
          title={`${t("inbox.assign")} (A)`}
          icon={<Avatar name={assignee?.name ?? null} size={20} />}
          className={wide ? "touch-target -ms-2.75 phone:h-6.5! text-text!" : "px-2! text-text!"}
        >
          {(assignee || wide) && <span className="sr-only">{t("inbox.assignee")} </span>}
          <span className="cut max-w-28">{assignee ? (wide ? assignee.name : first) : t(wide ? "inbox.nobody" : "inbox.assign")}</span>
        </Button>
      }
    />
  );
}
