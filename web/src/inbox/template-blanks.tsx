import { useId, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, Input, Progress } from "../ui/index.ts";
import { type Blank, blanksOf, type Template } from "./template-data.ts";
import { post } from "./upload.ts";

/** The fields of a template's blanks, in their order. */
export function TemplateBlanks({
  template,
  values,
  onChange,
  tried,
}: {
  template: Template;
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
  tried: boolean;
}) {
  const t = useT();
  const id = useId();
  const label = (blank: Blank) => {
    if (blank.part === "file")
      return t(blank.format === "IMAGE" ? "inbox.blank_image" : blank.format === "VIDEO" ? "inbox.blank_video" : "inbox.blank_document");
    if (blank.part === "button") return t("inbox.blank_button", { name: blank.name });
    if (/^\d+$/.test(blank.name)) return t(blank.part === "header" ? "inbox.blank_header" : "inbox.blank", { number: Number(blank.name) });
    return blank.name.replaceAll("_", " ");
  };
  return blanksOf(template).map((blank) => {
    const empty = tried && !values[blank.key]?.trim();
    const field = `${id} ${blank.key}`;
    const set = (value: string) => onChange({ ...values, [blank.key]: value });
    return (
      <div key={blank.key} className="contents">
        <label htmlFor={field} className="first-letter:uppercase">
          {label(blank)}
        </label>
        {blank.part === "file" ? (
          <HeaderFile id={field} format={blank.format ?? "DOCUMENT"} onFile={set} missing={empty} />
        ) : (
          <span>
            <Input
              id={field}
              dir={values[blank.key] ? "auto" : undefined}
              value={values[blank.key] ?? ""}
              onChange={(event) => set(event.target.value.replaceAll(/[\n\t]/g, " "))}
              placeholder={blank.example ? t("inbox.blank_example", { example: blank.example }) : ""}
              maxLength={blank.part === "header" ? 60 : blank.part === "button" ? 256 : 1024}
              aria-invalid={empty || undefined}
              aria-describedby={empty ? `${field} says` : undefined}
              className="h-control-sm!"
            />
            {empty && (
              <span id={`${field} says`} role="alert" className="text-danger-text">
                {t("inbox.blank_missing")}
              </span>
            )}
          </span>
        )}
      </div>
    );
  });
}

const accepts: Record<string, string> = { IMAGE: "image/jpeg,image/png", VIDEO: "video/mp4,video/3gpp", DOCUMENT: "*/*" };

function HeaderFile({ id, format, onFile, missing }: { id: string; format: string; onFile: (fileId: string) => void; missing: boolean }) {
  const t = useT();
  const [state, setState] = useState<{ name?: string; progress?: number; error?: string }>({});
  const choose = (file: File | undefined) => {
    if (!file) return;
    setState({ name: file.name, progress: 0 });
    post(
      file,
      (progress) => setState({ name: file.name, progress }),
      (end) => {
        if ("error" in end) return setState({ name: file.name, error: end.error.message });
        setState({ name: file.name });
        return onFile(end.file.id);
      },
    );
  };
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span className="flex min-w-0 items-center gap-2">
        <Button size="xs" asChild>
          <label htmlFor={id}>{t("inbox.choose_file")}</label>
        </Button>
        <input id={id} type="file" accept={accepts[format]} className="sr-only" onChange={(event) => choose(event.target.files?.[0])} />
        <span className="cut text-subtle">{state.name}</span>
      </span>
      {state.progress !== undefined && <Progress value={state.progress * 100} label={t("inbox.uploading", { name: state.name ?? "" })} />}
      {(state.error || (missing && !state.name)) && (
        <span role="alert" className="text-danger-text">
          {state.error ?? t("inbox.blank_missing")}
        </span>
      )}
    </span>
  );
}
