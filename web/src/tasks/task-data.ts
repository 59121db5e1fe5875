import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { keyset, type Page, patchLists, queryClient } from "../api/query.ts";

export type Task = Shape<"Task">;
export type Activity = Shape<"Activity">;
export type TaskCounts = Shape<"TaskCounts">;
export type TaskShow = "open" | "overdue" | "today" | "upcoming" | "done";
/** What a task or an activity is about. */
export type About = { contact?: string; company?: string; deal?: string; conversation?: string };

export const taskList = (filters: About & { show: TaskShow; assignee?: string | undefined }, limit = 50) =>
  keyset(
    ["tasks", "list", filters],
    ({ after, limit, signal }) => request<Page<Task>>("GET", "/tasks", { query: { ...filters, after, limit }, signal }),
    limit,
  );

export const taskCounts = (assignee?: string) =>
  queryOptions({
    queryKey: ["tasks", "counts", assignee],
    queryFn: ({ signal }) => request<TaskCounts>("GET", "/tasks/counts", { query: { assignee }, signal }),
  });

export const taskQuery = (id: string) =>
  queryOptions({ queryKey: ["tasks", "one", id], queryFn: ({ signal }) => request<Task>("GET", `/tasks/${id}`, { signal }) });

export const remindersQuery = queryOptions({
  queryKey: ["tasks", "reminders"],
  queryFn: async ({ signal }) => (await request<Page<Task>>("GET", "/tasks/reminders", { signal })).items,
});

export const preferencesQuery = queryOptions({
  queryKey: ["tasks", "preferences"],
  queryFn: ({ signal }) => request<Shape<"TaskPreferences">>("GET", "/tasks/preferences", { signal }),
});

export const activityList = (about: About) =>
  keyset(
    ["activities", about],
    ({ after, limit, signal }) => request<Page<Activity>>("GET", "/activities", { query: { ...about, after, limit }, signal }),
    20,
  );

export const tasksChanged = () => {
  void queryClient.invalidateQueries({ queryKey: ["tasks"] });
  void queryClient.invalidateQueries({ queryKey: ["deals"] });
};
export const activitiesChanged = () => void queryClient.invalidateQueries({ queryKey: ["activities"] });

/** As a request names what it is about. */
export const aboutBody = ({ contact, company, deal, conversation }: About) => ({
  ...(contact ? { contactId: contact } : {}),
  ...(company ? { companyId: company } : {}),
  ...(deal ? { dealId: deal } : {}),
  ...(conversation ? { conversationId: conversation } : {}),
});

/** The mark changes at once; the row stays where it is until the lists are fetched again. */
export const setDone = async (task: Task, done: boolean) => {
  const undo = patchLists<Task>(
    ["tasks", "list"],
    (each) => each.id === task.id,
    (each) => ({ ...each, doneAt: done ? new Date().toISOString() : null }),
  );
  try {
    await request("POST", `/tasks/${task.id}/${done ? "done" : "reopen"}`);
    tasksChanged();
  } catch (error) {
    undo();
    throw error;
  }
};
