import { useState } from "react";
import { useForm } from "../accounts/use-form.ts";
import { ApiError, request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, type Hue, Input } from "../ui/index.ts";
import { HuePicker } from "./hue-picker.tsx";
import type { Word, WordKind, WordPath } from "./word-list.tsx";

/** Makes a label or tag, or changes `word`. Escape leaves it. */
export function WordForm({
  path,
  kind,
  word,
  next = 1,
  onDone,
  onCancel,
}: {
  path: WordPath;
  kind: WordKind;
  word?: Word;
  /** The colour a new one begins with. */
  next?: Hue;
  onDone: () => Promise<void>;
  onCancel: () => void;
}) {
  const t = useT();
  const [hue, setHue] = useState<Hue>(word?.hue ?? next);
  const form = useForm({
    initial: { name: word?.name ?? "" },
    check: ({ name }) => (name.trim() ? {} : { name: t("accounts.name_needed") }),
    send: async ({ name }) => {
      const body = { name: name.trim(), hue };
      await (word ? request("PATCH", `${path}/${word.id}`, { body }) : request("POST", path, { body })).catch((error) => {
        throw error instanceof ApiError && /_exists$/.test(error.code) ? atName(error) : error;
      });
      await onDone();
    },
    done: () => undefined,
  });
  return (
    <form
      {...form.form}
      className="flex flex-col gap-3 border-b bg-surface-sunken px-4 py-3"
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      {form.error !== undefined && <ErrorNotice error={form.error} />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-48 flex-1">
          <Field label={t("accounts.name")} hideLabel required error={form.errorOf("name")}>
            <Input {...form.input("name")} maxLength={60} autoFocus placeholder={t(`settings.${kind}_placeholder`)} autoComplete="off" />
          </Field>
        </div>
        <HuePicker value={hue} onChange={setHue} />
        <div className="flex gap-2 phone:w-full">
          <Button size="lg" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" type="submit" variant="primary" loading={form.working}>
            {word ? t("common.save") : t("common.create")}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** A name that exists is a fault of the name, whether or not the server says so. */
const atName = (error: ApiError) => new ApiError(error.status, { code: "name_taken", message: error.message, field: "name" });
