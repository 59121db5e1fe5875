import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { BellRing, Check, X } from "lucide-react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { useT } from "../i18n/index.ts";
import { Button, IconButton, toastError } from "../ui/index.ts";
import { useDue } from "./due-words.ts";
import { remindersQuery, setDone, type Task, tasksChanged } from "./task-data.ts";

/** What one is reminded of, over every page until it is waved away, opened or done. */
export function Reminders() {
  const can = useCan()("sales.read");
  return can ? <Shown /> : null;
}

function Shown() {
  const t = useT();
  const navigate = useNavigate();
  const due = useDue();
  const { data: tasks = [] } = useQuery(remindersQuery);
  useRefresh(
    (event) => isAbout(event, "task"),
    () => void queryClient.invalidateQueries({ queryKey: remindersQuery.queryKey }),
    300,
  );
  const leave = (task: Task) => {
    queryClient.setQueryData(remindersQuery.queryKey, (all: Task[] | undefined) => all?.filter((each) => each.id !== task.id));
    void request("POST", `/tasks/${task.id}/seen`).catch(() => undefined);
  };
  if (tasks.length === 0) return null;
  return (
    <section
      aria-label={t("tasks.reminders")}
      className="pointer-events-none fixed end-4 top-16 z-toast flex w-80 flex-col gap-2 phone:inset-x-3 phone:top-3 phone:w-auto"
    >
      <div role="status" className="contents">
        {tasks.slice(0, 3).map((task) => (
          <div
            key={task.id}
            className="pop pointer-events-auto flex items-start gap-2.5 rounded-8 border bg-surface-raised p-3 shadow-popover"
          >
            <BellRing size={16} className="mt-0.5 shrink-0 text-accent-text" aria-hidden />
            <div className="min-w-0 flex-1">
              <p className="font-medium">{t("tasks.reminder", { title: task.title })}</p>
              {due(task) && <p className="num text-12 text-subtle">{t("tasks.due_at", { when: due(task)?.text ?? "" })}</p>}
              <p className="mt-2 flex gap-2">
                <Button
                  size="xs"
                  onClick={() => {
                    leave(task);
                    void navigate({ to: "/tasks", search: { task: task.id } });
                  }}
                >
                  {t("tasks.open_task")}
                </Button>
                <Button
                  size="xs"
                  icon={<Check size={14} />}
                  onClick={() => {
                    leave(task);
                    setDone(task, true).then(tasksChanged, toastError);
                  }}
                >
                  {t("tasks.done")}
                </Button>
              </p>
            </div>
            <IconButton size="sm" label={t("tasks.dismiss", { title: task.title })} onClick={() => leave(task)}>
              <X size={14} />
            </IconButton>
          </div>
        ))}
      </div>
    </section>
  );
}
