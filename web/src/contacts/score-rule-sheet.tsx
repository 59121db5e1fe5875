import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { useForm } from "../accounts/use-form.ts";
import { api, request, unwrap } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, Combobox, ErrorNotice, Field, Input, RadioGroup, Sheet, toast } from "../ui/index.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import { type Condition, isWhole } from "./condition-fields.ts";
import type { ContactSummary } from "./contact-data.ts";
import { refresh, type ScoreRule } from "./record-data.ts";
import { useRuleSentence, useScoredFields } from "./score-words.ts";

type What = ScoreRule["rule"];
const whole = (text: string, least: number, most: number): number | null => {
  const number = Number(text);
  return text.trim() !== "" && Number.isInteger(number) && number >= least && number <= most ? number : null;
};

/** Makes a rule, or changes `rule`: what is counted, how much it gives, and what that would mean for somebody one knows. */
export function ScoreRuleSheet({ rule, onClose }: { rule: ScoreRule | undefined; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const sentence = useRuleSentence();
  const fields = useScoredFields();
  const event = rule?.rule.kind === "event" ? rule.rule : undefined;
  const [kind, setKind] = useState<What["kind"]>(rule?.rule.kind ?? "event");
  const [condition, setCondition] = useState<Condition>(
    rule?.rule.kind === "condition" ? rule.rule.condition : { about: "field", field: "stage", op: "is", value: "customer" },
  );
  const form = useForm({
    initial: {
      name: rule?.name ?? "",
      points: String(rule?.points ?? 10),
      event: event?.event ?? "message.received",
      atMost: String(event?.atMost ?? 1),
      windowDays: String(event?.windowDays ?? ""),
      halfLifeDays: String(event?.halfLifeDays ?? ""),
      condition: "",
    },
    check: ({ name, points, event: named, atMost, windowDays, halfLifeDays }) => ({
      ...(name.trim() ? {} : { name: t("scoring.name_needed") }),
      ...(whole(points, -1000, 1000) ? {} : { points: t("scoring.points_needed") }),
      ...(kind === "condition" && !isWhole(condition) ? { condition: t("scoring.no_condition") } : {}),
      ...(kind === "event" && !named.trim() ? { event: t("scoring.event_needed") } : {}),
      ...(kind === "event" && whole(atMost, 1, 100) === null ? { atMost: "1 – 100" } : {}),
      ...(kind === "event" && windowDays && whole(windowDays, 1, 3650) === null ? { windowDays: "1 – 3650" } : {}),
      ...(kind === "event" && halfLifeDays && whole(halfLifeDays, 1, 3650) === null ? { halfLifeDays: "1 – 3650" } : {}),
    }),
    send: async ({ name, points }) => {
      const body = { name: name.trim(), points: Number(points), rule: what };
      await (rule
        ? api.PATCH("/score-rules/{ruleId}", { params: { path: { ruleId: rule.id } }, body })
        : api.POST("/score-rules", { body: { ...body, active: true } }));
    },
    done: () => {
      void refresh("score-rules", "contact");
      toast({ title: t("scoring.saved"), tone: "success" });
      onClose();
    },
  });
  const { values } = form;
  const what: What =
    kind === "condition"
      ? { kind, condition }
      : {
          kind,
          event: values.event.trim(),
          atMost: whole(values.atMost, 1, 100) ?? 1,
          windowDays: whole(values.windowDays, 1, 3650),
          halfLifeDays: whole(values.halfLifeDays, 1, 3650),
        };
  const points = whole(values.points, -1000, 1000);
  const number = (name: "points" | "atMost" | "windowDays" | "halfLifeDays", label: string, hint: string) => (
    <Field label={label} hint={hint} error={form.errorOf(name)}>
      <Input {...form.input(name)} inputMode="numeric" dir="ltr" autoComplete="off" />
    </Field>
  );
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(rule ? "scoring.edit" : "scoring.new")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={id} loading={form.working}>
            {rule ? t("common.save") : t("common.create")}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        <Field label={t("scoring.name")} required error={form.errorOf("name")}>
          <Input {...form.input("name")} maxLength={120} autoComplete="off" dir="auto" />
        </Field>
        <div className="flex flex-col gap-2">
          <p className="font-medium" aria-hidden>
            {t("scoring.kind")}
          </p>
          <RadioGroup
            label={t("scoring.kind")}
            value={kind}
            onChange={setKind}
            options={[
              { value: "event", label: t("scoring.kind_event") },
              { value: "condition", label: t("scoring.kind_condition") },
            ]}
          />
        </div>
        {kind === "event" ? (
          <>
            <Field label={t("scoring.event")} hint={t("scoring.event_hint")} error={form.errorOf("event")}>
              <Input {...form.input("event")} list={`${id}-events`} maxLength={200} autoComplete="off" dir="ltr" />
            </Field>
            <datalist id={`${id}-events`}>
              {known.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <div className="grid grid-cols-2 gap-3">
              {number("points", t("scoring.points"), t("scoring.points_hint"))}
              {number("atMost", t("scoring.at_most"), t("scoring.at_most_hint"))}
              {number("windowDays", t("scoring.window"), t("scoring.window_hint"))}
              {number("halfLifeDays", t("scoring.half_life"), t("scoring.half_life_hint"))}
            </div>
          </>
        ) : (
          <>
            <fieldset>
              <legend className="mb-1 font-medium">{t("scoring.condition")}</legend>
              <ConditionEditor condition={condition} onChange={setCondition} fields={fields} />
              {form.errorOf("condition") && !isWhole(condition) && (
                <p role="alert" className="mt-1 text-12 text-danger-text">
                  {form.errorOf("condition")}
                </p>
              )}
            </fieldset>
            {number("points", t("scoring.points"), t("scoring.points_hint_condition"))}
          </>
        )}
        {points !== null && points !== 0 && (kind === "event" || isWhole(condition)) && (
          <>
            <p className="rounded-8 bg-surface-sunken p-3 text-pretty">
              <bdi>{sentence(what, points)}</bdi>
            </p>
            <Preview what={what} points={points} written={(gives) => format.number(gives, { signDisplay: "exceptZero" })} />
          </>
        )}
      </form>
    </Sheet>
  );
}

/** Events that exist everywhere; what an organization tracks is typed. */
const known = [
  "message.received",
  "message.reacted",
  "conversation.opened",
  "conversation.closed",
  "consent.granted",
  "consent.withdrawn",
  "page.viewed",
];

/** What the rule would give somebody one knows. */
function Preview({ what, points, written }: { what: What; points: number; written: (points: number) => string }) {
  const t = useT();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<{ id: string; name: string }>();
  const search = useDeferredValue(query.trim());
  const found = useQuery({
    queryKey: ["contacts", "preview", search],
    queryFn: ({ signal }) => request<Page<ContactSummary>>("GET", "/contacts", { query: { search, limit: 10 }, signal }),
    placeholderData: (before) => before,
  });
  const asked = useDeferredValue(JSON.stringify({ contactId: chosen?.id, points, rule: what }));
  const preview = useQuery({
    queryKey: ["contact", chosen?.id, "preview", asked],
    enabled: chosen !== undefined && chosen.id === (JSON.parse(asked) as { contactId?: string }).contactId,
    retry: false,
    queryFn: ({ signal }) => unwrap(api.POST("/score-rules/preview", { body: JSON.parse(asked), signal })),
  });
  return (
    <Field label={t("scoring.preview")}>
      <Combobox
        value={chosen?.id ?? null}
        placeholder={t("scoring.preview_choose")}
        onChange={(contactId) => setChosen(found.data?.items.find((item) => item.id === contactId) ?? chosen)}
        onSearch={setQuery}
        searching={found.isFetching}
        options={[
          ...(chosen && !found.data?.items.some((item) => item.id === chosen.id) ? [{ value: chosen.id, label: chosen.name }] : []),
          ...(found.data?.items ?? []).map((item) => ({ value: item.id, label: item.name })),
        ]}
      />
      {preview.error && <ErrorNotice error={preview.error} />}
      {chosen && preview.data && (
        <p role="status" className="text-muted">
          {t("scoring.preview_gives", { name: chosen.name, points: written(preview.data.points) })}{" "}
          {what.kind === "event" && t("scoring.preview_times", { count: preview.data.times })}
        </p>
      )}
    </Field>
  );
}
