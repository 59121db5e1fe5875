import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { request } from "../api/client.ts";
import { useCan, useMe } from "../api/session.ts";
import { ContactPicker, MemberPicker } from "../deals/pickers.tsx";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, Select, Sheet, Textarea, toast, toastError } from "../ui/index.ts";
import { dueOf, remindTimes, useRemindOptions } from "./remind-choices.ts";
import { type About, aboutBody, type Task, tasksChanged } from "./task-data.ts";
import { instantOf } from "./zoned.ts";

/** Makes a task, or changes `task`. */
export function TaskSheet({
  open,
  onOpenChange,
  task,
  about = {},
  withPerson,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  task?: Task | undefined;
  about?: About;
  /** Asks for the person, too: from a page that knows none. */
  withPerson?: boolean;
}) {
  const t = useT();
  const form = useId();
  const mayWrite = useCan()("sales.write");
  const remove = useMutation({
    mutationFn: (gone: Task) => request("DELETE", `/tasks/${gone.id}`),
    onSuccess: () => {
      tasksChanged();
      onOpenChange(false);
      toast({ title: t("tasks.deleted") });
    },
    onError: toastError,
  });
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t(task ? "tasks.edit" : "tasks.new")}
      footer={
        mayWrite && (
          <>
            {task && (
              <Button
                size="lg"
                variant="danger"
                className="me-auto"
                icon={<Trash2 size={16} />}
                loading={remove.isPending}
                onClick={() => remove.mutate(task)}
              >
                {t("common.delete")}
              </Button>
            )}
            <Button size="lg" onClick={() => onOpenChange(false)}>
              {t("common.cancel")}
            </Button>
            <Button size="lg" variant="primary" type="submit" form={form}>
              {t(task ? "common.save" : "tasks.create")}
            </Button>
          </>
        )
      }
    >
      <TaskForm key={task?.id ?? "new"} id={form} task={task} about={about} withPerson={withPerson} onSaved={() => onOpenChange(false)} />
    </Sheet>
  );
}

function TaskForm({
  id,
  task,
  about,
  withPerson,
  onSaved,
}: {
  id: string;
  task: Task | undefined;
  about: About;
  withPerson: boolean | undefined;
  onSaved: () => void;
}) {
  const t = useT();
  const { data: me } = useMe();
  const zone = useFormat().timeZone ?? "UTC";
  const [title, setTitle] = useState(task?.title ?? "");
  const [body, setBody] = useState(task?.body ?? "");
  const [due, setDue] = useState(task ? dueOf(task, zone) : { day: "", time: "" });
  const [remindAt, setRemindAt] = useState(task?.remindAt ?? null);
  const [assigneeId, setAssigneeId] = useState<string | null>(task ? task.assigneeId : (me?.member.id ?? null));
  const [contact, setContact] = useState<{ id: string; name: string } | null>(null);
  const remind = useRemindOptions(due, remindAt, zone);
  /** The reminder keeps its name: "one hour before" stays that when the hour changes. */
  const changeDue = (next: { day: string; time: string }) => {
    setRemindAt(remindTimes(next, zone)[remind.value] ?? null);
    setDue(next);
  };

  const save = useMutation({
    mutationFn: () => {
      const when = due.day ? (due.time ? { dueAt: instantOf(due.day, due.time, zone) } : { dueOn: due.day }) : { dueAt: null };
      const facts = { title: title.trim(), body: body.trim(), assigneeId, ...when, remindAt };
      return task
        ? request("PATCH", `/tasks/${task.id}`, { body: facts })
        : request("POST", "/tasks", { body: { ...facts, ...aboutBody(contact ? { contact: contact.id } : about) } });
    },
    onSuccess: () => {
      tasksChanged();
      onSaved();
    },
  });

  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() && !save.isPending) save.mutate();
      }}
    >
      <Field label={t("tasks.what")} required>
        <Input autoFocus value={title} maxLength={300} dir="auto" autoComplete="off" onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("tasks.due_day")} optional>
          <Input type="date" value={due.day} onChange={(event) => changeDue({ ...due, day: event.target.value })} />
        </Field>
        <Field label={t("tasks.due_time")} optional hint={due.day && !due.time ? t("tasks.whole_day") : undefined}>
          <Input type="time" value={due.time} disabled={!due.day} onChange={(event) => changeDue({ ...due, time: event.target.value })} />
        </Field>
      </div>
      {due.day && (
        <Field label={t("tasks.remind")}>
          <Select
            value={remind.value}
            onChange={(choice) => {
              const at = remind.instant(choice);
              if (at !== undefined) setRemindAt(at);
            }}
            options={remind.options}
          />
        </Field>
      )}
      <Field label={t("tasks.assignee")}>
        <MemberPicker value={assigneeId} onChange={setAssigneeId} empty={t("tasks.nobody")} />
      </Field>
      {withPerson && !task && (
        <Field label={t("deals.person")} optional>
          <ContactPicker optional value={contact} onChange={setContact} />
        </Field>
      )}
      <Field label={t("tasks.note")} optional>
        <Textarea rows={4} maxLength={10_000} dir="auto" value={body} onChange={(event) => setBody(event.target.value)} />
      </Field>
      {save.error && <ErrorNotice error={save.error} />}
    </form>
  );
}
