import { useMutation, useQuery } from "@tanstack/react-query";
import { FileJson, RotateCw } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import {
  Badge,
  Button,
  CodeBlock,
  Dialog,
  ErrorNotice,
  Field,
  Input,
  Section,
  SkeletonRows,
  Table,
  toast,
  toastError,
} from "../ui/index.ts";
import type { Channel } from "./channel-data.ts";
import { ChannelFrame } from "./channel-frame.tsx";
import { type JournalBody, type JournalLine, journalList } from "./health-data.ts";

export const ChannelJournalPage = () => <ChannelFrame>{(channel) => <Journal channel={channel} />}</ChannelFrame>;

/** The webhooks as they came: when, how many of what; a body only when asked, because each look is recorded. */
function Journal({ channel }: { channel: Channel }) {
  const t = useT();
  const format = useFormat();
  const [moment, setMoment] = useState("");
  const [opened, setOpened] = useState<JournalLine>();
  const [again, setAgain] = useState<JournalLine>();
  const toTheSecond = new Intl.DateTimeFormat(format.locale, { timeZone: format.timeZone, dateStyle: "medium", timeStyle: "medium" });
  const before = moment ? new Date(moment).toISOString() : undefined;
  const list = useKeyset(journalList(channel.id, before));
  return (
    <>
      <p className="text-pretty text-muted">{t("health.journal_text")}</p>
      <Section
        flush
        title={t("health.journal")}
        actions={
          <Field label={t("health.journal_before")} hideLabel>
            <Input
              type="datetime-local"
              value={moment}
              max={new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)}
              onChange={(event) => setMoment(event.target.value)}
            />
          </Field>
        }
      >
        {list.error ? (
          <div className="p-4">
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        ) : list.isPending ? (
          <SkeletonRows rows={5} />
        ) : (
          <Table
            caption={t("health.journal")}
            rows={list.items}
            rowKey={(line) => line.id}
            empty={<p className="px-4 py-3 text-subtle">{t("health.journal_none")}</p>}
            columns={[
              {
                key: "at",
                header: t("health.journal_at"),
                cell: (line) => (
                  <time dateTime={line.receivedAt} className="num whitespace-nowrap">
                    {toTheSecond.format(new Date(line.receivedAt))}
                  </time>
                ),
              },
              {
                key: "kinds",
                header: t("health.journal_kinds"),
                cell: (line) => (
                  <span className="flex flex-wrap gap-1.5">
                    {line.kinds.map(({ kind, count }) => (
                      <Badge key={kind}>
                        <bdi className="font-mono">{kind}</bdi> {count > 1 && format.number(count)}
                      </Badge>
                    ))}
                    {line.parked > 0 && <Badge tone="warning">{t("health.journal_parked", { count: line.parked })}</Badge>}
                    {!line.projectedAt && <Badge tone="unknown">{t("health.journal_waits")}</Badge>}
                    {line.others && <Badge dashed>{t("health.journal_others")}</Badge>}
                  </span>
                ),
              },
              {
                key: "bytes",
                header: t("health.journal_bytes"),
                align: "end",
                hideOnPhone: true,
                cell: (line) => <span className="num">{format.bytes(line.bytes)}</span>,
              },
              {
                key: "act",
                header: "",
                align: "end",
                cell: (line) => (
                  <span className="inline-flex items-center gap-1">
                    <Button size="xs" variant="ghost" icon={<RotateCw size={14} />} onClick={() => setAgain(line)}>
                      {t("health.journal_again")}
                    </Button>
                    <Button size="xs" icon={<FileJson size={14} />} onClick={() => setOpened(line)}>
                      {t("health.journal_open")}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
        )}
        {list.hasNextPage && (
          <div className="border-t p-2 text-center">
            <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("common.load_more")}
            </Button>
          </div>
        )}
      </Section>
      {opened && <OpenedBody channel={channel} line={opened} onClose={() => setOpened(undefined)} />}
      {again && <ReadAgain channel={channel} line={again} onClose={() => setAgain(undefined)} />}
    </>
  );
}

function OpenedBody({ channel, line, onClose }: { channel: Channel; line: JournalLine; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const { data, error } = useQuery({
    queryKey: ["channel", channel.id, "journal-body", line.id],
    queryFn: ({ signal }) => request<JournalBody>("GET", `/channels/${channel.id}/journal/${line.id}`, { signal }),
    // Each look is a record of its own, and what was looked at is not kept in the browser.
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={format.dateTime(line.receivedAt)}
      description={t("health.journal_recorded")}
    >
      {error ? (
        <ErrorNotice error={error} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : (
        <div className="flex flex-col gap-3 pb-3">
          {data.leftOut > 0 && (
            <p className="rounded-8 border bg-surface-sunken px-3 py-2 text-muted">
              {t("health.journal_left_out", { count: data.leftOut })}
            </p>
          )}
          {data.parked.map((item) => (
            <p key={item.id} className="rounded-8 border border-warning-line bg-warning-soft px-3 py-2 text-warning-text">
              <bdi className="font-mono text-12">{item.path}</bdi> · {item.reason.replaceAll("_", " ")}
            </p>
          ))}
          <CodeBlock code={readable(data.body)} label={t(data.asReceived ? "health.journal_as_received" : "health.journal_part")} />
        </div>
      )}
    </Dialog>
  );
}

/** Indented, where it is JSON. */
const readable = (body: string) => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

function ReadAgain({ channel, line, onClose }: { channel: Channel; line: JournalLine; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const start = useMutation({
    mutationFn: () => request("POST", `/channels/${channel.id}/journal/replays`, { body: { since: line.receivedAt } }),
    onSuccess: () => {
      toast({ title: t("health.journal_again_started"), tone: "success" });
      onClose();
    },
    onError: toastError,
  });
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t("health.journal_again_title", { at: format.dateTime(line.receivedAt) })}
      description={t("health.journal_again_text")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" loading={start.isPending} onClick={() => start.mutate()}>
            {t("health.journal_again")}
          </Button>
        </>
      }
    />
  );
}
