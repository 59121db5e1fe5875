import { useMutation } from "@tanstack/react-query";
import { useBlocker, useNavigate } from "@tanstack/react-router";
import { Save, Send } from "lucide-react";
import { type FocusEvent, useState } from "react";
import { ApiError, request } from "../api/client.ts";
import type { Channel } from "../channels/channel-data.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Badge, Button, Dialog, ErrorNotice, Section, Switch, toast } from "../ui/index.ts";
import { CategoryWarning } from "./category-warning.tsx";
import { EditorBasics } from "./editor-basics.tsx";
import { EditorButtons } from "./editor-buttons.tsx";
import { EditorCards } from "./editor-cards.tsx";
import { EditorCode } from "./editor-code.tsx";
import { type Editing, EditorContext } from "./editor-context.ts";
import { EditorProblems, goTo } from "./editor-problems.tsx";
import { EditorText } from "./editor-text.tsx";
import { blankForm, contentOf, type Form, formOf } from "./form.ts";
import { useProblemWords } from "./problem-words.ts";
import { type Content, submitTemplate, type Template, templateIs, templatesChanged } from "./template-data.ts";
import { Reason } from "./template-details.tsx";
import { TemplatePreview } from "./template-preview.tsx";
import { stateOf } from "./template-words.ts";
import { useCheck } from "./use-check.ts";

/** A new template, a draft, or (`revising`) one that Meta has: form at the start, preview and what is wrong at the end. */
export function Editor({ template, channels, first }: { template: Template | null; channels: Channel[]; first: string }) {
  const t = useT();
  const navigate = useNavigate();
  const words = useProblemWords();
  const [channelId, setChannelId] = useState(first);
  const [form, setForm] = useState<Form>(() => (template ? formOf(template) : blankForm()));
  const [saved, setSaved] = useState(() => JSON.stringify(contentOf(form)));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const [examples, setExamples] = useState(true);
  const revising = template && template.state !== "DRAFT" ? { state: template.state } : null;
  const content = contentOf(form);
  const dirty = JSON.stringify(content) !== saved;
  const { verdict, error: unchecked, current } = useCheck(content, template ? { templateId: template.id } : { channelId });
  const problems = verdict?.problems ?? [];
  const errors = problems.filter((problem) => problem.severity === "error");

  const leaving = useBlocker({ shouldBlockFn: () => dirty && !moving, enableBeforeUnload: () => dirty, withResolver: true });
  const [moving, setMoving] = useState(false);
  const go = (to: "list" | Template) => {
    setMoving(true);
    // After the state is told: the blocker asks at the moment of leaving.
    setTimeout(() =>
      to === "list"
        ? void navigate({ to: "/settings/templates" })
        : void navigate({ to: "/settings/templates/$templateId", params: { templateId: to.id }, search: {}, replace: true }),
    );
  };

  const write = (body: Content) =>
    template
      ? request<Template>("PUT", `/templates/${template.id}`, { body })
      : request<Template>("POST", "/templates", { body: { channelId, ...body } });
  const save = useMutation({
    mutationFn: write,
    // What was typed since is not saved yet.
    onSuccess: (made, sent) => {
      setSaved(JSON.stringify(sent));
      templateIs(made);
      toast({ title: t("templates.draft_saved"), tone: "success" });
      if (!template) go(made);
    },
  });
  const submit = useMutation({
    mutationFn: async (sent: Content) => {
      if (revising && template)
        return request<Template>("POST", `/templates/${template.id}/revision`, {
          body: { category: sent.category, components: sent.components, samples: sent.samples },
        });
      const draft = dirty || !template ? await write(sent) : template;
      setSaved(JSON.stringify(sent));
      templateIs(draft);
      // Refused from here on, the draft is there: its own page goes on with it.
      return submitTemplate(draft.id).catch((error) => {
        if (!template) go(draft);
        throw error;
      });
    },
    onSuccess: (now) => {
      setSaved(JSON.stringify(content));
      templateIs(now);
      toast({ title: t(now.submission ? "templates.outcome_unknown" : "templates.submitted"), tone: now.submission ? "plain" : "success" });
      go(now);
    },
    onError: (error) => {
      templatesChanged();
      if (error instanceof ApiError && error.field) goTo(error.field);
    },
  });
  const send = () => {
    setTried(true);
    const wrong = errors[0];
    if (wrong) return goTo(wrong.field);
    return submit.mutate(content);
  };
  const editing: Editing = {
    form,
    change: (part) => setForm((before) => ({ ...before, ...part })),
    revising,
    problems,
    wrong: (field) => {
      const found = errors.find((problem) => problem.field === field);
      return found && (tried || left.has(field)) ? words(found) : undefined;
    },
  };
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    const field = event.target.closest<HTMLElement>("[data-field]")?.dataset.field;
    if (field && !left.has(field)) setLeft(new Set([...left, field]));
  };
  const failed = save.error ?? submit.error;
  const state = template && stateOf(template);

  return (
    <EditorContext value={editing}>
      <SettingsPage
        wide
        title={template ? t(revising ? "templates.edit_title" : "templates.draft_title") : t("templates.new")}
        description={t(revising ? "templates.revise_text" : "templates.draft_text")}
        badge={state && <Badge tone={state.tone}>{t(state.label)}</Badge>}
        actions={
          <>
            {!revising && (
              <Button
                icon={<Save size={14} />}
                loading={save.isPending}
                disabled={(!dirty && template !== null) || submit.isPending}
                onClick={() => save.mutate(content)}
              >
                {t("templates.save_draft")}
              </Button>
            )}
            <Button
              variant="primary"
              icon={<Send size={14} className="flip-rtl" />}
              loading={submit.isPending}
              disabled={(revising !== null && !dirty) || save.isPending}
              onClick={send}
            >
              {t(revising ? "templates.submit_changes" : "templates.submit")}
            </Button>
          </>
        }
      >
        {failed && <ErrorNotice error={failed} />}
        {template?.reason && template.state !== "APPROVED" && <Reason reason={template.reason} />}
        {template && <CategoryWarning template={template} />}
        <div className="grid grid-cols-[minmax(0,1fr)_360px] items-start gap-5 medium:grid-cols-[minmax(0,1fr)_320px] narrow:grid-cols-1">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears that a control inside was left */}
          <div className="flex flex-col gap-5" onBlur={onBlur}>
            <EditorBasics channels={channels} channelId={channelId} onChannel={setChannelId} />
            {form.category === "AUTHENTICATION" ? <EditorCode /> : <EditorText />}
            {form.category !== "AUTHENTICATION" && form.build === "carousel" && <EditorCards />}
            {form.category !== "AUTHENTICATION" && form.build !== "carousel" && (
              <Section title={t("templates.buttons")} aside={t("templates.buttons_text")}>
                <EditorButtons field="buttons" buttons={form.buttons} onChange={(buttons) => editing.change({ buttons })} />
              </Section>
            )}
          </div>
          <div className="sticky top-4 flex max-h-[calc(100dvh-96px)] flex-col gap-5 overflow-y-auto narrow:static narrow:max-h-none">
            <Section
              title={t("templates.preview")}
              actions={<Switch checked={examples} onChange={setExamples} label={t("templates.examples")} />}
            >
              <TemplatePreview template={content} examples={examples} />
            </Section>
            <EditorProblems checking={!current} error={unchecked} />
          </div>
        </div>
      </SettingsPage>
      <Dialog
        open={leaving.status === "blocked"}
        onOpenChange={() => leaving.reset?.()}
        size="sm"
        title={t("templates.leave_title")}
        description={t("templates.leave_text")}
        footer={
          <>
            <Button size="lg" onClick={() => leaving.reset?.()}>
              {t("templates.stay")}
            </Button>
            <Button size="lg" variant="danger" onClick={() => leaving.proceed?.()}>
              {t("templates.leave")}
            </Button>
          </>
        }
      />
    </EditorContext>
  );
}
