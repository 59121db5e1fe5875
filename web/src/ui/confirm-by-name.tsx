// biome-ignore-all lint/suspicious/noArrayIndexKey: what is listed here has no identity but its place
import { type ReactNode, useId, useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { ErrorNotice } from "./error-notice.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

/** For what cannot be undone: names what is lost and asks for the name typed. `onConfirm` may refuse by throwing. */
export function ConfirmByName({
  open,
  onOpenChange,
  title,
  description,
  losses,
  name,
  action,
  onConfirm,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  losses?: ReactNode[];
  name: string;
  action: string;
  onConfirm: () => Promise<unknown> | unknown;
}) {
  const t = useT();
  const form = useId();
  const [typed, setTyped] = useState("");
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();
  const right = typed.trim() === name;

  const close = (next: boolean) => {
    onOpenChange(next);
    setTyped("");
    setError(undefined);
  };
  const confirm = async () => {
    if (!right || working) return;
    setWorking(true);
    try {
      await onConfirm();
      close(false);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setWorking(false);
    }
  };

  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={title}
      description={description}
      footer={
        <>
          <Button size="lg" onClick={() => close(false)}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="danger" type="submit" form={form} disabled={!right} loading={working}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        {losses && losses.length > 0 && (
          <div className="rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-danger-text">
            <p className="font-medium">{t("common.confirm_losses")}</p>
            <ul className="ms-4 list-disc">
              {losses.map((loss, index) => (
                <li key={index}>{loss}</li>
              ))}
            </ul>
          </div>
        )}
        <Field label={t("common.confirm_name", { name })}>
          <Input value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
        </Field>
        {error !== undefined && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  );
}
