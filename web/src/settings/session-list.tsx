import { useQuery } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, ErrorNotice, Section, SkeletonRows, toast, toastError } from "../ui/index.ts";
import { endSession, sessionsQuery } from "./two-factor.ts";

/** Where one is signed in, the one used last first. */
export function SessionList() {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const end = (id: string | null) =>
    endSession(id).then(() => toast({ title: t(id ? "security.session_ended" : "security.others_ended"), tone: "success" }), toastError);
  return (
    <Section
      title={t("security.sessions")}
      flush
      actions={data && data.length > 1 && <Button onClick={() => void end(null)}>{t("security.end_others")}</Button>}
    >
      {error && (
        <div className="p-4">
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        </div>
      )}
      {!data && !error && <SkeletonRows rows={2} height={52} />}
      <ul>
        {data?.map((session) => (
          <li key={session.id} className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
            <MonitorSmartphone size={16} className="shrink-0 text-subtle" aria-hidden />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {session.device ?? t("security.unknown_device")}
                {session.current && <Badge tone="success">{t("security.this_one")}</Badge>}
              </p>
              <p className="text-12 text-subtle">
                {[
                  session.network && <bdi key="network">{session.network}</bdi>,
                  t("security.last_used", { time: format.relative(session.lastUsedAt) }),
                  t("security.began", { time: format.date(session.startedAt) }),
                ]
                  .filter(Boolean)
                  .map((part, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one line
                    <span key={at}>
                      {at > 0 && " · "}
                      {part}
                    </span>
                  ))}
              </p>
            </div>
            {!session.current && (
              <Button
                aria-label={t("security.end_named", { device: session.device ?? t("security.unknown_device") })}
                onClick={() => void end(session.id)}
              >
                {t("security.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
