import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { ApiError, request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button, ChannelMark, ErrorNotice, Field, Input, Section } from "../ui/index.ts";
import { type Channel, type CheckResult, type Connection, channelIs } from "./channel-data.ts";

/** Which number it is, what connecting does, and the one button. */
export function ConnectStep({
  values,
  onChange,
  checked,
  onBack,
  onConnected,
}: {
  values: Connection;
  onChange: (values: Connection) => void;
  checked: CheckResult;
  onBack: () => void;
  onConnected: (channelId: string) => void;
}) {
  const t = useT();
  const connect = useMutation({
    mutationFn: () => {
      const { name, ...rest } = values;
      return request<Channel>("POST", "/channels/whatsapp", { body: { ...rest, ...(name?.trim() ? { name: name.trim() } : {}) } });
    },
    onSuccess: (channel) => {
      channelIs(channel);
      onConnected(channel.id);
    },
  });
  const known = connect.error instanceof ApiError && connect.error.code === "number_connected";
  return (
    <form
      className="max-w-180"
      onSubmit={(event) => {
        event.preventDefault();
        connect.mutate();
      }}
    >
      <Section
        title={t("channels.step_connect")}
        footer={
          <>
            <Button size="lg" onClick={onBack}>
              {t("common.back")}
            </Button>
            <Button size="lg" type="submit" variant="primary" loading={connect.isPending}>
              {t("channels.connect_now")}
            </Button>
          </>
        }
      >
        <div className="flex items-center gap-3">
          <ChannelMark kind="whatsapp" size={40} />
          <div className="min-w-0">
            <p dir="ltr" className="num text-16 font-semibold rtl:text-right">
              {checked.number?.displayPhoneNumber ?? values.phoneNumberId}
            </p>
            <p className="text-muted">
              <bdi>{checked.number?.verifiedName ?? t("channels.no_display_name")}</bdi>
            </p>
          </div>
        </div>
        <Field label={t("channels.shown_as")} hint={t("channels.shown_as_hint")} optional>
          <Input
            value={values.name ?? ""}
            maxLength={80}
            dir={values.name ? "auto" : undefined}
            placeholder={checked.number?.verifiedName ?? ""}
            onChange={(event) => onChange({ ...values, name: event.target.value })}
          />
        </Field>
        <div>
          <p className="font-medium">{t("channels.connecting_does")}</p>
          <ul className="mt-1 flex flex-col gap-1 text-muted">
            {(["channels.does_seal", "channels.does_subscribe", "channels.does_templates"] as const).map((key) => (
              <li key={key} className="flex gap-2">
                <Check size={14} className="mt-0.75 text-success" aria-hidden />
                <span>{t(key)}</span>
              </li>
            ))}
          </ul>
        </div>
        {connect.error && (
          <ErrorNotice
            error={connect.error}
            action={
              known && (
                <Button asChild size="xs">
                  <Link to="/settings/channels">{t("channels.all")}</Link>
                </Button>
              )
            }
          />
        )}
      </Section>
    </form>
  );
}
