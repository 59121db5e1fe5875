import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useState } from "react";
import { useCan } from "../api/session.ts";
import { SettingsPage, useFilters } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { EmptyState, ErrorNotice, SkeletonRows } from "../ui/index.ts";
import { type CheckResult, type Connection, channelQuery } from "./channel-data.ts";
import { useChannelsLive } from "./channel-live.ts";
import { ConnectStep } from "./connect-step.tsx";
import { blankConnection, ValuesStep } from "./values-step.tsx";
import { WebhookStep } from "./webhook-step.tsx";

/** Three steps: the values, the connection, the webhook. Once connected the address holds the number, so the last step can be left. */
export function NewChannelPage() {
  const t = useT();
  const can = useCan();
  const [filters, setFilters] = useFilters<{ channel?: string }>();
  const [values, setValues] = useState<Connection>(blankConnection);
  const [checked, setChecked] = useState<CheckResult>();
  useChannelsLive();
  const step = filters.channel ? 3 : checked ? 2 : 1;

  if (!can("channels.manage")) {
    return (
      <SettingsPage title={t("channels.connect")}>
        <EmptyState title={t("channels.connect_not_allowed")}>{t("channels.empty_ask")}</EmptyState>
      </SettingsPage>
    );
  }
  return (
    <SettingsPage title={t("channels.connect")} description={t("channels.connect_text")} wide>
      <Steps at={step} />
      {filters.channel ? (
        <Connected channelId={filters.channel} />
      ) : checked ? (
        <ConnectStep
          values={values}
          onChange={setValues}
          checked={checked}
          onBack={() => setChecked(undefined)}
          onConnected={(channelId) => {
            setValues(blankConnection);
            void setFilters({ channel: channelId });
          }}
        />
      ) : (
        <ValuesStep values={values} onChange={setValues} onDone={setChecked} />
      )}
    </SettingsPage>
  );
}

function Connected({ channelId }: { channelId: string }) {
  const channel = useQuery({
    ...channelQuery(channelId),
    // The event says it too; this is for where the stream is held up.
    refetchInterval: (query) => (query.state.data?.lastReceivedAt ? false : 3000),
  });
  if (channel.data) return <WebhookStep channel={channel.data} />;
  return channel.error ? <ErrorNotice error={channel.error} onRetry={() => void channel.refetch()} /> : <SkeletonRows rows={3} />;
}

function Steps({ at }: { at: 1 | 2 | 3 }) {
  const t = useT();
  const names = [t("channels.step_values"), t("channels.step_connect"), t("channels.step_webhook")];
  return (
    <ol className="flex flex-wrap items-center gap-x-3 gap-y-2" aria-label={t("channels.steps")}>
      {names.map((name, index) => {
        const number = index + 1;
        const done = number < at;
        return (
          <li
            key={name}
            aria-current={number === at ? "step" : undefined}
            className={cx(
              "flex items-center gap-2 not-first:before:h-px not-first:before:w-8 not-first:before:bg-line-strong phone:not-first:before:hidden",
              number === at ? "font-medium text-text" : "text-subtle",
            )}
          >
            <span
              className={cx(
                "num grid size-5.5 place-items-center rounded-full border text-12 font-medium",
                number === at && "border-transparent bg-accent text-on-accent",
                done && "border-accent-line bg-accent-soft text-accent-text",
              )}
            >
              {done ? <Check size={12} aria-hidden /> : number}
            </span>
            {name}
            {done && <span className="sr-only">{t("common.done")}</span>}
          </li>
        );
      })}
    </ol>
  );
}
