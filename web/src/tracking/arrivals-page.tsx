import { Link, useNavigate } from "@tanstack/react-router";
import { Pause, Play, Radio } from "lucide-react";
import { useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useFilters, useShortcut } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, Input, PageHeader, Section, Segmented, Select, SkeletonRows } from "../ui/index.ts";
import { ArrivalRow } from "./arrival-row.tsx";
import type { Bots } from "./arrivals.ts";
import { writeKeysQuery } from "./event-data.ts";
import { useArrivals } from "./use-arrivals.ts";

const any = "any";

/** Events as they arrive, with what became of each: what somebody who builds a website keeps open beside it. */
export function ArrivalsPage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<{ name?: string; key?: string; bots?: string }>();
  const [paused, setPaused] = useState(false);
  const keys = useKeyset(writeKeysQuery);
  const bots: Bots = filters.bots === "without" || filters.bots === "only" ? filters.bots : "with";
  const { arrivals, skipped, error, retry } = useArrivals({ name: filters.name, keyId: filters.key, bots }, paused);
  useShortcut("p", () => setPaused((before) => !before), { describe: t("events.pause") });

  return (
    <>
      <PageHeader
        onBack={() => void navigate({ to: "/events" })}
        crumbs={[
          <Link key="events" to="/events">
            {t("events.title")}
          </Link>,
        ]}
        title={t("events.live")}
        actions={
          <Button
            icon={paused ? <Play size={16} className="flip-rtl" /> : <Pause size={16} />}
            onClick={() => setPaused(!paused)}
            aria-pressed={paused}
          >
            {t(paused ? "events.go_on" : "events.pause")}
          </Button>
        }
      />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-4 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          <search className="flex flex-wrap items-center gap-2">
            <Input
              className="w-64! phone:w-full!"
              aria-label={t("events.name")}
              placeholder={t("events.name")}
              value={filters.name ?? ""}
              onChange={(event) => void setFilters({ name: event.target.value })}
            />
            <Select
              className="w-auto! min-w-48 phone:flex-1"
              label={t("events.key")}
              value={filters.key ?? any}
              onChange={(key) => void setFilters({ key: key === any ? "" : key })}
              options={[{ value: any, label: t("events.any_key") }, ...keys.items.map(({ id, name }) => ({ value: id, label: name }))]}
            />
            <Segmented
              label={t("events.bots")}
              value={bots}
              onChange={(next) => void setFilters({ bots: next === "with" ? "" : next })}
              options={[
                { value: "with", label: t("events.bots_with") },
                { value: "without", label: t("events.bots_without") },
                { value: "only", label: t("events.bots_only") },
              ]}
            />
          </search>
          <p role="status" className="flex items-center gap-2 text-12 text-subtle">
            <span aria-hidden className={paused ? "size-2 rounded-full bg-line-strong" : "size-2 rounded-full bg-success"} />
            {paused ? t("events.paused_text") : t("events.live_text")}
            {skipped > 0 && <span className="num">{t("events.skipped", { count: skipped, number: format.number(skipped) })}</span>}
          </p>
          {error !== undefined && <ErrorNotice error={error} onRetry={retry} />}
          <Section title={t("events.arrived")} flush>
            {!arrivals && error === undefined && <SkeletonRows rows={6} height={44} />}
            {arrivals?.length === 0 && (
              <EmptyState icon={<Radio size={20} />} title={t("events.nothing_yet")}>
                {t("events.nothing_yet_text")}
              </EmptyState>
            )}
            {arrivals && arrivals.length > 0 && (
              <ul>
                {arrivals.map((arrival) => (
                  <ArrivalRow key={arrival.id} arrival={arrival} keyName={keys.items.find(({ id }) => id === arrival.keyId)?.name} />
                ))}
              </ul>
            )}
          </Section>
          <p className="text-12 text-subtle">{t("events.place_note")}</p>
        </div>
      </div>
    </>
  );
}
