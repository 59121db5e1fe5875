import { useId, useState } from "react";
import { useForm } from "../accounts/use-form.ts";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, RadioGroup, Sheet, Textarea, toast } from "../ui/index.ts";
import { type WriteKey, writeKeysKey } from "./event-data.ts";

type Choices = Pick<WriteKey, "ip" | "gpc" | "unsigned">;

/** A website's name, origins and what is kept of its visitors. */
export function WriteKeySheet({
  subject,
  onClose,
  onMade,
}: {
  subject: WriteKey | "new" | undefined;
  onClose: () => void;
  onMade: (key: WriteKey) => void;
}) {
  const t = useT();
  const id = useId();
  const known = subject === "new" ? undefined : subject;
  const [choices, choose] = useState<Choices>({
    ip: known?.ip ?? "truncated",
    gpc: known?.gpc ?? "anonymous",
    unsigned: known?.unsigned ?? "claims",
  });
  const form = useForm({
    initial: { name: known?.name ?? "", origins: known?.origins.join("\n") ?? "", eventsPerSecond: String(known?.eventsPerSecond ?? 1000) },
    check: ({ name, origins }) => ({
      ...(name.trim() ? {} : { name: t("events.website_needed") }),
      ...(originsIn(origins).length > 0 ? {} : { origins: t("events.origin_needed") }),
    }),
    send: ({ name, origins, eventsPerSecond }) => {
      const body = { name: name.trim(), origins: originsIn(origins), eventsPerSecond: Number(eventsPerSecond), ...choices };
      return known ? request<WriteKey>("PATCH", `/write-keys/${known.id}`, { body }) : request<WriteKey>("POST", "/write-keys", { body });
    },
    done: (key) => {
      void queryClient.invalidateQueries({ queryKey: writeKeysKey });
      onClose();
      if (known) toast({ title: t("common.saved"), tone: "success" });
      else onMade(key);
    },
  });
  return (
    <Sheet
      open={subject !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={known ? known.name : t("events.new_website")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={id} loading={form.working}>
            {t(known ? "common.save" : "events.make_key")}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-5">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <Field label={t("events.website")} hint={t("events.website_hint")} required error={form.errorOf("name")}>
          <Input {...form.input("name")} maxLength={120} autoComplete="off" />
        </Field>
        <Field label={t("events.origins")} hint={t("events.origins_hint")} required error={form.errorOf("origins")}>
          <Textarea
            dir="ltr"
            rows={3}
            value={form.values.origins}
            onChange={(event) => form.set("origins", event.target.value)}
            placeholder="https://shop.example"
          />
        </Field>
        <Choice
          label={t("events.ip")}
          value={choices.ip}
          onChange={(ip) => choose({ ...choices, ip })}
          options={[
            { value: "off", label: t("events.ip_off"), hint: t("events.ip_off_text") },
            { value: "truncated", label: t("events.ip_truncated"), hint: t("events.ip_truncated_text") },
            { value: "full", label: t("events.ip_full"), hint: t("events.ip_full_text") },
          ]}
        />
        <Choice
          label={t("events.gpc")}
          value={choices.gpc}
          onChange={(gpc) => choose({ ...choices, gpc })}
          options={[
            { value: "anonymous", label: t("events.gpc_anonymous"), hint: t("events.gpc_anonymous_text") },
            { value: "drop", label: t("events.gpc_drop"), hint: t("events.gpc_drop_text") },
          ]}
        />
        <Choice
          label={t("events.unsigned")}
          value={choices.unsigned}
          onChange={(unsigned) => choose({ ...choices, unsigned })}
          options={[
            { value: "claims", label: t("events.unsigned_claims"), hint: t("events.unsigned_claims_text") },
            { value: "ignored", label: t("events.unsigned_ignored"), hint: t("events.unsigned_ignored_text") },
          ]}
        />
        <Field label={t("events.rate")} hint={t("events.rate_hint")} error={form.errorOf("eventsPerSecond")}>
          <Input {...form.input("eventsPerSecond")} type="number" min={1} max={20000} className="w-36!" />
        </Field>
      </form>
    </Sheet>
  );
}

function Choice<Value extends string>({
  label,
  ...rest
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: { value: Value; label: string; hint: string }[];
}) {
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium" aria-hidden>
        {label}
      </p>
      <RadioGroup label={label} {...rest} />
    </div>
  );
}

const originsIn = (text: string) =>
  text
    .split(/[\s,]+/)
    .map((origin) => origin.trim().replace(/\/+$/, ""))
    .filter(Boolean);
