import { useQuery } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useRef, useState } from "react";
import { SendCost } from "../costs/index.ts";
import { useT } from "../i18n/index.ts";
import { CategoryWarning } from "../templates/category-warning.tsx";
import { Button, ErrorNotice, Select } from "../ui/index.ts";
import { contactQuery } from "./contact-data.ts";
import type { Conversation } from "./conversation-data.ts";
import { changeDraft } from "./drafts.ts";
import { useFormSend } from "./form-send.ts";
import { useLanguageName } from "./language-name.ts";
import { useMoment } from "./moments.ts";
import { TemplateBlanks } from "./template-blanks.tsx";
import { bodyText, namesIn, sendable, type Template } from "./template-data.ts";
import { TemplatePreview } from "./template-preview.tsx";
import { blankOfField, fill, missingIn, parametersOf, renderedOf } from "./template-values.ts";

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
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { busy, error, submit, forget } = useFormSend(conversation.id, () => changeDraft(conversation.id, { mode: "reply" }));
  const refusedAt = error && blankOfField(template, error.field);

  const trySending = () => {
    setTried(true);
    if (missingIn(template, values).length > 0) {
      // Once it is drawn: the first blank may be below what is seen.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    void submit(
      { type: "template", name: template.name, language: template.language, parameters: parametersOf(template, values) },
      {
        text: fill(bodyText(template.components, template.category), "body", values),
        content: { name: template.name, components: renderedOf(template, values) },
      },
    );
  };
  const change = (part: typeof values) => {
    setValues((before) => ({ ...before, ...part }));
    forget();
  };
  return (
    <>
      <div className="flex min-h-0 flex-col gap-2.5 overflow-y-auto bg-surface-sunken px-3.5 py-3 phone:overflow-visible">
        <CategoryWarning template={template} />
        <TemplatePreview template={template} values={values} />
        <form
          ref={form}
          id="inbox-template"
          onSubmit={(event) => {
            event.preventDefault();
            trySending();
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
          {sendable(template) && (
            <TemplateBlanks
              template={template}
              values={values}
              onChange={change}
              tried={tried}
              refused={error && refusedAt ? { key: refusedAt, message: error.message } : undefined}
            />
          )}
        </form>
        {error && !refusedAt && <ErrorNotice error={error} />}
      </div>
      <footer className="col-span-full flex items-center gap-2.5 border-t py-2 ps-3.5 pe-2">
        {sendable(template) ? (
          <ConsentLine template={template} contactId={conversation.contact.id} />
        ) : (
          <span className="flex min-w-0 flex-1 items-start gap-1.5 text-12 text-muted">
            <CircleAlert size={14} className="mt-px text-warning" aria-hidden />
            {t(whyNot[template.state as keyof typeof whyNot] ?? "sending.template_not_approved")}
          </span>
        )}
        {sendable(template) && (
          <SendCost channelId={conversation.channel.id} contactId={conversation.contact.id} templateId={template.id} />
        )}
        <Button variant="primary" type="submit" form="inbox-template" disabled={!sendable(template)} loading={busy}>
          {t("inbox.send_template")}
        </Button>
      </footer>
    </>
  );
}

const whyNot = {
  PAUSED: "sending.template_paused",
  DISABLED: "sending.template_disabled",
  REJECTED: "sending.template_rejected",
  PENDING: "sending.template_pending",
  IN_APPEAL: "sending.template_pending",
} as const;

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
