import { useMutation } from "@tanstack/react-query";
import { NotebookPen, Phone, Trash2, Users } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, ErrorNotice, IconButton, Input, Segmented, Textarea, toast, toastError } from "../ui/index.ts";
import { type About, type Activity, aboutBody, activitiesChanged, activityList } from "./task-data.ts";

type Kind = Activity["kind"];
const icons = { call: Phone, meeting: Users, note: NotebookPen };

/** What was done about a record: a call, a meeting, a note; and a place to log the next. */
export function ActivitiesPart({ about }: { about: About }) {
  const t = useT();
  const format = useFormat();
  const mayWrite = useCan()("sales.write");
  const list = useKeyset(activityList(about));
  const remove = useMutation({
    mutationFn: (activity: Activity) => request("DELETE", `/activities/${activity.id}`),
    onSuccess: (_, { kind, body, minutes, at }) => {
      activitiesChanged();
      toast({
        title: t("activities.deleted"),
        action: {
          label: t("common.undo"),
          onSelect: () =>
            void request("POST", "/activities", { body: { kind, body, minutes, at, ...aboutBody(about) } }).then(
              activitiesChanged,
              toastError,
            ),
        },
      });
    },
    onError: toastError,
  });
  return (
    <>
      {mayWrite && <LogForm about={about} />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && list.items.length === 0 && <p className="py-1 text-subtle">{t("activities.none")}</p>}
      <ul aria-label={t("activities.title")} className="flex flex-col">
        {list.items.map((activity) => {
          const Icon = icons[activity.kind];
          return (
            <li key={activity.id} className="group flex gap-2.5 border-b py-2 last:border-b-0">
              <Icon size={16} className="mt-0.5 shrink-0 text-subtle" role="img" aria-label={t(`activities.${activity.kind}`)} />
              <div className="min-w-0 flex-1">
                <p className="break-words whitespace-pre-wrap" dir="auto">
                  {activity.body}
                </p>
                <p className="num flex min-h-6 items-center gap-1 text-12 text-subtle">
                  <bdi className="cut">{activity.authorName ?? t("activities.by_nobody")}</bdi>
                  <span className="shrink-0">· {format.short(activity.at)}</span>
                  {activity.minutes !== null && <span className="shrink-0">· {t("activities.took", { count: activity.minutes })}</span>}
                  {mayWrite && (
                    <IconButton
                      size="sm"
                      label={t("activities.delete")}
                      className="ms-auto opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 phone:opacity-100"
                      onClick={() => remove.mutate(activity)}
                    >
                      <Trash2 size={14} />
                    </IconButton>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {list.hasNextPage && (
        <Button size="xs" variant="ghost" className="-ms-2" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("deals.load_more")}
        </Button>
      )}
    </>
  );
}

function LogForm({ about }: { about: About }) {
  const t = useT();
  const [kind, setKind] = useState<Kind>("call");
  const [body, setBody] = useState("");
  const [minutes, setMinutes] = useState("");
  const took = Number(minutes) >= 1 && Number(minutes) <= 1440 ? Math.round(Number(minutes)) : null;
  const log = useMutation({
    mutationFn: () =>
      request("POST", "/activities", { body: { kind, body: body.trim(), ...(took ? { minutes: took } : {}), ...aboutBody(about) } }),
    onSuccess: () => {
      setBody("");
      setMinutes("");
      activitiesChanged();
    },
    onError: toastError,
  });
  return (
    <form
      className="mb-1 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim() && !log.isPending) log.mutate();
      }}
    >
      <Segmented
        label={t("activities.kind")}
        value={kind}
        onChange={setKind}
        options={(["call", "meeting", "note"] as const).map((value) => ({ value, label: t(`activities.${value}`) }))}
      />
      <Textarea
        aria-label={t(`activities.placeholder_${kind}`)}
        placeholder={t(`activities.placeholder_${kind}`)}
        rows={2}
        maxLength={10_000}
        dir={body ? "auto" : undefined}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && body.trim() && !log.isPending) log.mutate();
        }}
      />
      {body.trim() && (
        <span className="flex items-center justify-end gap-2">
          {kind !== "note" && (
            <Input
              type="number"
              min={1}
              max={1440}
              aria-label={t("activities.minutes")}
              placeholder={t("activities.minutes")}
              value={minutes}
              className="w-28!"
              onChange={(event) => setMinutes(event.target.value)}
            />
          )}
          <Button variant="primary" type="submit" loading={log.isPending}>
            {t("activities.log")}
          </Button>
        </span>
      )}
    </form>
  );
}
