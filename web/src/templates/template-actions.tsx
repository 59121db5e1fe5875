import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Copy, Ellipsis, Languages, Pencil, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, IconButton, Menu, toast, toastError } from "../ui/index.ts";
import { DeleteTemplate } from "./delete-template.tsx";
import { copyTemplate, submitTemplate, type Template, templateIs, templatesChanged } from "./template-data.ts";
import { TranslateDialog } from "./translate-dialog.tsx";

/** Edit, submit, copy, translate, delete: whichever its state allows. */
export function TemplateActions({ template, onGone, here }: { template: Template; onGone: () => void; here: boolean }) {
  const t = useT();
  const navigate = useNavigate();
  const [asks, setAsks] = useState<"translate" | "delete">();
  const draft = template.state === "DRAFT";
  const copy = useMutation({
    mutationFn: () => copyTemplate(template.id, {}),
    onSuccess: (made) => {
      templatesChanged();
      void navigate({ to: "/settings/templates/$templateId", params: { templateId: made.id } });
    },
    onError: toastError,
  });
  const submit = useMutation({
    mutationFn: () => submitTemplate(template.id),
    onSuccess: (now) => {
      templateIs(now);
      toast({ title: t(now.submission ? "templates.outcome_unknown" : "templates.submitted"), tone: now.submission ? "plain" : "success" });
    },
    onError: (error) => {
      templatesChanged();
      toastError(error);
    },
  });
  return (
    <div className="flex w-full items-center gap-2">
      {(template.editable.allowed || !here) && (
        <Button asChild>
          <Link
            to="/settings/templates/$templateId"
            params={{ templateId: template.id }}
            search={template.editable.allowed && !draft ? { edit: "1" } : {}}
          >
            <Pencil size={14} aria-hidden />
            {t(template.editable.allowed ? "common.edit" : "templates.open")}
          </Link>
        </Button>
      )}
      {(draft || template.submission === "unknown") && (
        <Button variant="primary" icon={<Send size={14} className="flip-rtl" />} loading={submit.isPending} onClick={() => submit.mutate()}>
          {t(template.submission === "unknown" ? "templates.ask_meta" : "templates.submit")}
        </Button>
      )}
      <span className="ms-auto">
        <Menu
          align="end"
          trigger={
            <IconButton label={t("templates.more_actions")} loading={copy.isPending}>
              <Ellipsis size={16} />
            </IconButton>
          }
          items={[
            { label: t("templates.duplicate"), icon: <Copy size={14} />, onSelect: () => copy.mutate() },
            { label: t("templates.translate"), icon: <Languages size={14} />, onSelect: () => setAsks("translate") },
            "separator",
            { label: t("common.delete"), icon: <Trash2 size={14} />, danger: true, onSelect: () => setAsks("delete") },
          ]}
        />
      </span>
      {asks === "translate" && <TranslateDialog template={template} onClose={() => setAsks(undefined)} />}
      {asks === "delete" && <DeleteTemplate template={template} onClose={() => setAsks(undefined)} onGone={onGone} />}
    </div>
  );
}
