import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";
import { EditorField } from "./editor-field.tsx";

const accepts = { IMAGE: "image/jpeg,image/png", VIDEO: "video/mp4", DOCUMENT: "application/pdf" };
const says = { IMAGE: "templates.sample_image", VIDEO: "templates.sample_video", DOCUMENT: "templates.sample_document" } as const;

/** The file Meta's reviewers see in a media header; each message brings its own. */
export function SampleField({
  field,
  kind,
  value,
  onChange,
}: {
  field: string;
  kind: "IMAGE" | "VIDEO" | "DOCUMENT";
  value: string | null;
  onChange: (fileId: string) => void;
}) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  // The form as it is once the file is up; with the field gone it takes none.
  const take = useRef(onChange);
  take.current = onChange;
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append("file", file, file.name);
      return request<{ id: string }>("POST", "/files", { body: form });
    },
  });
  return (
    <EditorField field={`${field}.sample`} label={t("templates.sample")} hint={t(says[kind])}>
      <div className="flex min-w-0 items-center gap-2">
        <Button icon={<Upload size={14} />} loading={upload.isPending} onClick={() => input.current?.click()}>
          {t(value ? "templates.sample_other" : "templates.sample_choose")}
        </Button>
        <input
          ref={input}
          type="file"
          accept={accepts[kind]}
          className="sr-only"
          tabIndex={-1}
          aria-label={t("templates.sample")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (!file) return;
            setName(file.name);
            upload.mutate(file, { onSuccess: ({ id }) => take.current(id) });
            event.target.value = "";
          }}
        />
        {value && kind === "IMAGE" && <img src={`/api/v1/files/${value}`} alt="" className="size-8 rounded-6 object-cover" />}
        <bdi className="cut text-subtle">{upload.error ? "" : (name ?? (value ? t("templates.sample_there") : ""))}</bdi>
      </div>
      {upload.error && (
        <p role="alert" className="text-12 text-danger-text">
          {upload.error.message}
        </p>
      )}
    </EditorField>
  );
}
