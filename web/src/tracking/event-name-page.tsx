import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Radio } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import {
  Button,
  ErrorNotice,
  Facts,
  Input,
  PageHeader,
  Section,
  SettingRow,
  SkeletonRows,
  Switch,
  toast,
  toastError,
} from "../ui/index.ts";
import { DaySparkline } from "./day-sparkline.tsx";
import { type EventNameDetail, nameQuery, namesKey } from "./event-data.ts";
import { NameStates } from "./events-page.tsx";
import { PropertyTable } from "./property-table.tsx";

/** One name: how often it came, what comes with it, and what is to be done with what arrives under it. */
export function EventNamePage() {
  const t = useT();
  const navigate = useNavigate();
  const [{ name = "" }] = useFilters<{ name?: string }>();
  const { data, error, refetch } = useQuery(nameQuery(name));
  return (
    <>
      <PageHeader
        onBack={() => void navigate({ to: "/events" })}
        crumbs={[
          <Link key="events" to="/events">
            {t("events.title")}
          </Link>,
        ]}
        title={<bdi>{name}</bdi>}
        actions={
          <Button asChild>
            <Link to="/events/live" search={{ name }} aria-label={t("events.live")}>
              <Radio size={16} aria-hidden />
              <span className="phone:hidden">{t("events.live")}</span>
            </Link>
          </Button>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
          {!data && !error && <SkeletonRows rows={6} height={64} />}
          {data && <Detail key={data.name} data={data} />}
        </div>
      </div>
    </>
  );
}

function Detail({ data }: { data: EventNameDetail }) {
  const t = useT();
  const format = useFormat();
  const may = useCan()("events.manage");
  return (
    <>
      <Section title={t("events.days")} aside={<NameStates name={data} />}>
        <DaySparkline days={data.days} tall />
        <Facts
          items={[
            [
              t("events.received"),
              <span className="num" key="n">
                {format.number(data.received)}
              </span>,
            ],
            [
              t("events.bots"),
              <span className="num" key="b">
                {format.number(data.bots)}
              </span>,
            ],
            [
              t("events.refused"),
              <span className="num" key="r">
                {format.number(data.refused)}
              </span>,
            ],
            [
              t("events.first_seen"),
              <span className="num" key="f">
                {format.dateTime(data.firstSeenAt)}
              </span>,
            ],
            [
              t("events.last_seen"),
              <span className="num" key="l">
                {format.dateTime(data.lastSeenAt)}
              </span>,
            ],
          ]}
        />
      </Section>
      <PropertyTable name={data.name} properties={data.properties} may={may} />
      {may && <Decisions data={data} />}
    </>
  );
}

/** Each holds from the moment it is set. */
function Decisions({ data }: { data: EventNameDetail }) {
  const t = useT();
  const [renamedTo, setRenamedTo] = useState(data.renamedTo ?? "");
  const [keepDays, setKeepDays] = useState(data.keepDays === null ? "" : String(data.keepDays));
  const change = useMutation({
    mutationFn: (body: { blocked?: boolean; renamedTo?: string | null; keepDays?: number | null }) =>
      request<EventNameDetail>("PATCH", "/event-names/detail", { body: { name: data.name, ...body } }),
    onSuccess: (next) => {
      queryClient.setQueryData(nameQuery(data.name).queryKey, next);
      void queryClient.invalidateQueries({ queryKey: [...namesKey, "list"] });
      toast({ title: t("common.saved"), tone: "success" });
    },
    onError: toastError,
  });
  return (
    <Section title={t("events.decisions")}>
      <SettingRow label={t("events.block")} hint={t("events.block_text")}>
        <Switch label={t("events.block")} hideLabel checked={data.blocked} onChange={(blocked) => change.mutate({ blocked })} />
      </SettingRow>
      <SettingRow label={t("events.rename")} hint={t("events.rename_text")}>
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ renamedTo: renamedTo.trim() || null });
          }}
        >
          <Input aria-label={t("events.rename")} value={renamedTo} maxLength={200} onChange={(event) => setRenamedTo(event.target.value)} />
          <Button type="submit" disabled={renamedTo.trim() === (data.renamedTo ?? "")}>
            {t("common.save")}
          </Button>
        </form>
      </SettingRow>
      <SettingRow label={t("events.keep")} hint={t("events.keep_text")}>
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ keepDays: keepDays === "" ? null : Number(keepDays) });
          }}
        >
          <Input
            aria-label={t("events.keep")}
            type="number"
            min={1}
            max={3650}
            className="w-36!"
            placeholder={t("events.keep_always")}
            value={keepDays}
            onChange={(event) => setKeepDays(event.target.value)}
          />
          <Button type="submit" disabled={keepDays === String(data.keepDays ?? "")}>
            {t("common.save")}
          </Button>
        </form>
      </SettingRow>
    </Section>
  );
}
