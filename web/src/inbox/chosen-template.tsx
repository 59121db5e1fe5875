import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, Select } from "../ui/index.ts";
import { contactQuery } from "./contact-data.ts";
import type { Conversation } from "./conversation-data.ts";
import { changeDraft } from "./drafts.ts";
import { useLanguageName } from "./language-name.ts";
import { useMoment } from "./moments.ts";
import { send } from "./outbox.ts";
import { TemplateBlanks } from "./template-blanks.tsx";
import { blanksOf, fill, find, namesIn, parametersOf, renderedOf, type Template } from "./template-data.ts";
import { TemplatePreview } from "./template-preview.tsx";

/** How it will look, its blanks, whether it may be sent, and the button that does. */
export function ChosenTemplate({
  template,
  languages,
  onLanguage,
  conversation,
}: {
  template: Template;
  languages: string[];
  onLanguage: (language: string) => void;
  conversation: Conversation;
}) {
  const t = useT();
  const languageName = useLanguageName();
  const first = conversation.contact.name.split(" ")[0] ?? "";
  const named = /\p{L}/u.test(first) ? first : "";
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(namesIn(template).map((key) => [key, named])));
  const missing = blanksOf(template).filter((blank) => !values[blank.key]?.trim());
  const [tried, setTried] = useState(false);

  const submit = () => {
    if (missing.length > 0) {
      setTried(true);
      return;
    }
    send(
      conversation.id,
      { type: "template", name: template.name, language: template.language, parameters: parametersOf(template, values) },
      {
        text: fill(find(template, "BODY")?.text ?? "", "body", values),
        content: { name: template.name, components: renderedOf(template, values) },
      },
    );
    changeDraft(conversation.id, { mode: "reply" });
    setTried(false);
  };
  return (
    <>
      <div className="flex min-h-0 flex-col gap-2.5 overflow-y-auto bg-surface-sunken px-3.5 py-3 phone:overflow-visible">
        <TemplatePreview template={template} values={values} />
        <form
          id="inbox-template"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          className="grid grid-cols-[minmax(84px,auto)_minmax(0,1fr)] items-center gap-x-2 gap-y-1.5 text-12"
        >
          {languages.length > 1 && (
            <>
              <span>{t("inbox.language")}</span>
              <Select
                value={template.language}
                onChange={onLanguage}
                label={t("inbox.language")}
                options={languages.map((code) => ({ value: code, label: languageName(code) }))}
              />
            </>
          )}
          <TemplateBlanks template={template} values={values} onChange={setValues} tried={tried} />
        </form>
      </div>
      <footer className="col-span-full flex items-center gap-2.5 border-t py-2 ps-3.5 pe-2">
        <ConsentLine template={template} contactId={conversation.contact.id} />
        <Button variant="primary" type="submit" form="inbox-template">
          {t("inbox.send_template")}
        </Button>
      </footer>
    </>
  );
}

/** Marketing needs a consent: it is said before sending, and the server asks again. */
function ConsentLine({ template, contactId }: { template: Template; contactId: string }) {
  const t = useT();
  const moment = useMoment();
  const { data } = useQuery(contactQuery(contactId));
  if (template.category.toUpperCase() !== "MARKETING")
    return <span className="min-w-0 flex-1 text-12 text-subtle">{t("inbox.no_consent_needed")}</span>;
  const consent = data?.consents.find((each) => each.channel === "whatsapp" && each.purpose === "marketing");
  const granted = consent?.state === "granted";
  return (
    <span className="flex min-w-0 flex-1 items-start gap-1.5 text-12 text-muted">
      {granted ? (
        <CircleCheck size={14} className="mt-px text-success" aria-hidden />
      ) : (
        <CircleAlert size={14} className="mt-px text-warning" aria-hidden />
      )}
      <span className="text-pretty">
        {!data
          ? ""
          : granted
            ? t("inbox.consent_granted", { time: moment(consent.at) })
            : consent
              ? t("inbox.consent_withdrawn", { time: moment(consent.at) })
              : t("inbox.consent_missing")}
      </span>
    </span>
  );
}
