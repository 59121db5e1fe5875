import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileText, Plus, SearchX } from "lucide-react";
import { useEffect, useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { channelsQuery } from "../channels/channel-data.ts";
import { SettingsPage, useFilters } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, Section, Sheet, SkeletonRows } from "../ui/index.ts";
import { SyncButton } from "./sync-button.tsx";
import { type TemplateFilters, templateList } from "./template-data.ts";
import { TemplateDetails } from "./template-details.tsx";
import { TemplateFilterBar } from "./template-filters.tsx";
import { TemplateGroup } from "./template-row.tsx";
import { useTemplatesLive } from "./templates-live.ts";

export function TemplatesPage() {
  const t = useT();
  const can = useCan();
  const [filters, setFilters] = useFilters<TemplateFilters>();
  const list = useKeyset(templateList(filters));
  const { data: channels = [], isPending: waiting } = useQuery({ ...channelsQuery, enabled: can("channels.read") });
  const connected = channels.filter((channel) => channel.state !== "disconnected");
  const small = useSmall();
  useTemplatesLive();
  const filtered = Boolean(filters.q || filters.state || filters.channel || filters.category || filters.language);
  const open = list.items.find((template) => template.id === filters.template) ?? (small || filters.template ? undefined : list.items[0]);
  const close = () => void setFilters({ template: "" });
  const groups = [...Map.groupBy(list.items, (template) => `${template.accountId} ${template.name}`)];

  return (
    <SettingsPage
      title={t("settings.templates")}
      description={t("templates.page_text")}
      actions={
        can("templates.manage") &&
        (waiting || connected.length > 0) && (
          <>
            <SyncButton channels={connected} />
            <Button asChild variant="primary">
              <Link to="/settings/templates/new">
                <Plus size={14} aria-hidden />
                {t("templates.new")}
              </Link>
            </Button>
          </>
        )
      }
      wide
    >
      <TemplateFilterBar filters={filters} setFilters={(change) => void setFilters(change)} channels={connected} />
      {list.error ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={6} height={56} />
      ) : list.items.length === 0 ? (
        filtered ? (
          <EmptyState
            icon={<SearchX size={20} />}
            title={t("templates.none_matches")}
            action={
              <Button onClick={() => void setFilters({ q: "", state: "", channel: "", category: "", language: "" })}>
                {t("templates.clear_filters")}
              </Button>
            }
          />
        ) : (
          <NoTemplates connected={connected.length > 0} />
        )
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)_360px] items-start gap-5 medium:grid-cols-[minmax(0,1fr)_320px] narrow:grid-cols-1">
          <Section flush title={t("settings.templates")}>
            <ul className="overflow-hidden rounded-b-12">
              {groups.map(([key, templates]) => (
                <TemplateGroup
                  key={key}
                  name={templates[0]?.name ?? ""}
                  templates={templates}
                  open={open?.id}
                  onOpen={(template) => void setFilters({ template: template.id })}
                />
              ))}
            </ul>
            {list.hasNextPage && (
              <div className="border-t p-2 text-center">
                <Button variant="ghost" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {t("common.load_more")}
                </Button>
              </div>
            )}
          </Section>
          {open && !small && (
            <div className="sticky top-4">
              <TemplateDetails key={open.id} template={open} onGone={close} />
            </div>
          )}
        </div>
      )}
      {open && small && (
        <Sheet open onOpenChange={(next) => !next && close()} title={open.name}>
          <TemplateDetails template={open} onGone={close} />
        </Sheet>
      )}
    </SettingsPage>
  );
}

function NoTemplates({ connected }: { connected: boolean }) {
  const t = useT();
  const can = useCan();
  const action = connected
    ? can("templates.manage") && (
        <Button asChild variant="primary">
          <Link to="/settings/templates/new">{t("templates.new")}</Link>
        </Button>
      )
    : can("channels.manage") && (
        <Button asChild variant="primary">
          <Link to="/settings/channels/new">{t("channels.connect")}</Link>
        </Button>
      );
  return (
    <EmptyState icon={<FileText size={20} />} title={t("templates.empty")} action={action}>
      {t(connected ? "templates.empty_text" : "templates.empty_connect")}
    </EmptyState>
  );
}

/** Where list and preview do not fit side by side. */
function useSmall() {
  const [small, setSmall] = useState(() => matchMedia("(width <= 1000px)").matches);
  useEffect(() => {
    const media = matchMedia("(width <= 1000px)");
    const tell = () => setSmall(media.matches);
    media.addEventListener("change", tell);
    return () => media.removeEventListener("change", tell);
  }, []);
  return small;
}
