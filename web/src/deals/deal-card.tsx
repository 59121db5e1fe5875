import { Link } from "@tanstack/react-router";
import { Building2, CalendarClock, CircleCheckBig, Ellipsis } from "lucide-react";
import type { DragEvent, KeyboardEvent } from "react";
import { queryClient } from "../api/query.ts";
import { useMembers } from "../contacts/contact-data.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, cx, IconButton, Menu, type MenuItem } from "../ui/index.ts";
import { useDay } from "./day.ts";
import { type Deal, dealQuery } from "./deal-data.ts";

/** A deal on the board. The link is the card; the menu does what dragging does. */
export function DealCard({
  deal,
  items,
  dragged,
  onKeyDown,
  onDragStart,
  onDragEnd,
}: {
  deal: Deal;
  /** Of the menu; none for who may only look. */
  items: MenuItem[];
  dragged: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onDragStart: (event: DragEvent) => void;
  onDragEnd: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const day = useDay();
  const owner = useMembers().find((member) => member.id === deal.ownerId);
  const late = deal.state === "open" && deal.expectedOn !== null && deal.expectedOn < format.dayOf(Date.now());
  return (
    <div
      className={cx(
        "group relative rounded-8 border bg-surface-raised hover:border-line-strong has-[a:focus-visible]:border-focus",
        dragged && "opacity-50",
      )}
    >
      <Link
        to="/deals/$dealId"
        params={{ dealId: deal.id }}
        data-deal={deal.id}
        draggable={items.length > 0}
        onKeyDown={onKeyDown}
        onDragStart={onDragStart}
        onDragEnd={onDragEnd}
        onPointerEnter={() => void queryClient.prefetchQuery(dealQuery(deal.id))}
        className="flex flex-col gap-1 rounded-8 p-2.5 outline-offset-1"
      >
        <bdi className="line-clamp-2 pe-6 font-medium">{deal.title}</bdi>
        <span className="num flex items-baseline gap-1.5">
          <span className="font-medium text-muted">{format.money(deal.value, deal.currency)}</span>
          {deal.probability !== null && deal.state === "open" && (
            <span className="text-12 text-subtle">{format.percent(deal.probability / 100)}</span>
          )}
        </span>
        {(deal.company || deal.contacts[0]) && (
          <span className="flex min-w-0 items-center gap-1.5 text-12 text-subtle">
            {deal.contacts[0] ? <Avatar name={deal.contacts[0].name} size={20} /> : <Building2 size={14} aria-hidden />}
            <bdi className="cut">{[deal.contacts[0]?.name, deal.company?.name].filter(Boolean).join(" · ")}</bdi>
          </span>
        )}
        {(deal.expectedOn || deal.openTasks > 0 || owner) && (
          <span className="flex min-h-5 items-center gap-3 text-12 text-subtle">
            {deal.expectedOn && (
              <span
                className={cx("num flex items-center gap-1", late && "text-danger-text")}
                {...(late ? { title: t("deals.overdue", { date: day(deal.expectedOn) }) } : {})}
              >
                <CalendarClock size={14} aria-hidden />
                {day(deal.expectedOn)}
              </span>
            )}
            {deal.openTasks > 0 && (
              <span className="num flex items-center gap-1" title={t("deals.open_tasks", { count: deal.openTasks })}>
                <CircleCheckBig size={14} aria-hidden />
                {format.number(deal.openTasks)}
              </span>
            )}
            {owner && (
              <span className="ms-auto" title={owner.name}>
                <Avatar name={owner.name} size={20} />
              </span>
            )}
          </span>
        )}
      </Link>
      {items.length > 0 && (
        <span className="absolute end-1.5 top-1.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 phone:opacity-100 has-[[aria-expanded=true]]:opacity-100">
          <Menu
            align="end"
            trigger={
              <IconButton size="sm" label={t("deals.move", { title: deal.title })}>
                <Ellipsis size={16} />
              </IconButton>
            }
            items={items}
          />
        </span>
      )}
    </div>
  );
}
