import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight, Filter, Plus, X } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button, Combobox, IconButton, Input, Select } from "../ui/index.ts";
import { EventPicker } from "./event-picker.tsx";
import type { Known } from "./known.ts";
import { PropertyEditor } from "./property-editor.tsx";
import type { EventLeaf, EventWindow, Measure } from "./rule.ts";
import { propertiesQuery } from "./segment-data.ts";
import { CountInput, SpanEditor } from "./span-editor.tsx";

const measures = ["happened", "count", "distinct", "sum", "first", "last"] as const;
const windows = ["ever", "last", "between"] as const;

/** "did *Order placed*, *at least* 3 times, *in the last* 30 days, where *price* is more than 100". */
export function EventEditor({ leaf, onChange, known }: { leaf: EventLeaf; onChange: (leaf: EventLeaf) => void; known: Known }) {
  const t = useT();
  const properties = useQuery(propertiesQuery(leaf.event)).data ?? [];
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <Select
          className="w-auto!"
          label={t("segments.measure")}
          value={leaf.measure.kind}
          onChange={(kind) => onChange({ ...leaf, measure: measureOf(kind) })}
          options={measures.map((kind) => ({ value: kind, label: t(`segments.measure_${kind}`) }))}
        />
        <EventPicker value={leaf.event} onChange={(event) => onChange({ ...leaf, event })} known={known} />
        <MeasureEditor measure={leaf.measure} onChange={(measure) => onChange({ ...leaf, measure })} properties={properties} />
        <WindowEditor window={leaf.window} onChange={(window) => onChange({ ...leaf, window })} />
      </div>
      {leaf.where.map((condition, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no identity but its place
        <div key={at} className="flex flex-wrap items-center gap-1.5 ps-3">
          <span className="text-subtle">{t(at === 0 ? "segments.where" : "segments.and")}</span>
          <PropertyEditor
            condition={condition}
            known={properties}
            onChange={(next) => onChange({ ...leaf, where: leaf.where.with(at, next) })}
            onRemove={() => onChange({ ...leaf, where: leaf.where.toSpliced(at, 1) })}
          />
        </div>
      ))}
      {leaf.relation && (
        <div className="flex flex-wrap items-center gap-1.5 ps-3">
          <Select
            className="w-auto!"
            label={t("segments.order")}
            value={leaf.relation.order}
            onChange={(order) => leaf.relation && onChange({ ...leaf, relation: { ...leaf.relation, order } })}
            options={[
              { value: "before", label: t("segments.order_before") },
              { value: "after", label: t("segments.order_after") },
            ]}
          />
          <EventPicker
            value={leaf.relation.event}
            onChange={(event) => leaf.relation && onChange({ ...leaf, relation: { ...leaf.relation, event } })}
            known={known}
          />
          {leaf.relation.within ? (
            <>
              <span className="text-subtle">{t("segments.within")}</span>
              <SpanEditor
                value={leaf.relation.within}
                onChange={(within) => leaf.relation && onChange({ ...leaf, relation: { ...leaf.relation, within } })}
              />
              <IconButton
                size="sm"
                label={t("segments.any_time")}
                onClick={() => leaf.relation && onChange({ ...leaf, relation: { ...leaf.relation, within: null } })}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </>
          ) : (
            <Button
              variant="ghost"
              onClick={() => leaf.relation && onChange({ ...leaf, relation: { ...leaf.relation, within: { amount: 1, unit: "days" } } })}
            >
              {t("segments.at_any_time")}
            </Button>
          )}
          <IconButton size="sm" label={t("segments.remove_relation")} onClick={() => onChange({ ...leaf, relation: null })}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      )}
      <div className="flex flex-wrap gap-1">
        {leaf.where.length < 10 && (
          <Button
            variant="ghost"
            onClick={() => onChange({ ...leaf, where: [...leaf.where, { property: properties[0] ?? "", op: "is", value: "" }] })}
          >
            <Filter size={14} aria-hidden />
            {t("segments.add_where")}
          </Button>
        )}
        {!leaf.relation && (
          <Button
            variant="ghost"
            onClick={() => onChange({ ...leaf, relation: { order: "before", event: otherEvent(leaf, known), within: null } })}
          >
            <ArrowLeftRight size={14} aria-hidden />
            {t("segments.add_relation")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** An event before or after itself would be no question. */
const otherEvent = (leaf: EventLeaf, known: Known) => known.events.find(({ name }) => name !== leaf.event)?.name ?? "";

const measureOf = (kind: Measure["kind"]): Measure =>
  kind === "happened"
    ? { kind }
    : kind === "count"
      ? { kind, op: "at_least", value: 2 }
      : kind === "distinct"
        ? { kind, property: "", op: "at_least", value: 2 }
        : kind === "sum"
          ? { kind, property: "", op: "at_least", value: 100 }
          : { kind, is: null };

function MeasureEditor({
  measure,
  onChange,
  properties,
}: {
  measure: Measure;
  onChange: (measure: Measure) => void;
  properties: string[];
}) {
  const t = useT();
  if (measure.kind === "happened") return null;
  if (measure.kind === "first" || measure.kind === "last")
    return measure.is ? (
      <PropertyEditor
        condition={measure.is}
        known={properties}
        onChange={(is) => onChange({ ...measure, is })}
        onRemove={() => onChange({ ...measure, is: null })}
      />
    ) : (
      <Button variant="ghost" onClick={() => onChange({ ...measure, is: { property: properties[0] ?? "", op: "is", value: "" } })}>
        <Plus size={14} aria-hidden />
        {t("segments.with_property")}
      </Button>
    );
  const bounds = measure.kind === "sum" ? (["at_least", "at_most"] as const) : (["at_least", "at_most", "exactly"] as const);
  return (
    <>
      {measure.kind !== "count" && (
        <>
          <span className="text-subtle">{t(measure.kind === "sum" ? "segments.sum_of" : "segments.distinct_of")}</span>
          <Combobox
            label={t("segments.property")}
            value={measure.property || null}
            options={[...new Set([...properties, ...(measure.property ? [measure.property] : [])])].map((name) => ({
              value: name,
              label: name,
            }))}
            onChange={(property) => onChange({ ...measure, property })}
            onCreate={(property) => onChange({ ...measure, property })}
            trigger={<Button>{measure.property || t("segments.property")}</Button>}
          />
        </>
      )}
      <Select
        className="w-auto!"
        label={t("segments.comparison")}
        value={measure.op}
        onChange={(op) => onChange({ ...measure, op } as Measure)}
        options={bounds.map((op) => ({ value: op, label: t(`segments.bound_${op}`) }))}
      />
      {measure.kind === "sum" ? (
        <Input
          className="w-24!"
          type="number"
          aria-label={t("segments.value")}
          value={measure.value}
          onChange={(event) => Number.isFinite(event.target.valueAsNumber) && onChange({ ...measure, value: event.target.valueAsNumber })}
        />
      ) : (
        <CountInput value={measure.value} label={t("segments.value")} onChange={(value) => onChange({ ...measure, value })} />
      )}
      {measure.kind === "count" && <span className="text-subtle">{t("segments.times", { count: measure.value })}</span>}
    </>
  );
}

function WindowEditor({ window, onChange }: { window: EventWindow; onChange: (window: EventWindow) => void }) {
  const t = useT();
  return (
    <>
      <Select
        className="w-auto!"
        label={t("segments.when")}
        value={window.kind}
        onChange={(kind) =>
          onChange(kind === "ever" ? { kind } : kind === "last" ? { kind, amount: 30, unit: "days" } : { kind, from: null, to: null })
        }
        options={windows.map((kind) => ({ value: kind, label: t(`segments.window_${kind}`) }))}
      />
      {window.kind === "last" && <SpanEditor value={window} onChange={(span) => onChange({ kind: "last", ...span })} />}
      {window.kind === "between" && (
        <>
          <DayInput label={t("segments.from")} value={window.from} onChange={(from) => onChange({ ...window, from })} />
          <span className="text-subtle">{t("segments.until")}</span>
          <DayInput label={t("segments.to")} value={window.to} onChange={(to) => onChange({ ...window, to })} />
        </>
      )}
    </>
  );
}

/** A day of the calendar, as its first moment in UTC; empty is open. */
function DayInput({ label, value, onChange }: { label: string; value: string | null; onChange: (value: string | null) => void }) {
  return (
    <Input
      className="w-36!"
      type="date"
      aria-label={label}
      value={value?.slice(0, 10) ?? ""}
      onChange={(event) => onChange(event.target.value ? `${event.target.value}T00:00:00Z` : null)}
    />
  );
}
