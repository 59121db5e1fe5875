import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useLanguage, useT } from "../i18n/index.ts";
import { Button, ConfirmByName, Dialog, RadioGroup, toast, toastError } from "../ui/index.ts";
import { deleteTemplate, type Template, templatesChanged } from "./template-data.ts";
import { languageName } from "./template-words.ts";

/** A draft goes at a word; what Meta has asks for the name, after saying what stops with it. */
export function DeleteTemplate({ template, onClose, onGone }: { template: Template; onClose: () => void; onGone: () => void }) {
  const t = useT();
  const [language] = useLanguage();
  const [which, setWhich] = useState<"one" | "all">();
  const draft = template.state === "DRAFT";
  const { data: same, isPending } = useQuery({
    queryKey: ["templates", "of-name", template.name],
    queryFn: ({ signal }) =>
      request<Page<Template>>("GET", "/templates", { query: { name: template.name, account: template.accountId, limit: 100 }, signal }),
    enabled: !draft,
  });
  const languages = same?.items.filter((one) => one.state !== "DRAFT") ?? [template];
  const gone = async () => {
    await deleteTemplate(template, which ?? "one");
    templatesChanged();
    toast({ title: t("templates.deleted_done", { name: template.name }) });
    onGone();
  };
  // Which languages there are decides what is asked.
  if (!draft && isPending) return null;
  if (draft || (languages.length > 1 && !which))
    return (
      <Ask
        title={t(draft ? "templates.delete_draft" : "templates.delete_which", { name: template.name })}
        text={draft ? t("templates.delete_draft_text") : undefined}
        onClose={onClose}
        onGo={draft ? gone : (choice) => setWhich(choice)}
        choices={
          draft
            ? undefined
            : [
                { value: "one", label: t("templates.delete_one", { language: languageName(template.language, language) }) },
                { value: "all", label: t("templates.delete_all", { count: languages.length }) },
              ]
        }
      />
    );
  return (
    <ConfirmByName
      open
      onOpenChange={onClose}
      title={t("templates.delete_title", { name: template.name })}
      losses={[
        t("templates.loses_queued"),
        t("templates.loses_name"),
        ...(which === "all" ? [t("templates.loses_languages", { count: languages.length })] : []),
        ...(template.use.sends30Days > 0 ? [t("templates.loses_use", { count: template.use.sends30Days })] : []),
      ]}
      name={template.name}
      action={t("common.delete")}
      onConfirm={gone}
    />
  );
}

function Ask({
  title,
  text,
  choices,
  onClose,
  onGo,
}: {
  title: string;
  text: string | undefined;
  choices: { value: "one" | "all"; label: string }[] | undefined;
  onClose: () => void;
  onGo: (choice: "one" | "all") => unknown;
}) {
  const t = useT();
  const [choice, setChoice] = useState<"one" | "all">("one");
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    await Promise.resolve(onGo(choice)).catch(toastError);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={title}
      description={text}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant={choices ? "primary" : "danger"} loading={busy} onClick={() => void go()}>
            {t(choices ? "common.continue" : "common.delete")}
          </Button>
        </>
      }
    >
      {choices && <RadioGroup cards label={title} value={choice} onChange={setChoice} options={choices} />}
    </Dialog>
  );
}
