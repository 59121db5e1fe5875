import { type ReactNode, useRef, useState } from "react";
import { inWords } from "../accounts/refusal.ts";
import { useT } from "../i18n/index.ts";
import { Button, Dialog, ErrorNotice } from "../ui/index.ts";

/** Asks once before what cannot be taken back with a press. Open while there is a `subject`; `onConfirm` may refuse by throwing. */
export function ConfirmDialog<Subject>({
  subject,
  onClose,
  title,
  text,
  action,
  onConfirm,
}: {
  subject: Subject | undefined;
  onClose: () => void;
  title: (subject: Subject) => string;
  text: ReactNode;
  action: string;
  onConfirm: (subject: Subject) => Promise<unknown>;
}) {
  const t = useT();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();
  // Keeps its words while it fades away.
  const last = useRef(subject);
  if (subject !== undefined) last.current = subject;

  const close = () => {
    setError(undefined);
    onClose();
  };
  const confirm = async () => {
    if (subject === undefined) return;
    setWorking(true);
    setError(undefined);
    try {
      await onConfirm(subject);
      close();
    } catch (refusal) {
      setError(inWords(t, refusal));
    } finally {
      setWorking(false);
    }
  };
  return (
    <Dialog
      size="sm"
      open={subject !== undefined}
      onOpenChange={(open) => !open && close()}
      title={last.current === undefined ? "" : title(last.current)}
      description={text}
      footer={
        <>
          <Button size="lg" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="danger" loading={working} onClick={() => void confirm()}>
            {action}
          </Button>
        </>
      }
    >
      {error !== undefined && <ErrorNotice error={error} />}
    </Dialog>
  );
}
