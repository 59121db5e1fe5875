import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, Checkbox, ErrorNotice, Field, Sheet, Textarea, toast } from "../ui/index.ts";
import { importSegments, segmentsChanged } from "./segment-data.ts";

/** Segments from the text another installation gave. */
export function ImportSegments({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [text, setText] = useState("");
  const [make, setMake] = useState(false);
  const [error, setError] = useState<unknown>();
  const [working, setWorking] = useState(false);
  const send = async () => {
    setWorking(true);
    setError(undefined);
    try {
      const { segments } = await importSegments(text, make);
      segmentsChanged();
      toast({ title: t("segments.imported", { count: segments.length }), tone: "success" });
      onClose();
    } catch (refused) {
      setError(refused);
    } finally {
      setWorking(false);
    }
  };
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("segments.import_title")}
      footer={
        <Button variant="primary" disabled={text.trim() === ""} loading={working} onClick={() => void send()}>
          {t("segments.import")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {error !== undefined && <ErrorNotice error={error} />}
        <Field label={t("segments.text_label")} hint={t("segments.import_hint")}>
          <Textarea
            rows={16}
            className="font-mono text-12"
            dir="ltr"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Checkbox checked={make} onChange={(on) => setMake(on)} label={t("segments.import_missing")} />
      </div>
    </Sheet>
  );
}
