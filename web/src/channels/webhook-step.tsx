import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { request } from "../api/client.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, CopyField, ErrorNotice, Field, Section, Skeleton, Spinner } from "../ui/index.ts";
import type { Channel } from "./channel-data.ts";

/** Needed first, then what keeps the number's page true, then what the phone app and history need. */
const fields = [
  "messages",
  "message_template_status_update",
  "message_template_quality_update",
  "template_category_update",
  "phone_number_quality_update",
  "phone_number_name_update",
  "account_update",
  "account_review_update",
  "business_capability_update",
  "security",
  "user_preferences",
];
const phoneFields = ["smb_message_echoes", "smb_app_state_sync", "history"];

/** What to paste at Meta, and a light that turns green when the first webhook comes in. */
export function WebhookStep({ channel }: { channel: Channel }) {
  const t = useT();
  const format = useFormat();
  const token = useQuery({
    queryKey: ["verify-token", channel.id],
    queryFn: ({ signal }) => request<{ verifyToken: string }>("GET", `/channels/${channel.id}/verify-token`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const seen = channel.lastReceivedAt !== null;
  const hidden = !channel.webhook.url.startsWith("https://");

  return (
    <div className="flex max-w-180 flex-col gap-5">
      <Section title={t("channels.step_webhook")}>
        <ol className="flex flex-col gap-5">
          <Todo number={1}>
            <p>{t("channels.todo_open")}</p>
          </Todo>
          <Todo number={2}>
            <div className="flex flex-col gap-3">
              <Field label={t("channels.callback_url")}>
                <CopyField value={channel.webhook.url} />
              </Field>
              {token.error ? (
                <ErrorNotice error={token.error} onRetry={() => void token.refetch()} />
              ) : token.data ? (
                <Field label={t("channels.verify_token")}>
                  <CopyField value={token.data.verifyToken} />
                </Field>
              ) : (
                <Skeleton className="h-13 w-full" />
              )}
              {hidden && (
                <p className="flex gap-2 text-warning-text">
                  <TriangleAlert size={16} className="mt-0.5" aria-hidden />
                  {t("channels.not_public")}
                </p>
              )}
            </div>
          </Todo>
          <Todo number={3}>
            <p>{t("channels.todo_subscribe")}</p>
            <FieldNames names={fields} />
            <p className="mt-2 text-muted">{t(channel.coexistence ? "channels.todo_phone_needed" : "channels.todo_phone")}</p>
            <FieldNames names={phoneFields} />
          </Todo>
          <Todo number={4}>
            <p>
              {t("channels.todo_write")}{" "}
              <bdi dir="ltr" className="num font-medium">
                {channel.displayPhoneNumber}
              </bdi>
            </p>
          </Todo>
        </ol>
      </Section>
      <div
        role="status"
        className={
          seen
            ? "flex flex-wrap items-center gap-3 rounded-12 border border-success-line bg-success-soft px-4 py-3 text-success-text"
            : "flex flex-wrap items-center gap-3 rounded-12 border border-dashed border-line-strong px-4 py-3 text-muted"
        }
      >
        {seen ? <CircleCheck size={18} className="text-success" aria-hidden /> : <Spinner size={16} />}
        <p className="min-w-0 flex-1">
          <span className="block font-medium">{t(seen ? "channels.seen" : "channels.waiting")}</span>
          <span className="block text-12">
            {channel.lastReceivedAt ? t("channels.seen_at", { when: format.dateTime(channel.lastReceivedAt) }) : t("channels.waiting_text")}
          </span>
        </p>
        <div className="flex flex-wrap gap-2">
          {seen && (
            <Button asChild variant="primary">
              <Link to="/inbox/$view" params={{ view: "open" }}>
                {t("channels.to_inbox")}
              </Link>
            </Button>
          )}
          <Button asChild>
            <Link to="/settings/channels/$channelId" params={{ channelId: channel.id }}>
              {t(seen ? "channels.to_number" : "channels.later")}
            </Link>
          </Button>
        </div>
      </div>
    </div>
  );
}

const Todo = ({ number, children }: { number: number; children: ReactNode }) => (
  <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-3">
    <span aria-hidden className="num grid size-5.5 place-items-center rounded-full bg-surface-chip text-12 font-medium text-muted">
      {number}
    </span>
    <div className="min-w-0 pt-px">{children}</div>
  </li>
);

const FieldNames = ({ names }: { names: string[] }) => (
  <ul className="mt-1.5 flex flex-wrap gap-1.5" dir="ltr">
    {names.map((name) => (
      <li key={name} className="rounded-6 bg-surface-chip px-1.75 py-0.5 font-mono text-12 text-muted">
        {name}
      </li>
    ))}
  </ul>
);
