import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { PasswordInput } from "../accounts/password-input.tsx";
import { useForm } from "../accounts/use-form.ts";
import type { Shape } from "../api/client.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, CopyField, Dialog, ErrorNotice, Field, Section, SettingRow, SkeletonRows, toast } from "../ui/index.ts";
import { CodeField } from "./code-field.tsx";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { beginTwoFactor, confirmTwoFactor, removeTwoFactor, renewCodes, twoFactorQuery } from "./two-factor.ts";

type Doing = "on" | "off" | "codes" | null;

/** The second step at sign-in: on, off, new codes. */
export function TwoFactorSection() {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery(twoFactorQuery);
  const [doing, setDoing] = useState<Doing>(null);
  const [codes, setCodes] = useState<string[]>();
  return (
    <Section
      title={t("security.two_factor")}
      aside={
        data && (
          <Badge tone={data.enabled ? "success" : data.required ? "danger" : undefined}>
            {t(data.enabled ? "security.on" : "security.off")}
          </Badge>
        )
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data && (
        <>
          {data.required && !data.enabled && (
            <p role="alert" className="flex gap-2 rounded-8 border border-warning-line bg-warning-soft px-3 py-2 text-warning-text">
              <ShieldAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
              {t("security.two_factor_required")}
            </p>
          )}
          <SettingRow
            label={t(data.enabled ? "security.two_factor_on" : "security.two_factor_off")}
            hint={data.since ? t("security.since", { time: format.date(data.since) }) : t("security.two_factor_text")}
          >
            {data.enabled ? (
              <Button onClick={() => setDoing("off")} disabled={data.required}>
                {t("security.switch_off")}
              </Button>
            ) : (
              <Button variant="primary" onClick={() => setDoing("on")}>
                <ShieldCheck size={14} aria-hidden />
                {t("security.set_up")}
              </Button>
            )}
          </SettingRow>
          {data.enabled && (
            <SettingRow label={t("security.recovery_codes")} hint={t("security.codes_left", { count: data.recoveryCodesLeft })}>
              <Button onClick={() => setDoing("codes")}>{t("security.new_codes")}</Button>
            </SettingRow>
          )}
        </>
      )}
      {doing === "on" && <SetUp onClose={() => setDoing(null)} onCodes={setCodes} />}
      {(doing === "off" || doing === "codes") && <Prove doing={doing} onClose={() => setDoing(null)} onCodes={setCodes} />}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </Section>
  );
}

function SetUp({ onClose, onCodes }: { onClose: () => void; onCodes: (codes: string[]) => void }) {
  const t = useT();
  const [secret, setSecret] = useState<Shape<"TwoFactorSecret">>();
  const first = useForm({
    initial: { password: "" },
    check: ({ password }) => (password ? {} : { password: t("accounts.password_needed") }),
    send: ({ password }) => beginTwoFactor(password),
    done: setSecret,
  });
  const second = useForm({
    initial: { code: "" },
    check: ({ code }) => (/^\d{6}$/.test(code.replaceAll(/\s/g, "")) ? {} : { code: t("security.six_digits") }),
    send: ({ code }) => confirmTwoFactor(code),
    done: (codes) => {
      onCodes(codes);
      onClose();
    },
  });
  const form = secret ? second : first;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("security.set_up_title")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form="two-factor" loading={form.working}>
            {t(secret ? "security.switch_on" : "security.next")}
          </Button>
        </>
      }
    >
      <form id="two-factor" key={secret ? "code" : "password"} {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        {secret ? (
          <>
            <p>{t("security.scan")}</p>
            <div className="flex items-start gap-4 phone:flex-col">
              <QrCode text={secret.uri} label={t("security.qr_label")} />
              <Field label={t("security.type_secret")}>
                <CopyField value={secret.secret.replaceAll(/(.{4})(?=.)/g, "$1 ")} />
              </Field>
            </div>
            <CodeField error={second.errorOf("code")} input={second.input("code")} />
          </>
        ) : (
          <Field label={t("settings.current_password")} required error={first.errorOf("password")}>
            <PasswordInput {...first.input("password")} autoComplete="current-password" autoFocus />
          </Field>
        )}
      </form>
    </Dialog>
  );
}

function Prove({ doing, onClose, onCodes }: { doing: "off" | "codes"; onClose: () => void; onCodes: (codes: string[]) => void }) {
  const t = useT();
  const form = useForm({
    initial: { password: "", code: "" },
    check: ({ password, code }) => ({
      ...(password ? {} : { password: t("accounts.password_needed") }),
      ...(code.trim() ? {} : { code: t("security.six_digits") }),
    }),
    send: (proof) => (doing === "off" ? removeTwoFactor(proof).then(() => null) : renewCodes(proof)),
    done: (codes) => {
      if (codes) onCodes(codes);
      else toast({ title: t("security.switched_off"), tone: "success" });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(doing === "off" ? "security.switch_off_title" : "security.new_codes")}
      description={t(doing === "off" ? "security.switch_off_text" : "security.new_codes_text")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant={doing === "off" ? "danger" : "primary"} type="submit" form="two-factor-proof" loading={form.working}>
            {t(doing === "off" ? "security.switch_off" : "security.new_codes")}
          </Button>
        </>
      }
    >
      <form id="two-factor-proof" {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <Field label={t("settings.current_password")} required error={form.errorOf("password")}>
          <PasswordInput {...form.input("password")} autoComplete="current-password" autoFocus />
        </Field>
        <CodeField error={form.errorOf("code")} input={form.input("code")} hint={t("security.code_or_recovery")} />
      </form>
    </Dialog>
  );
}
