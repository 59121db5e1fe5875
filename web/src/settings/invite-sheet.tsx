import { useId, useState } from "react";
import { looksLikeEmail, useForm } from "../accounts/use-form.ts";
import { useWelcome } from "../accounts/welcome.ts";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { type Role, useMe } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, CopyField, ErrorNotice, Field, Input, RadioGroup, Sheet } from "../ui/index.ts";
import { type Invitation, invitationsKey } from "./members.ts";

type Made = Invitation & { link: string };

export function InviteSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const id = useId();
  const [made, setMade] = useState<Made>();
  const form = useForm({
    initial: { email: "", role: "agent" },
    check: ({ email }) => (looksLikeEmail(email) ? {} : { email: t("accounts.email_needed") }),
    send: (body) => request<Made>("POST", "/invitations", { body }),
    done: (invitation) => {
      setMade(invitation);
      form.reset();
      void queryClient.invalidateQueries({ queryKey: invitationsKey });
    },
  });
  const close = (next: boolean) => {
    onOpenChange(next);
    // The link goes with the panel: it is shown once.
    if (!next) setMade(undefined);
  };

  return (
    <Sheet
      open={open}
      onOpenChange={close}
      title={t("settings.invite")}
      footer={
        made ? (
          <>
            <Button size="lg" onClick={() => setMade(undefined)}>
              {t("settings.invite_another")}
            </Button>
            <Button size="lg" variant="primary" onClick={() => close(false)}>
              {t("common.done")}
            </Button>
          </>
        ) : (
          <>
            <Button size="lg" onClick={() => close(false)}>
              {t("common.cancel")}
            </Button>
            <Button size="lg" variant="primary" type="submit" form={id} loading={form.working}>
              {t("settings.invite_make")}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <MadeLink made={made} />
      ) : (
        <form id={id} {...form.form} className="flex flex-col gap-5">
          {form.error !== undefined && <ErrorNotice error={form.error} />}
          <Field label={t("accounts.email")} required error={form.errorOf("email")}>
            <Input {...form.input("email")} type="email" inputMode="email" autoComplete="off" dir="ltr" />
          </Field>
          <div className="flex flex-col gap-2">
            <p className="font-medium" aria-hidden>
              {t("settings.role")}
            </p>
            <RadioGroup
              cards
              label={t("settings.role")}
              value={form.values.role as Role}
              onChange={(role) => form.set("role", role)}
              options={(["admin", "agent", "viewer"] as const).map((role) => ({
                value: role,
                label: t(`settings.role_${role}`),
                hint: t(`settings.role_${role}_text`),
              }))}
            />
          </div>
        </form>
      )}
    </Sheet>
  );
}

function MadeLink({ made }: { made: Made }) {
  const t = useT();
  const format = useFormat();
  const { data: me } = useMe();
  const mailed = useWelcome()?.mailConfigured && !me?.organization.demo;
  return (
    <div className="flex flex-col gap-4" role="status">
      <p className="text-pretty">
        {mailed ? t("settings.invite_mailed", { email: made.email }) : t("settings.invite_not_mailed", { email: made.email })}
      </p>
      <Field label={t("settings.invite_link")} hint={t("settings.invite_link_hint", { date: format.dateTime(made.expiresAt) })}>
        <CopyField value={made.link} />
      </Field>
    </div>
  );
}
