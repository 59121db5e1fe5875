import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useForm } from "../accounts/use-form.ts";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, CodeBlock, CopyField, ErrorNotice, Field, Input, RadioGroup, Sheet } from "../ui/index.ts";
import { type ApiKeyMade, apiKeysKey } from "./api-keys.ts";
import { permissionsQuery } from "./members.ts";
import { PermissionBoxes } from "./permission-boxes.tsx";

export function ApiKeySheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const id = useId();
  const permissions = useQuery(permissionsQuery);
  const [scope, setScope] = useState<"all" | "some">("some");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [noneChosen, setNoneChosen] = useState(false);
  const [made, setMade] = useState<ApiKeyMade>();
  const form = useForm({
    initial: { name: "" },
    check: ({ name }) => {
      const none = scope === "some" && chosen.size === 0;
      setNoneChosen(none);
      return name.trim() ? {} : { name: t("settings.key_name_needed") };
    },
    send: async ({ name }) =>
      scope === "some" && chosen.size === 0
        ? undefined
        : request<ApiKeyMade>("POST", "/api-keys", { body: { name: name.trim(), permissions: scope === "all" ? "all" : [...chosen] } }),
    done: (key) => {
      if (!key) return;
      setMade(key);
      form.reset();
      setChosen(new Set());
      void queryClient.invalidateQueries({ queryKey: apiKeysKey });
    },
  });
  const close = (next: boolean) => {
    onOpenChange(next);
    // The key goes with the panel: it is shown once.
    if (!next) setMade(undefined);
  };

  return (
    <Sheet
      open={open}
      onOpenChange={close}
      title={made ? t("settings.key_made") : t("settings.new_key")}
      footer={
        made ? (
          <Button size="lg" variant="primary" onClick={() => close(false)}>
            {t("settings.key_kept")}
          </Button>
        ) : (
          <>
            <Button size="lg" onClick={() => close(false)}>
              {t("common.cancel")}
            </Button>
            <Button size="lg" variant="primary" type="submit" form={id} loading={form.working}>
              {t("settings.make_key")}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <MadeKey made={made} />
      ) : (
        <form id={id} {...form.form} className="flex flex-col gap-5">
          {form.error !== undefined && <ErrorNotice error={form.error} />}
          <Field label={t("accounts.name")} hint={t("settings.key_name_hint")} required error={form.errorOf("name")}>
            <Input {...form.input("name")} maxLength={80} autoComplete="off" />
          </Field>
          <div className="flex flex-col gap-3">
            <p className="font-medium" aria-hidden>
              {t("settings.permissions")}
            </p>
            <RadioGroup
              label={t("settings.permissions")}
              value={scope}
              onChange={setScope}
              options={[
                { value: "some", label: t("settings.scope_some"), hint: t("settings.scope_some_text") },
                { value: "all", label: t("settings.scope_all"), hint: t("settings.scope_all_text") },
              ]}
            />
            {noneChosen && scope === "some" && chosen.size === 0 && (
              <p role="alert" className="text-12 text-danger-text">
                {t("settings.permission_needed")}
              </p>
            )}
            {scope === "some" && <PermissionBoxes permissions={permissions.data?.items ?? []} chosen={chosen} onChange={setChosen} />}
          </div>
        </form>
      )}
    </Sheet>
  );
}

function MadeKey({ made }: { made: ApiKeyMade }) {
  const t = useT();
  const curl = `curl ${location.origin}/api/v1/contacts \\\n  --header "Authorization: Bearer ${made.key}"`;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-pretty" role="status">
        {t("settings.key_made_text", { name: made.name })}
      </p>
      <Field label={t("settings.key")} hint={t("settings.key_once")}>
        <CopyField value={made.key} />
      </Field>
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t("settings.key_try")}</p>
        <CodeBlock code={curl} />
      </div>
    </div>
  );
}
