import { Plus } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Input, toastError } from "../ui/index.ts";
import { type About, aboutBody, activitiesChanged, type Task, taskList, tasksChanged } from "./task-data.ts";
import { TaskRow } from "./task-row.tsx";
import { TaskSheet } from "./task-sheet.tsx";

/** The open tasks of a record, and a line to add the next. Enter adds; the button asks for a time, too. */
export function TasksPart({
  about,
  make = about,
}: {
  about: About /** What a new one is about, where that is more than what is listed. */;
  make?: About;
}) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useCan()("sales.write");
  const open = useKeyset(taskList({ ...about, show: "open" }, 20));
  const done = useKeyset(taskList({ ...about, show: "done" }, 5));
  const [typed, setTyped] = useState("");
  const [sheet, setSheet] = useState<Task | "new">();
  const [showDone, setShowDone] = useState(false);
  useRefresh((event) => isAbout(event, "task"), tasksChanged);
  useRefresh((event) => isAbout(event, "activity"), activitiesChanged);

  const add = async () => {
    const title = typed.trim();
    if (!title) return;
    setTyped("");
    try {
      await request("POST", "/tasks", { body: { title, ...aboutBody(make) } });
      tasksChanged();
    } catch (error) {
      setTyped(title);
      toastError(error);
    }
  };
  return (
    <>
      {mayWrite && (
        <form
          className="mb-1 flex items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Input
            aria-label={t("tasks.add")}
            placeholder={t("tasks.add_placeholder")}
            maxLength={300}
            dir={typed ? "auto" : undefined}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {typed.trim() ? (
            <Button type="submit" variant="primary" size="lg">
              {t("common.add")}
            </Button>
          ) : (
            <Button size="lg" aria-label={t("tasks.new")} title={t("tasks.new")} className="px-2!" onClick={() => setSheet("new")}>
              <Plus size={16} />
            </Button>
          )}
        </form>
      )}
      {open.error && <ErrorNotice error={open.error} onRetry={() => void open.refetch()} />}
      {open.data && open.items.length === 0 && <p className="py-1 text-subtle">{t("tasks.none_open")}</p>}
      <ul aria-label={t("tasks.part")}>
        {open.items.map((task) => (
          <li key={task.id}>
            <TaskRow small task={task} onOpen={setSheet} />
          </li>
        ))}
        {showDone &&
          done.items.map((task) => (
            <li key={task.id}>
              <TaskRow small task={task} onOpen={setSheet} />
            </li>
          ))}
      </ul>
      {(open.hasNextPage || done.items.length > 0) && (
        <span className="flex gap-2">
          {open.hasNextPage && (
            <Button size="xs" variant="ghost" onClick={() => void open.fetchNextPage()}>
              {t("deals.load_more")}
            </Button>
          )}
          {done.items.length > 0 && !showDone && (
            <Button size="xs" variant="ghost" className="-ms-2" onClick={() => setShowDone(true)}>
              {done.hasNextPage ? `${format.number(done.items.length)}+ ` : ""}
              {done.hasNextPage ? t("tasks.done") : t("tasks.all_done", { count: done.items.length })}
            </Button>
          )}
        </span>
      )}
      <TaskSheet
        open={sheet !== undefined}
        onOpenChange={(next) => !next && setSheet(undefined)}
        task={sheet === "new" ? undefined : sheet}
        about={make}
      />
    </>
  );
}
