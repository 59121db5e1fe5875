import { useId, useState } from "react";
import { api, unwrap } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button, Checkbox, Dialog, ErrorNotice, Field, Input } from "../ui/index.ts";
import type { ListState, SavedView } from "./list-state.ts";

/** A name for what the list shows now, and for whom it is. */
export function SaveViewSheet({
  open,
  onOpenChange,
  contents,
  mayShare,
  onSaved,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  contents: Omit<ListState, "q">;
  mayShare: boolean;
  onSaved: (view: SavedView) => Promise<unknown>;
}) {
  const t = useT();
  const form = useId();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [error, setError] = useState<unknown>();
  const [missing, setMissing] = useState(false);
  const save = async () => {
    setMissing(name.trim() === "");
    if (name.trim() === "") return;
    try {
      const view = await unwrap(api.POST("/contact-views", { body: { ...contents, name: name.trim(), shared } }));
      onOpenChange(false);
      setName("");
      await onSaved(view);
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        setError(undefined);
        setMissing(false);
      }}
      title={t("views.save_as")}
      size="sm"
      footer={
        <>
          <Button size="lg" onClick={() => onOpenChange(false)}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={form}>
            {t("views.save")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={t("views.name")} {...(missing ? { error: t("views.name_needed") } : {})}>
          <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} autoComplete="off" />
        </Field>
        {mayShare && <Checkbox label={t("views.share")} checked={shared} onChange={setShared} />}
        {error !== undefined && <ErrorNotice error={error} />}
      </form>
    </Dialog>
  );
}
