import { ListFilter as Icon } from "lucide-react";
import { useFilters } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { cx, IconButton, Menu } from "../ui/index.ts";
import { useChannels } from "./conversation-data.ts";
import { type InboxFilters, isBuiltIn } from "./inbox-views.ts";

/** Which channel, and in a label's view which state; both in the address. */
export function ListFilter({ view }: { view: string }) {
  const t = useT();
  const [filters, setFilters] = useFilters<InboxFilters>();
  const channels = useChannels().data ?? [];
  const active = !!filters.channel || (!isBuiltIn(view) && filters.state === "closed");
  if (channels.length < 2 && isBuiltIn(view)) return null;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={active ? t("inbox.filter_active") : t("common.filter")}
          className={cx(active && "bg-accent-soft! text-accent-text!")}
        >
          <Icon size={16} />
        </IconButton>
      }
      items={[
        ...(isBuiltIn(view)
          ? []
          : [
              { heading: t("inbox.state") },
              { label: t("inbox.state_open"), checked: filters.state !== "closed", onSelect: () => void setFilters({ state: undefined }) },
              { label: t("inbox.state_closed"), checked: filters.state === "closed", onSelect: () => void setFilters({ state: "closed" }) },
            ]),
        { heading: t("inbox.channel") },
        { label: t("inbox.all_channels"), checked: !filters.channel, onSelect: () => void setFilters({ channel: undefined }) },
        ...channels.map((channel) => ({
          label: channel.name,
          checked: filters.channel === channel.id,
          onSelect: () => void setFilters({ channel: channel.id }),
        })),
      ]}
    />
  );
}
