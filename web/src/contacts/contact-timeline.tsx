import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { api, unwrap } from "../api/client.ts";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, EmptyState, ErrorNotice, SkeletonRows } from "../ui/index.ts";
import { type Contact, timeline, useMembers, useTags } from "./contact-data.ts";
import { stageName, useFields, useStages } from "./record-data.ts";
import { changeLines } from "./timeline-changes.ts";
import { type Entry, entriesOf, kinds, type TimelineKind } from "./timeline-entries.ts";
import { EntryMark } from "./timeline-mark.tsx";
import type { Known } from "./timeline-say.ts";
import { MergeUndo } from "./timeline-undo.tsx";
import { sentenceOf } from "./timeline-words.ts";

const segmentNames = queryOptions({
  queryKey: ["segments", "names"],
  queryFn: async ({ signal }) => (await unwrap(api.GET("/segments", { params: { query: { limit: 100 } }, signal }))).items,
});

/** Everything that happened with the person, newest first, by day. */
export function ContactTimeline({ contact, show, onShow }: { contact: Contact; show: string | undefined; onShow: (show: string) => void }) {
  const t = useT();
  const format = useFormat();
  const only = kinds.find((kind) => kind === show);
  const list = useKeyset(timeline(contact.id, only));
  const stages = useStages();
  const maySegments = useCan()("segments.read");
  const known: Known = {
    t,
    format,
    contact,
    tags: useTags(),
    members: useMembers(),
    fields: useFields(),
    segments: useQuery({ ...segmentNames, enabled: maySegments }).data ?? [],
    stageName: (key) =>
      stageName(
        t,
        stages.find((stage) => stage.key === key),
        key,
      ),
  };
  const entries = entriesOf(list.items);
  const names: Record<TimelineKind, string> = {
    messages: t("contacts.show_messages"),
    notes: t("merge.show_notes"),
    changes: t("contacts.show_changes"),
    consents: t("contacts.show_consent"),
    sales: t("merge.show_sales"),
    website: t("merge.show_website"),
    segments: t("merge.show_segments"),
  };

  return (
    <div className="flex min-h-full flex-col px-4 py-3">
      <fieldset className="flex flex-wrap gap-1.5 scrollbar-none phone:-mx-4 phone:flex-nowrap phone:overflow-x-auto phone:px-4 phone:py-0.5">
        <legend className="sr-only">{t("contacts.show")}</legend>
        {[undefined, ...kinds].map((kind) => (
          <button
            key={kind ?? "all"}
            type="button"
            aria-pressed={kind === only}
            onClick={() => onShow(kind ?? "")}
            className="h-7 shrink-0 rounded-full border px-3 font-medium text-muted hover:bg-surface-hover hover:text-text aria-pressed:border-transparent aria-pressed:bg-surface-selected aria-pressed:text-text phone:h-9"
          >
            {kind ? names[kind] : t("contacts.show_all")}
          </button>
        ))}
      </fieldset>
      {list.error ? (
        <div className="pt-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <SkeletonRows rows={6} height={52} />
      ) : entries.length === 0 && !list.hasNextPage ? (
        <EmptyState title={t("contacts.timeline_empty")}>{t("contacts.timeline_empty_text")}</EmptyState>
      ) : entries.length === 0 ? (
        <p className="pt-4 text-center text-subtle">{t("merge.nothing_lately")}</p>
      ) : (
        <ol className="mt-2">
          {entries.map((entry, index) => {
            const next = entries[index + 1];
            const day = format.dayOf(entry.item.at);
            const before = entries[index - 1];
            const starts = !before || format.dayOf(before.item.at) !== day;
            const ends = !next || format.dayOf(next.item.at) !== day;
            return (
              <Fragment key={entry.item.id}>
                {starts && (
                  <li className="pt-4 pb-1 font-medium text-subtle">
                    <h2 className="text-13 font-medium">{format.dayHeading(entry.item.at)}</h2>
                  </li>
                )}
                <Line entry={entry} known={known} last={ends} />
              </Fragment>
            );
          })}
        </ol>
      )}
      {list.hasNextPage && (
        <Button className="mt-3 self-center" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("contacts.older")}
        </Button>
      )}
    </div>
  );
}

function Line({ entry, known, last }: { entry: Entry; known: Known; last: boolean }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const { title, detail } = sentenceOf(entry, known);
  const { conversationId, otherContactId } = entry.item.payload;
  const conversation = known.contact.conversations.find((each) => each.id === conversationId);
  const text = <span className="text-pretty">{title}</span>;
  return (
    <li className="relative flex gap-3 py-2">
      {!last && <span aria-hidden className="absolute start-3.25 top-10 -bottom-0.5 w-px bg-line" />}
      <EntryMark entry={entry} />
      <div className="min-w-0 flex-1 pt-0.75">
        <p className="flex flex-wrap items-center gap-x-2">
          {conversation && can("inbox.read") ? (
            <Link
              to="/inbox/$view/$conversationId"
              params={{ view: conversation.state, conversationId: conversation.id }}
              className="rounded-4 hover:underline hover:underline-offset-2"
            >
              {text}
            </Link>
          ) : typeof otherContactId === "string" && entry.item.name !== "contact.merged" && entry.item.name !== "contact.joined" ? (
            <Link to="/contacts/$contactId" params={{ contactId: otherContactId }} className="link">
              {text}
            </Link>
          ) : (
            text
          )}
          {entry.state && <StateBadge state={entry.state} />}
        </p>
        {detail && (
          <p className="text-12 text-subtle">
            <bdi>{detail}</bdi>
          </p>
        )}
        {changeLines(entry.item.changes, known).map(({ field, from, to }) => (
          <p key={field} className="text-12 text-subtle">
            {t("merge.change_line", {
              field,
              from: `\u2068${from || t("merge.empty_value")}\u2069`,
              to: `\u2068${to || t("merge.empty_value")}\u2069`,
            })}
          </p>
        ))}
        {entry.item.name === "contact.merged" && <MergeUndo contactId={known.contact.id} mergeId={String(entry.item.payload.mergeId)} />}
        {conversation && <p className="sr-only">{t("contacts.in_channel", { channel: conversation.channelName })}</p>}
      </div>
      <time dateTime={entry.item.at} title={format.dateTime(entry.item.at)} className="num shrink-0 pt-0.75 text-12 leading-5 text-subtle">
        {format.time(entry.item.at)}
      </time>
    </li>
  );
}

function StateBadge({ state }: { state: string }) {
  const t = useT();
  if (state === "failed" || state === "cancelled") return <Badge tone="danger">{t("common.status_failed")}</Badge>;
  if (state === "unknown") return <Badge tone="unknown">{t("common.status_unknown")}</Badge>;
  if (state === "read") return <span className="text-12 text-accent-text">{t("common.status_read")}</span>;
  if (state === "delivered") return <span className="text-12 text-subtle">{t("common.status_delivered")}</span>;
  if (state === "sent" || state === "accepted") return <span className="text-12 text-subtle">{t("common.status_sent")}</span>;
  return <span className="text-12 text-subtle">{t("common.status_queued")}</span>;
}
