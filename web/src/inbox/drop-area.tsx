import { Paperclip } from "lucide-react";
import { type DragEvent, type ReactNode, useState } from "react";
import { useT } from "../i18n/index.ts";
import { changeDraft, readDraft } from "./drafts.ts";
import { attach } from "./upload.ts";

/** Files dropped anywhere on the thread are attached to the reply. */
export function DropArea({ conversationId, when, children }: { conversationId: string; when: boolean; children: ReactNode }) {
  const t = useT();
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => when && event.dataTransfer.types.includes("Files");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way of attaching; the button in the composer is the first
    <div
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        if (readDraft(conversationId).mode !== "reply") changeDraft(conversationId, { mode: "reply" });
        attach(conversationId, event.dataTransfer.files);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-2 z-sticky grid place-items-center rounded-12 border-2 border-dashed border-accent-line bg-surface/85">
          <p className="flex items-center gap-2 text-14 font-medium text-accent-text">
            <Paperclip size={18} aria-hidden />
            {t("inbox.drop")}
          </p>
        </div>
      )}
    </div>
  );
}
