import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { cx, ErrorNotice, SkeletonRows } from "../ui/index.ts";
import type { Failure, Message } from "./message-data.ts";
import { type Attempt, attemptsQuery, type Request } from "./outcome-data.ts";
import { failureText } from "./outcome-words.ts";

/** What was done for a message and what came of it, in words and with the provider's own code: to be read, and to be shown to support. */
export function OutcomeDetails({ message }: { message: Message }) {
  const t = useT();
  const query = useQuery(attemptsQuery(message.conversationId, message.id));
  if (query.error && !query.data) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={3} />;
  const { arrived, items } = query.data;
  return (
    <div aria-live="polite" className="text-13">
      <h2 className="mb-1.5 font-semibold">{t("outcome.history")}</h2>
      {items.length === 0 && <p className="text-muted">{t("outcome.none")}</p>}
      {arrived > 1 && (
        <p className="mb-2 rounded-6 bg-warning-soft px-2 py-1 text-warning-text">{t("outcome.twice", { count: arrived })}</p>
      )}
      {items.map((attempt, index) => (
        <section key={attempt.id} className={cx(index > 0 && "mt-2 border-t pt-2")}>
          {items.length > 1 && (
            <h3 className="text-12 font-medium text-subtle">
              {t(attempt.current ? "outcome.attempt_current" : "outcome.attempt", { number: index + 1 })}
            </h3>
          )}
          <Steps attempt={attempt} />
        </section>
      ))}
    </div>
  );
}

function Steps({ attempt }: { attempt: Attempt }) {
  const t = useT();
  const asked = attempt.by.name ? t("outcome.asked", { name: `\u2068${attempt.by.name}\u2069` }) : t("outcome.asked_nobody");
  return (
    <ol>
      <Step at={attempt.at} words={asked}>
        {attempt.to && (
          <>
            {t("outcome.to", { address: "" })}
            <bdi dir="ltr">{attempt.to}</bdi>
          </>
        )}
      </Step>
      {attempt.requests.map((request) => (
        <Step
          key={request.number}
          at={request.answeredAt ?? request.at}
          words={t(requestWords(attempt, request))}
          tone={tones[request.outcome ?? ""]}
        >
          {request.failure && <Cause failure={request.failure} />}
        </Step>
      ))}
      {attempt.state === "failed" && attempt.requests.length === 0 && attempt.failure && (
        <Step at={attempt.at} words={t("outcome.request_ours")} tone="text-danger-text">
          <Cause failure={attempt.failure} />
        </Step>
      )}
      {attempt.told.map((told) => (
        <Step
          key={`${told.state} ${told.at}`}
          at={told.at}
          words={t(`outcome.told_${told.state}`, { name: `\u2068${told.by?.name ?? ""}\u2069` })}
          tone={told.state === "failed" ? "text-danger-text" : undefined}
        >
          {told.state === "failed" && attempt.failure && <Cause failure={attempt.failure} />}
        </Step>
      ))}
      {attempt.state === "cancelled" && (
        <Step at={null} words={t(attempt.reason === "already_arrived" ? "outcome.taken_back" : "outcome.cancelled")} />
      )}
      {attempt.dueAt && Date.parse(attempt.dueAt) > Date.now() && <Step at={attempt.dueAt} words={t("outcome.waits")} />}
    </ol>
  );
}

const requestWords = (attempt: Attempt, { outcome }: Request) => {
  if (outcome === "accepted" && attempt.reason === "held_for_quality") return "outcome.request_held";
  return outcome === null ? "outcome.request_running" : (`outcome.request_${outcome}` as const);
};
const tones: Record<string, string | undefined> = { failed: "text-danger-text", unknown: "text-unknown-text" };

function Step({ at, words, tone, children }: { at: string | null; words: string; tone?: string | undefined; children?: ReactNode }) {
  const format = useFormat();
  return (
    <li className="flex gap-2 py-0.75">
      <time
        dateTime={at ?? undefined}
        title={at ? format.dateTime(at) : undefined}
        className="num w-11 shrink-0 text-12 leading-5 text-subtle"
      >
        {at && format.time(at)}
      </time>
      <div className="min-w-0 wrap-anywhere">
        <p className={cx("leading-5", tone)}>{words}</p>
        {children && <div className="text-12 text-muted">{children}</div>}
      </div>
    </li>
  );
}

/** Ours in the reader's language, then the provider's own, as its support asks for it. */
function Cause({ failure }: { failure: Failure }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <p>
        <bdi>{failureText(t, format, failure)}</bdi>
      </p>
      {(failure.providerCode !== undefined || failure.detail) && (
        <p className="text-subtle">
          {failure.providerCode !== undefined && (
            <>
              {t("outcome.code", { code: "" })}
              <span className="num">{failure.providerCode}</span>
              {failure.detail && ": "}
            </>
          )}
          {failure.detail && (
            <bdi lang="en" dir="ltr">
              {failure.detail}
            </bdi>
          )}
        </p>
      )}
    </>
  );
}
