import { useNavigate } from "@tanstack/react-router";
import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Progress } from "../ui/index.ts";
import { uploadFile } from "./import-data.ts";

/** Takes a file by button or by drop, and goes on to where its columns are mapped. */
export function UploadBox() {
  const t = useT();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; share: number }>();
  const [error, setError] = useState<unknown>();
  const [over, setOver] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file || sending) return;
    setError(undefined);
    setSending({ name: file.name, share: 0 });
    try {
      const made = await uploadFile(file, (share) => setSending({ name: file.name, share }));
      await navigate({ to: "/contacts/imports/$importId", params: { importId: made.id } });
    } catch (refused) {
      setError(refused);
    } finally {
      setSending(undefined);
    }
  };
  return (
    <section
      aria-label={t("imports.new")}
      className={`flex flex-col gap-3 rounded-12 border border-dashed p-5 ${over ? "border-accent bg-accent-soft" : "border-line-strong bg-surface-raised"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send(event.dataTransfer.files[0]);
      }}
    >
      <div className="flex flex-wrap items-center gap-3">
        <span className="grid size-10 place-items-center rounded-8 bg-surface-chip text-subtle">
          <FileUp size={20} aria-hidden />
        </span>
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-14 font-semibold tracking-title">{t("imports.new")}</h2>
          <p className="text-pretty text-muted">{t("imports.text")}</p>
        </div>
        <div className="flex items-center gap-2">
          <Button variant="primary" loading={Boolean(sending)} onClick={() => input.current?.click()}>
            {t("imports.choose")}
          </Button>
          <span className="text-12 text-subtle phone:hidden">{t("imports.drop")}</span>
        </div>
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain"
          aria-label={t("imports.choose")}
          className="sr-only"
          tabIndex={-1}
          // The same file, put right, can be chosen again.
          onClick={(event) => {
            event.currentTarget.value = "";
          }}
          onChange={(event) => void send(event.target.files?.[0])}
        />
      </div>
      {sending && (
        <div className="flex flex-col gap-1" role="status">
          <span className="cut text-12 text-subtle">{t("imports.uploading", { name: sending.name })}</span>
          <Progress value={sending.share * 100} label={t("imports.uploading", { name: sending.name })} />
        </div>
      )}
      {error !== undefined && <ErrorNotice error={error} />}
    </section>
  );
}
