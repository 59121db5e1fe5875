import { Download } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, Checkbox, CopyButton, Dialog } from "../ui/index.ts";

/** Shown once: closing waits until the person says they have them. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const t = useT();
  const [kept, setKept] = useState(false);
  const text = codes.join("\n");
  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
    link.download = "candor-recovery-codes.txt";
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && kept && onClose()}
      title={t("security.recovery_codes")}
      description={t("security.codes_text")}
      footer={
        <Button size="lg" variant="primary" disabled={!kept} onClick={onClose}>
          {t("common.done")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <ol
          dir="ltr"
          className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-8 border bg-surface-sunken p-3 font-mono phone:grid-cols-1"
          aria-label={t("security.recovery_codes")}
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className="flex items-center gap-2">
          <Button onClick={download}>
            <Download size={14} aria-hidden />
            {t("security.download_codes")}
          </Button>
          <CopyButton value={text} />
        </div>
        <Checkbox checked={kept} onChange={setKept} label={t("security.codes_kept")} />
      </div>
    </Dialog>
  );
}
