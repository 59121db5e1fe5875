import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, Section, toast } from "../ui/index.ts";
import type { Channel } from "./channel-data.ts";
import type { SaveChannel } from "./channel-frame.tsx";

const versions = /^v\d{2}\.0$/;

/** What one changes of a number: its name here, the token, the version of Graph. The last two are tried before they are kept. */
export function ChannelSending({ channel, save }: { channel: Channel; save: SaveChannel }) {
  const t = useT();
  const [name, setName] = useState<string>();
  const [token, setToken] = useState("");
  const [version, setVersion] = useState<string>();
  const [advanced, setAdvanced] = useState(false);
  const rename = useMutation({ mutationFn: (next: string) => save({ name: next }), onSuccess: () => setName(undefined) });
  const renew = useMutation({
    mutationFn: () => save({ token: token.trim() }),
    onSuccess: () => {
      setToken("");
      toast({ title: t("channels.token_renewed"), tone: "success" });
    },
  });
  const upgrade = useMutation({ mutationFn: (next: string) => save({ graphVersion: next }), onSuccess: () => setVersion(undefined) });
  const finishName = () => {
    const next = name?.trim();
    if (next && next !== channel.name) rename.mutate(next);
    else setName(undefined);
  };

  return (
    <Section title={t("channels.sending")}>
      <Field label={t("channels.shown_as")} hint={t("channels.shown_as_hint")} error={rename.error?.message}>
        <Input
          value={name ?? channel.name}
          maxLength={80}
          dir="auto"
          onChange={(event) => setName(event.target.value)}
          onBlur={finishName}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
            if (event.key === "Escape") setName(undefined);
          }}
        />
      </Field>
      <form
        id="channel-token"
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim()) renew.mutate();
        }}
      >
        <Field
          label={t("channels.new_token")}
          hint={t(channel.tokenState === "invalid" ? "channels.new_token_needed" : "channels.new_token_hint")}
        >
          <Input
            type="password"
            mono={token !== ""}
            dir={token ? "ltr" : undefined}
            autoComplete="off"
            spellCheck={false}
            value={token}
            onChange={(event) => setToken(event.target.value)}
            placeholder={t("channels.token_kept")}
          />
        </Field>
        {renew.error && <ErrorNotice error={renew.error} />}
        {token.trim() && (
          <Button type="submit" variant="primary" className="self-end" loading={renew.isPending} disabled={token.trim().length < 10}>
            {t("channels.renew_token")}
          </Button>
        )}
      </form>
      <details open={advanced} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
        <summary className="link w-fit">{t("channels.advanced")}</summary>
        <div className="flex flex-col gap-3 pt-3">
          <Field label={t("channels.graph_version")} hint={t("channels.graph_version_hint")} error={upgrade.error?.message}>
            <Input
              mono={token !== ""}
              dir="ltr"
              value={version ?? channel.graphVersion}
              onChange={(event) => setVersion(event.target.value)}
              onBlur={() => version && version !== channel.graphVersion && versions.test(version) && upgrade.mutate(version)}
              onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
              aria-invalid={(version !== undefined && !versions.test(version)) || undefined}
            />
          </Field>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
            {(
              [
                ["channels.graph_address", channel.graphUrl],
                ["channels.phone_number_id", channel.phoneNumberId],
                ["channels.account_id", channel.accountId],
              ] as const
            ).map(([label, value]) => (
              <div key={label} className="contents">
                <dt className="text-subtle">{t(label)}</dt>
                <dd dir="ltr" className="cut text-end font-mono text-12 leading-5">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </details>
    </Section>
  );
}
