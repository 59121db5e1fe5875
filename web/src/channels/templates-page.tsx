import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileText, RefreshCw, Search, SearchX } from "lucide-react";
import { useEffect, useState } from "react";
import { request } from "../api/client.ts";
import { queryClient, useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { SettingsPage, useFilters } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, Input, Menu, Section, Select, Sheet, SkeletonRows, toast, toastError } from "../ui/index.ts";
import { type Channel, channelsQuery, type TemplateFilters, templateList } from "./channel-data.ts";
import { useChannelsLive } from "./channel-live.ts";
import { TemplateDetails } from "./template-details.tsx";
import { TemplateRow } from "./template-row.tsx";
import { filterStates, templateState } from "./template-words.ts";

const any = "any";

export function TemplatesPage() {
  const t = useT();
  const can = useCan();
  const [filters, setFilters] = useFilters<TemplateFilters>();
  const list = useKeyset(templateList(filters));
  const { data: channels = [] } = useQuery({ ...channelsQuery, enabled: can("channels.read") });
  const connected = channels.filter((channel) => channel.state !== "disconnected");
  const accounts = new Set(connected.map((channel) => channel.accountId));
  const small = useSmall();
  useChannelsLive();
  const filtered = Boolean(filters.q || filters.state || filters.channel);
  const open = list.items.find((template) => template.id === filters.template) ?? (small || filters.template ? undefined : list.items[0]);

  return (
    <SettingsPage
      title={t("settings.templates")}
      description={t("channels.templates_text")}
      actions={can("channels.manage") && connected.length > 0 ? <SyncButton channels={connected} /> : undefined}
      wide
    >
      <search className="flex flex-wrap items-center gap-2">
        <SearchBox value={filters.q ?? ""} onChange={(q) => void setFilters({ q, template: "" })} />
        <Select
          className="w-auto! min-w-36 phone:flex-1"
          label={t("channels.filter_state")}
          value={filters.state ?? any}
          onChange={(state) => void setFilters({ state: state === any ? "" : state, template: "" })}
          options={[
            { value: any, label: t("channels.any_state") },
            ...filterStates.map((state) => ({ value: state as string, label: t(templateState(state).label ?? "channels.any_state") })),
          ]}
        />
        {accounts.size > 1 && (
          <Select
            className="w-auto! min-w-36 phone:flex-1"
            label={t("channels.filter_channel")}
            value={filters.channel ?? any}
            onChange={(channel) => void setFilters({ channel: channel === any ? "" : channel, template: "" })}
            options={[
              { value: any, label: t("channels.any_channel") },
              ...connected.map((channel) => ({ value: channel.id, label: channel.name })),
            ]}
          />
        )}
      </search>
      {list.error ? (
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={6} height={56} />
      ) : list.items.length === 0 ? (
        filtered ? (
          <EmptyState
            icon={<SearchX size={20} />}
            title={t("channels.no_template_matches")}
            action={<Button onClick={() => void setFilters({ q: "", state: "", channel: "" })}>{t("channels.clear_filters")}</Button>}
          />
        ) : (
          <NoTemplates connected={connected.length > 0} />
        )
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-5 medium:grid-cols-[minmax(0,1fr)_300px] narrow:grid-cols-1">
          <Section flush title={t("channels.templates")}>
            <ul className="overflow-hidden rounded-b-12">
              {list.items.map((template) => (
                <TemplateRow
                  key={template.id}
                  template={template}
                  open={template.id === open?.id}
                  onOpen={() => void setFilters({ template: template.id })}
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
              <TemplateDetails template={open} />
            </div>
          )}
        </div>
      )}
      {open && small && (
        <Sheet open onOpenChange={(next) => !next && void setFilters({ template: "" })} title={open.name}>
          <TemplateDetails template={open} />
        </Sheet>
      )}
    </SettingsPage>
  );
}

function NoTemplates({ connected }: { connected: boolean }) {
  const t = useT();
  const can = useCan();
  return (
    <EmptyState
      icon={<FileText size={20} />}
      title={t("channels.templates_empty")}
      action={
        !connected &&
        can("channels.manage") && (
          <Button asChild variant="primary">
            <Link to="/settings/channels/new">{t("channels.connect")}</Link>
          </Button>
        )
      }
    >
      {t(connected ? "channels.templates_empty_text" : "channels.templates_empty_connect")}
    </EmptyState>
  );
}

/** One account is fetched at once; of several numbers one says whose account it is. */
function SyncButton({ channels }: { channels: Channel[] }) {
  const t = useT();
  const sync = useMutation({
    mutationFn: (channelId: string) => request<{ templates: number }>("POST", `/channels/${channelId}/templates/sync`),
    onSuccess: ({ templates }) => {
      toast({ title: t("channels.synced", { count: templates }), tone: "success" });
      void queryClient.invalidateQueries({ queryKey: ["templates"] });
    },
    onError: toastError,
  });
  const perAccount = [...new Map(channels.map((channel) => [channel.accountId, channel])).values()];
  const only = perAccount.length === 1 ? perAccount[0] : undefined;
  const button = (
    <Button icon={<RefreshCw size={14} />} loading={sync.isPending} onClick={only ? () => sync.mutate(only.id) : undefined}>
      {t("channels.sync")}
    </Button>
  );
  if (only) return button;
  return (
    <Menu
      align="end"
      trigger={button}
      items={perAccount.map((channel) => ({ label: channel.name, onSelect: () => sync.mutate(channel.id) }))}
    />
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (typed === undefined || typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      type="search"
      aria-label={t("channels.search_templates")}
      placeholder={t("channels.search_templates")}
      icon={<Search size={16} />}
      value={typed ?? value}
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped(undefined)}
      className="max-w-80 phone:max-w-none"
    />
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
