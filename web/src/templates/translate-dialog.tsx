import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useLanguage, useT } from "../i18n/index.ts";
import { Button, Dialog, ErrorNotice, Field } from "../ui/index.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { copyTemplate, type Template, templatesChanged } from "./template-data.ts";
import { languageName } from "./template-words.ts";

/** The same name in another language, with these texts to be translated. */
export function TranslateDialog({ template, onClose }: { template: Template; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [spoken] = useLanguage();
  const [language, setLanguage] = useState<string>();
  const { data: same } = useQuery({
    queryKey: ["templates", "of-name", template.name],
    queryFn: ({ signal }) =>
      request<Page<Template>>("GET", "/templates", { query: { name: template.name, account: template.accountId, limit: 100 }, signal }),
  });
  const taken = same?.items.map((one) => one.language) ?? [template.language];
  const copy = useMutation({
    mutationFn: () => copyTemplate(template.id, { language: language ?? "" }),
    onSuccess: (made) => {
      templatesChanged();
      void navigate({ to: "/settings/templates/$templateId", params: { templateId: made.id } });
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("templates.translate_title", { name: template.name })}
      description={t("templates.translate_text", { language: languageName(template.language, spoken) })}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" disabled={!language} loading={copy.isPending} onClick={() => copy.mutate()}>
            {t("templates.translate_go")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("templates.language")}>
          <LanguageChoice value={language} onChange={setLanguage} without={taken} />
        </Field>
        {copy.error && <ErrorNotice error={copy.error} />}
      </div>
    </Dialog>
  );
}
