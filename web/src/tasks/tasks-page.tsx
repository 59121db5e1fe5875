import { useQuery } from "@tanstack/react-query";
import { Bell, CircleCheckBig, Plus } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { useCommands, useFilters, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import {
  Button,
  EmptyState,
  ErrorNotice,
  IconButton,
  PageHeader,
  Popover,
  Segmented,
  SkeletonRows,
  Switch,
  stepKey,
  Tabs,
  toastError,
  VirtualList,
} from "../ui/index.ts";
import { preferencesQuery, type Task, taskCounts, taskList, taskQuery, tasksChanged } from "./task-data.ts";
import { TaskRow } from "./task-row.tsx";
import { TaskSheet } from "./task-sheet.tsx";

const shows = ["overdue", "today", "upcoming", "done"] as const;
type Show = (typeof shows)[number];
const keyOf = (task: Task) => task.id;

/** One's own list of what is to be done, or everybody's. */
export function TasksPage() {
  const t = useT();
  const mayWrite = useCan()("sales.write");
  const [search, setSearch] = useFilters<{ show?: string; whose?: string; task?: string }>();
  const show: Show = shows.find((each) => each === search.show) ?? "today";
  const assignee = search.whose === "all" ? undefined : "me";
  const list = useKeyset(taskList({ show, assignee }));
  const { data: counts } = useQuery(taskCounts(assignee));
  const [active, setActive] = useState<string>();
  const [creating, setCreating] = useState(false);
  // A reminder's link names the task; it may be in none of the pages loaded here.
  const { data: named } = useQuery({ ...taskQuery(search.task ?? ""), enabled: Boolean(search.task) });
  const opened = search.task ? (list.items.find((task) => task.id === search.task) ?? named) : undefined;
  const open = (task: Task | undefined) => void setSearch({ task: task?.id ?? "" });

  useRefresh((event) => isAbout(event, "task"), tasksChanged);
  const step = (by: number) => setActive(stepKey(list.items, keyOf, active, by)?.id);
  useShortcut("j", () => step(1), { describe: t("tasks.next") });
  useShortcut("k", () => step(-1), { describe: t("tasks.previous") });
  useShortcut("enter", (event) => {
    if (event.target instanceof Element && event.target.closest("a, button, input")) return (event.target as HTMLElement).click();
    open(list.items.find((task) => task.id === active));
  });
  useShortcut("c", () => setCreating(true), { when: mayWrite, describe: t("tasks.new") });
  useCommands(
    () =>
      mayWrite ? [{ id: "tasks.new", label: t("tasks.new"), icon: <Plus size={16} />, shortcut: "c", run: () => setCreating(true) }] : [],
    [mayWrite, t],
  );
  const create = mayWrite && (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
      {t("tasks.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("tasks.title")}
        actions={
          <>
            <Preferences />
            {create}
          </>
        }
      />
      <Tabs
        label={t("tasks.show")}
        value={show}
        onChange={(next) => void setSearch({ show: next === "today" ? "" : next })}
        items={shows.map((each) => ({
          value: each,
          label: t(`tasks.${each}`),
          ...(each !== "done" && counts?.[each] ? { count: counts[each] >= 1000 ? "999+" : counts[each] } : {}),
        }))}
        end={
          <Segmented
            label={t("tasks.whose")}
            value={assignee ? "me" : "all"}
            onChange={(next) => void setSearch({ whose: next === "me" ? "" : next })}
            options={[
              { value: "me", label: t("tasks.mine") },
              { value: "all", label: t("tasks.everybodys") },
            ]}
          />
        }
      />
      {list.error ? (
        <div className="p-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <SkeletonRows rows={8} height={52} />
      ) : list.items.length === 0 ? (
        <EmptyState icon={<CircleCheckBig size={20} />} title={t(`tasks.empty_${show}`)} action={show === "done" ? undefined : create}>
          {t(`tasks.empty_${show}_text`)}
        </EmptyState>
      ) : (
        <VirtualList
          items={list.items}
          itemKey={keyOf}
          rowHeight={60}
          label={t("tasks.title")}
          {...list.virtual}
          activeKey={active}
          onActive={(task) => setActive(task.id)}
          onOpen={open}
        >
          {(task, state) => <TaskRow task={task} active={state.active} onOpen={open} />}
        </VirtualList>
      )}
      <TaskSheet open={creating} onOpenChange={setCreating} withPerson />
      <TaskSheet open={opened !== undefined} onOpenChange={(next) => !next && open(undefined)} task={opened} />
    </>
  );
}

function Preferences() {
  const t = useT();
  const { data } = useQuery(preferencesQuery);
  const choose = async (mail: boolean) => {
    queryClient.setQueryData(preferencesQuery.queryKey, { mail });
    await request("PUT", "/tasks/preferences", { body: { mail } }).catch((error) => {
      queryClient.setQueryData(preferencesQuery.queryKey, { mail: !mail });
      toastError(error);
    });
  };
  return (
    <Popover
      align="end"
      label={t("tasks.preferences")}
      trigger={
        <IconButton label={t("tasks.preferences")}>
          <Bell size={16} />
        </IconButton>
      }
    >
      <Switch checked={data?.mail ?? false} onChange={(mail) => void choose(mail)} label={t("tasks.mail")} hint={t("tasks.mail_text")} />
    </Popover>
  );
}
