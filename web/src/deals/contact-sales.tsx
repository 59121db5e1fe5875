import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { RecordPart } from "../contacts/record-part.tsx";
import { useFormat, useT } from "../i18n/index.ts";
import { ActivitiesPart } from "../tasks/activities-part.tsx";
import { TasksPart } from "../tasks/tasks-part.tsx";
import { Badge, Button, ErrorNotice, IconButton } from "../ui/index.ts";
import { type Deal, dealList, dealsChanged, useStage } from "./deal-data.ts";
import { type DealStart, NewDealSheet } from "./new-deal-sheet.tsx";
import { StageDot } from "./stage-dot.tsx";
import { useNames } from "./stage-words.ts";

type Named = { id: string; name: string };

/** Beside a person's timeline: their deals, what is to be done, what was done. */
export function ContactSales({ contact }: { contact: Named }) {
  const t = useT();
  if (!useCan()("sales.read")) return null;
  return (
    <>
      <DealsPart about={{ contact: contact.id }} start={{ contact }} />
      <RecordPart title={t("tasks.part")}>
        <TasksPart about={{ contact: contact.id }} />
      </RecordPart>
      <RecordPart title={t("activities.title")}>
        <ActivitiesPart about={{ contact: contact.id }} />
      </RecordPart>
    </>
  );
}

/** The deals of a person or a company, and a button for the next. */
export function DealsPart({ about, start }: { about: { contact?: string; company?: string }; start: DealStart }) {
  const t = useT();
  const mayWrite = useCan()("sales.write");
  const [creating, setCreating] = useState(false);
  return (
    <RecordPart
      title={t("deals.title")}
      action={
        mayWrite && (
          <IconButton size="sm" label={t("deals.new")} onClick={() => setCreating(true)}>
            <Plus size={16} />
          </IconButton>
        )
      }
    >
      <DealLinks about={about} />
      <NewDealSheet open={creating} onOpenChange={setCreating} start={start} onMade={() => undefined} />
    </RecordPart>
  );
}

/** Open ones unless all are asked for. */
export function DealLinks({ about, open }: { about: { contact?: string; company?: string }; open?: boolean }) {
  const t = useT();
  const list = useKeyset(dealList({ ...about, ...(open ? { state: "open" } : {}) }, 10));
  useRefresh(
    (event) => isAbout(event, "deal"),
    () => void dealsChanged(),
  );
  return (
    <>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && list.items.length === 0 && <p className="text-subtle">{t("deals.none_of")}</p>}
      <ul className="flex flex-col gap-2">
        {list.items.map((deal) => (
          <li key={deal.id}>
            <DealLink deal={deal} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          size="xs"
          variant="ghost"
          className="-ms-2 mt-1"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("deals.load_more")}
        </Button>
      )}
    </>
  );
}

function DealLink({ deal }: { deal: Deal }) {
  const format = useFormat();
  const names = useNames();
  const stage = useStage(deal.stageId);
  return (
    <Link
      to="/deals/$dealId"
      params={{ dealId: deal.id }}
      className="flex flex-col gap-1 rounded-8 border bg-surface-raised p-2.5 hover:border-line-strong hover:bg-surface-hover"
    >
      <bdi className="cut font-medium">{deal.title}</bdi>
      <span className="flex items-center gap-2">
        {stage && (
          <Badge tone={deal.state === "won" ? "success" : deal.state === "lost" ? "danger" : "plain"} icon={<StageDot hue={stage.hue} />}>
            {names.stage(stage)}
          </Badge>
        )}
        <span className="num ms-auto text-muted">{format.money(deal.value, deal.currency)}</span>
      </span>
    </Link>
  );
}
