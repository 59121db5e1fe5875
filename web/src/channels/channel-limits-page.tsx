import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, ErrorNotice, Progress, Section, SkeletonRows } from "../ui/index.ts";
import type { Channel } from "./channel-data.ts";
import { ChannelFrame } from "./channel-frame.tsx";
import { type ChannelLimit, limitsQuery, type Waiting } from "./health-data.ts";
import { scopeWords, sourceWords, waitingKey } from "./health-words.ts";

export const ChannelLimitsPage = () => <ChannelFrame>{(channel) => <Limits channel={channel} />}</ChannelFrame>;

/** What Meta lets the number do, how much of it is used just now, and what waits because of it. */
function Limits({ channel }: { channel: Channel }) {
  const t = useT();
  const { data, error, refetch } = useQuery(limitsQuery(channel.id));
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={5} />;
  return (
    <>
      {!data.pacing && (
        <p role="status" className="rounded-8 border border-warning-line bg-warning-soft px-3 py-2 text-warning-text">
          {t("health.pacing_off")}
        </p>
      )}
      <div className="grid grid-cols-2 gap-5 medium:grid-cols-1">
        {data.limits.map((limit) => (
          <LimitCard key={limit.scope} limit={limit} waiting={data.waiting.filter((one) => one.scope === limit.scope)} />
        ))}
      </div>
      <WaitingList waiting={data.waiting} />
    </>
  );
}

function LimitCard({ limit, waiting }: { limit: ChannelLimit; waiting: Waiting[] }) {
  const t = useT();
  const format = useFormat();
  const words = scopeWords[limit.scope];
  const used =
    limit.scope === "account" && limit.usedByMeta !== null && limit.limit
      ? Math.max(limit.used ?? 0, (limit.usedByMeta / 100) * limit.limit)
      : limit.used;
  const share = limit.limit && used !== null ? used / limit.limit : null;
  const held = waiting.reduce((sum, one) => sum + one.count, 0);
  return (
    <section className="flex min-w-0 flex-col gap-2 rounded-12 border bg-surface-raised p-4" aria-label={t(words.title)}>
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="text-14 font-semibold tracking-title">{t(words.title)}</h2>
        {limit.restsUntil && <Badge tone="warning">{t("health.rests_until", { at: format.time(limit.restsUntil) })}</Badge>}
        {held > 0 && <Badge tone="warning">{t("health.held", { count: held })}</Badge>}
      </header>
      <p className="num text-20 leading-7 font-semibold tracking-display">
        {limit.limit === null ? (
          <>
            {t(limit.source === "unlimited" ? "channels.unlimited" : "channels.not_told")}
            {used !== null && (
              <span className="text-14 font-regular text-subtle"> · {t("health.used_now", { count: Math.round(used) })}</span>
            )}
          </>
        ) : used === null ? (
          format.number(limit.limit)
        ) : (
          <>
            {format.number(Math.round(used))}
            <span className="text-14 font-regular text-subtle"> {t("health.of_limit", { limit: format.number(limit.limit) })}</span>
          </>
        )}
      </p>
      {share !== null && (
        <Progress
          value={Math.min(100, share * 100)}
          label={t("health.used_share", { name: t(words.title) })}
          tone={share >= 1 ? "danger" : share >= 0.9 ? "warning" : "accent"}
        />
      )}
      <p className="text-pretty text-muted">{t(words.note)}</p>
      {limit.nextFreeAt && (
        <p>{t("health.next_free", { when: format.relative(limit.nextFreeAt), at: format.dateTime(limit.nextFreeAt) })}</p>
      )}
      {limit.sharedWith.length > 0 && (
        <p className="text-12 text-subtle">
          {t("health.shared_with")}{" "}
          {limit.sharedWith.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ", "}
              <Link to="/settings/channels/$channelId/limits" params={{ channelId: one.id }} className="link">
                <bdi>{one.name}</bdi>
              </Link>
            </span>
          ))}
        </p>
      )}
      <p className="mt-auto text-12 text-subtle">
        {t(sourceWords[limit.source])}
        {limit.scope === "account"
          ? limit.usedByMeta !== null &&
            limit.toldAt &&
            ` · ${t("health.meta_says", { percent: format.percent(limit.usedByMeta / 100), when: format.relative(limit.toldAt) })}`
          : limit.toldAt && ` · ${format.relative(limit.toldAt)}`}
      </p>
    </section>
  );
}

function WaitingList({ waiting }: { waiting: Waiting[] }) {
  const t = useT();
  const format = useFormat();
  const total = waiting.reduce((sum, one) => sum + one.count, 0);
  return (
    <Section flush title={t("health.waiting")} aside={total > 0 ? t("health.waiting_count", { count: total }) : undefined}>
      {waiting.length === 0 ? (
        <p className="px-4 py-3 text-subtle">{t("health.waiting_none")}</p>
      ) : (
        <ul>
          {waiting.map((one) => (
            <li key={`${one.code}${one.scope}`} className="flex flex-wrap items-baseline gap-x-3 border-b px-4 py-2.5 last:border-b-0">
              <span className="num min-w-6 font-semibold">{format.number(one.count)}</span>
              <span className="min-w-0 flex-1 basis-56">{t(waitingKey(one.code), { code: one.code ?? "" })}</span>
              {one.until && (
                <time dateTime={one.until} title={format.dateTime(one.until)} className="num text-12 text-subtle">
                  {t("health.waiting_until", { when: format.relative(one.until) })}
                </time>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
