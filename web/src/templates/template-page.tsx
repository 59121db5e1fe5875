import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useCan } from "../api/session.ts";
import { channelsQuery } from "../channels/channel-data.ts";
import { SettingsPage, useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { EmptyState, ErrorNotice, SkeletonRows, toast } from "../ui/index.ts";
import { Editor } from "./editor.tsx";
import { type Template, templateQuery } from "./template-data.ts";
import { TemplateDetails } from "./template-details.tsx";
import { notEditable } from "./template-words.ts";
import { useTemplatesLive } from "./templates-live.ts";

/** A draft opens in its editor; what Meta has is shown as it stands, and edited on request. */
export function TemplatePage() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const { templateId } = useParams({ strict: false }) as { templateId: string };
  const [filters] = useFilters<{ edit?: string }>();
  const { data: template, error, refetch } = useQuery(templateQuery(templateId));
  useTemplatesLive();
  useReviewNews(template);
  // What was shown stays when asking again fails: somebody may be writing in it.
  if (error && !template)
    return <SettingsPage title={t("templates.template")}>{<ErrorNotice error={error} onRetry={() => void refetch()} />}</SettingsPage>;
  if (!template)
    return (
      <SettingsPage title={t("templates.template")}>
        <SkeletonRows rows={6} />
      </SettingsPage>
    );
  if (can("templates.manage") && template.editable.allowed && (template.state === "DRAFT" || filters.edit))
    return <Editor key={`${template.id} ${template.state === "DRAFT"}`} template={template} channels={[]} first="" />;
  return (
    <SettingsPage
      title={
        <bdi dir="ltr" className="break-all">
          {template.name}
        </bdi>
      }
    >
      <Why template={template} />
      <TemplateDetails here template={template} onGone={() => void navigate({ to: "/settings/templates" })} />
    </SettingsPage>
  );
}

function Why({ template }: { template: Template }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const { allowed, code, until } = template.editable;
  if (allowed || !can("templates.manage") || template.state === "DELETED") return null;
  return <p className="text-muted">{t(notEditable(code), { until: until ? format.dateTime(until) : "" })}</p>;
}

/** The end of a review, while one looks. */
function useReviewNews(template: Template | undefined) {
  const t = useT();
  const before = useRef<string>(undefined);
  const state = template?.state;
  useEffect(() => {
    if (before.current === "PENDING" && state === "APPROVED") toast({ title: t("templates.news_approved"), tone: "success" });
    if (before.current === "PENDING" && state === "REJECTED") toast({ title: t("templates.news_rejected"), tone: "danger" });
    before.current = state;
  }, [state, t]);
}

export function NewTemplatePage() {
  const t = useT();
  const can = useCan();
  const { data: channels, error, refetch } = useQuery(channelsQuery);
  const connected = channels?.filter((channel) => channel.state !== "disconnected");
  const first = connected?.[0];
  if (error && !channels)
    return <SettingsPage title={t("templates.new")}>{<ErrorNotice error={error} onRetry={() => void refetch()} />}</SettingsPage>;
  if (!connected)
    return (
      <SettingsPage title={t("templates.new")}>
        <SkeletonRows rows={6} />
      </SettingsPage>
    );
  if (!can("templates.manage") || !first)
    return (
      <SettingsPage title={t("templates.new")}>
        <EmptyState title={t(first ? "templates.not_allowed" : "templates.empty_connect")} />
      </SettingsPage>
    );
  return <Editor template={null} channels={connected} first={first.id} />;
}
