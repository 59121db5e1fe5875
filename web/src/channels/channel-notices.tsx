import { Info, OctagonAlert, TriangleAlert } from "lucide-react";
import { useKeyset } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, Section } from "../ui/index.ts";
import { type Notice, noticesList } from "./channel-data.ts";
import { noticeSentence } from "./notice-words.ts";

/** News of this number and its account: quality, limits, violations. */
export function ChannelNotices({ channelId }: { channelId: string }) {
  const t = useT();
  const list = useKeyset(noticesList);
  const notices = list.items.filter((notice) => notice.channelId === null || notice.channelId === channelId);
  if (list.isPending || (notices.length === 0 && !list.hasNextPage)) return null;
  return (
    <Section flush title={t("channels.notices")} aside={t("channels.notices_text")}>
      <ul>
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="border-t p-2 text-center">
          <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("channels.older")}
          </Button>
        </div>
      )}
    </Section>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const t = useT();
  const format = useFormat();
  const { title, detail } = noticeSentence(t, format, notice);
  const Icon = { info: Info, warning: TriangleAlert, danger: OctagonAlert }[notice.severity];
  return (
    <li className="flex items-start gap-3 border-b px-4 py-2.5 last:border-b-0">
      <Icon
        size={16}
        className={`mt-0.5 ${{ info: "text-info", warning: "text-warning", danger: "text-danger" }[notice.severity]}`}
        role="img"
        aria-label={t(`channels.severity_${notice.severity}`)}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {detail && (
          <p className="text-12 text-subtle" dir="auto">
            {detail}
          </p>
        )}
      </div>
      <time dateTime={notice.at} title={format.dateTime(notice.at)} className="num text-12 text-subtle">
        {format.short(notice.at)}
      </time>
    </li>
  );
}
