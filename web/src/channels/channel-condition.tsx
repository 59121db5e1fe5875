import type { ReactNode } from "react";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { Badge, Facts, Progress, Section } from "../ui/index.ts";
import { limitOf, nameStatusOf, qualityOf } from "./channel-words.ts";
import type { ChannelChangeLine, ChannelHealth } from "./health-data.ts";
import { changeWords, duration } from "./health-words.ts";

/** What is known of token, intake, account and phone, and how it came to be so. */
export function ChannelCondition({ health }: { health: ChannelHealth }) {
  const t = useT();
  const format = useFormat();
  const { token, intake, standing, coexistence } = health;
  const ends = [token.expiresAt, token.dataAccessExpiresAt].filter((at) => at !== null).sort()[0];
  const account = standing.ban ? standing.ban.state : standing.restrictions[0]?.kind;
  return (
    <Section title={t("health.condition")}>
      <Facts
        items={[
          [
            t("health.token"),
            <span key="token" className="flex flex-wrap items-center gap-x-2">
              <Badge tone={token.state === "valid" ? "success" : token.state === "invalid" ? "danger" : "unknown"}>
                {t(tokenWords[token.state])}
              </Badge>
              {token.state === "valid" && (
                <span className="text-12 text-subtle">
                  {ends ? t("health.token_ends", { at: format.date(ends) }) : t("health.token_stays")}
                </span>
              )}
            </span>,
          ],
          token.scopes !== null && [t("health.scopes"), <Words key="scopes" list={token.scopes} />],
          [
            t("health.intake"),
            intake.waiting > 0
              ? t("health.intake_waiting", { count: intake.waiting, lag: duration(format, intake.lagSeconds) })
              : t("health.intake_idle"),
          ],
          intake.p95Seconds !== null && [
            t("health.intake_p95"),
            <span key="p95">{t("health.within", { time: duration(format, intake.p95Seconds) })}</span>,
          ],
          [t("channels.last_received"), intake.lastReceivedAt ? format.relative(intake.lastReceivedAt) : t("channels.never_received")],
          standing.accountState !== null && [t("health.account_state"), <Plain key="account">{account ?? standing.accountState}</Plain>],
          coexistence !== null && [
            t("health.phone"),
            coexistence.lastEchoAt ? t("health.echo_at", { when: format.relative(coexistence.lastEchoAt) }) : t("health.echo_none"),
          ],
          coexistence?.history
            ? [
                t("health.history"),
                coexistence.history.declined ? (
                  t("health.history_declined")
                ) : (
                  <span key="history" className="flex min-w-0 flex-1 flex-col gap-1">
                    <span>
                      {t("health.history_progress", {
                        percent: format.percent((coexistence.history.progress ?? 0) / 100),
                        when: format.relative(coexistence.history.at),
                      })}
                    </span>
                    <Progress value={coexistence.history.progress} label={t("health.history")} />
                  </span>
                ),
              ]
            : null,
        ]}
      />
      {health.changes.length > 0 && (
        <details>
          <summary className="link w-fit">{t("health.changes", { count: health.changes.length })}</summary>
          <ul className="pt-2">
            {health.changes.map((line) => (
              <ChangeLine key={`${line.at}${line.what}`} line={line} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

const tokenWords: Record<ChannelHealth["token"]["state"], Key> = {
  valid: "health.token_valid",
  invalid: "health.token_invalid",
  unknown: "health.token_unknown",
};

const Plain = ({ children }: { children: string }) => (
  <bdi lang="en" className="cut">
    {children.toLowerCase().replaceAll("_", " ")}
  </bdi>
);
const Words = ({ list }: { list: string[] }) => (
  <span dir="ltr" className="min-w-0 font-mono text-12 leading-5 break-words">
    {list.join(", ")}
  </span>
);

function ChangeLine({ line }: { line: ChannelChangeLine }) {
  const t = useT();
  const format = useFormat();
  const key = changeWords[line.what];
  const shown = (value: string | null): ReactNode => {
    if (value === null) return t("channels.not_told");
    if (line.what === "quality") return t(qualityOf(value).label);
    if (line.what === "name_status") return t(nameStatusOf(value).label);
    const limit = line.what === "messaging_limit" ? limitOf(value) : null;
    if (limit !== null) return Number.isFinite(limit) ? format.number(limit) : t("channels.unlimited");
    return <Plain>{value}</Plain>;
  };
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 border-b py-1.5 last:border-b-0">
      <span className="font-medium">{key ? t(key) : line.what}</span>
      <span className="min-w-0 flex-1">
        {line.was !== null && (
          <>
            <span className="text-subtle">{shown(line.was)}</span>
            <span aria-hidden> → </span>
            <span className="sr-only">{t("health.became")}</span>
          </>
        )}
        {shown(line.now)}
      </span>
      <span className="text-12 text-subtle">{t(line.by === "webhook" ? "health.by_webhook" : "health.by_check")}</span>
      <time dateTime={line.at} title={format.dateTime(line.at)} className="num text-12 text-subtle">
        {format.short(line.at)}
      </time>
    </li>
  );
}
