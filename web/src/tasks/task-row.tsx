import { Link } from "@tanstack/react-router";
import { Bell, Building2, CalendarClock, Handshake, MessagesSquare } from "lucide-react";
import { useCan } from "../api/session.ts";
import { useMembers } from "../contacts/contact-data.ts";
import { useT } from "../i18n/index.ts";
import { Avatar, Checkbox, cx, toast, toastError } from "../ui/index.ts";
import { useDue } from "./due-words.ts";
import { setDone, type Task } from "./task-data.ts";

/** One task: its mark, its words, what it is about, when, and who. */
export function TaskRow({
  task,
  active,
  small,
  onOpen,
}: {
  task: Task;
  active?: boolean;
  /** In a record's column: without what it is about. */
  small?: boolean;
  onOpen: (task: Task) => void;
}) {
  const t = useT();
  const mayWrite = useCan()("sales.write");
  const dueOf = useDue();
  const due = dueOf(task);
  const done = task.doneAt !== null;
  const assignee = useMembers().find((member) => member.id === task.assigneeId);
  const toggle = (next: boolean) => {
    setDone(task, next).catch(toastError);
    toast({
      title: t(next ? "tasks.done_toast" : "tasks.reopened", { title: task.title }),
      action: { label: t("common.undo"), onSelect: () => void setDone(task, !next).catch(toastError) },
    });
  };
  return (
    <div
      className={cx(
        "flex min-h-11 items-start gap-3 border-b py-2.5",
        small ? "min-h-9 py-1.5 last:border-b-0" : "px-4",
        active && "bg-surface-selected",
      )}
    >
      <Checkbox
        hideLabel
        disabled={!mayWrite}
        label={t(done ? "tasks.mark_open" : "tasks.mark_done", { title: task.title })}
        checked={done}
        onChange={toggle}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <button
          type="button"
          onClick={() => onOpen(task)}
          className={cx(
            "min-w-0 rounded-4 text-start hover:text-accent-text",
            small && "line-clamp-2",
            done ? "text-subtle line-through" : "font-medium",
          )}
        >
          <bdi>{task.title}</bdi>
        </button>
        {(due || !small) && (
          <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 text-12 text-subtle">
            {due && (
              <span className={cx("num flex items-center gap-1", due.late && "text-danger-text")}>
                <CalendarClock size={14} aria-hidden />
                {due.text}
              </span>
            )}
            {task.remindAt && !task.remindedAt && !done && <Bell size={14} role="img" aria-label={t("tasks.remind")} />}
            {!small && <TaskAbout task={task} />}
          </span>
        )}
      </div>
      {assignee && (
        <span title={assignee.name} className="shrink-0">
          <Avatar name={assignee.name} size={20} labelled />
        </span>
      )}
    </div>
  );
}

function TaskAbout({ task }: { task: Task }) {
  const t = useT();
  const can = useCan();
  const classes = "flex min-w-0 items-center gap-1 rounded-4 hover:text-accent-text";
  return (
    <>
      {task.contact && (
        <Link to="/contacts/$contactId" params={{ contactId: task.contact.id }} className={classes}>
          <Avatar name={task.contact.name} size={20} />
          <bdi className="cut">{task.contact.name}</bdi>
        </Link>
      )}
      {task.deal && (
        <Link to="/deals/$dealId" params={{ dealId: task.deal.id }} className={classes}>
          <Handshake size={14} aria-hidden />
          <bdi className="cut">{task.deal.name}</bdi>
        </Link>
      )}
      {task.company && (
        <Link to="/companies/$companyId" params={{ companyId: task.company.id }} className={classes}>
          <Building2 size={14} aria-hidden />
          <bdi className="cut">{task.company.name}</bdi>
        </Link>
      )}
      {task.conversationId && can("inbox.read") && (
        <Link to="/inbox/$view/$conversationId" params={{ view: "open", conversationId: task.conversationId }} className={classes}>
          <MessagesSquare size={14} aria-hidden />
          {t("tasks.in_conversation")}
        </Link>
      )}
    </>
  );
}
