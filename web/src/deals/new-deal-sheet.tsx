import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { useMe } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, Select, Sheet, toast } from "../ui/index.ts";
import { type Deal, dealsChanged, usePipelines } from "./deal-data.ts";
import { currencies, readMoney } from "./money.ts";
import { CompanyPicker, ContactPicker, MemberPicker } from "./pickers.tsx";
import { useNames } from "./stage-words.ts";

type Named = { id: string; name: string };
export type DealStart = { pipelineId?: string | undefined; contact?: Named; company?: Named };

/** A new deal, with what the place it is made from knows filled in. */
export function NewDealSheet({
  open,
  onOpenChange,
  start = {},
  onMade,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  start?: DealStart;
  onMade: (deal: Deal) => void;
}) {
  const t = useT();
  const form = useId();
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t("deals.new")}
      footer={
        <>
          <Button size="lg" onClick={() => onOpenChange(false)}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={form}>
            {t("deals.create")}
          </Button>
        </>
      }
    >
      <DealForm
        id={form}
        start={start}
        onMade={(deal) => {
          onOpenChange(false);
          onMade(deal);
        }}
      />
    </Sheet>
  );
}

function DealForm({ id, start, onMade }: { id: string; start: DealStart; onMade: (deal: Deal) => void }) {
  const t = useT();
  const names = useNames();
  const { data: me } = useMe();
  const pipelines = usePipelines().data ?? [];
  const [title, setTitle] = useState("");
  const [value, setValue] = useState("");
  const [chosen, setChosen] = useState(start.pipelineId);
  const [stageId, setStageId] = useState<string>();
  const [currency, setCurrency] = useState<string>();
  const [expectedOn, setExpectedOn] = useState("");
  const [contact, setContact] = useState<Named | null>(start.contact ?? null);
  const [company, setCompany] = useState<Named | null>(start.company ?? null);
  const [ownerId, setOwnerId] = useState<string | null | undefined>(undefined);
  const pipeline = pipelines.find((each) => each.id === chosen) ?? pipelines[0];
  const stages = pipeline?.stages.filter((stage) => stage.kind === "open") ?? [];
  const money = currency ?? pipeline?.currency ?? "USD";
  const amount = readMoney(value, money);

  const create = useMutation({
    mutationFn: () =>
      request<Deal>("POST", "/deals", {
        body: {
          title: title.trim(),
          value: amount ?? "0",
          currency: money,
          ...(pipeline ? { pipelineId: pipeline.id } : {}),
          ...(stageId ? { stageId } : {}),
          ...(expectedOn ? { expectedOn } : {}),
          ...(contact ? { contactIds: [contact.id] } : {}),
          ...(company ? { companyId: company.id } : {}),
          ...(ownerId === undefined ? {} : { ownerId }),
        },
      }),
    onSuccess: (deal) => {
      void dealsChanged();
      toast({ title: t("deals.created", { title: deal.title }), tone: "success" });
      onMade(deal);
    },
  });
  const wrong = create.error instanceof ApiError ? create.error.field : undefined;

  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() && amount !== null && !create.isPending) create.mutate();
      }}
    >
      <Field
        label={t("deals.deal_title")}
        required
        hint={t("deals.title_hint")}
        error={wrong === "title" ? create.error?.message : undefined}
      >
        <Input
          autoFocus
          value={title}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          placeholder={t("deals.title_example")}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <div className="grid grid-cols-[minmax(0,1fr)_112px] gap-3">
        <Field label={t("deals.value")} optional error={amount === null ? t("deals.value_wrong") : undefined}>
          <Input
            inputMode="decimal"
            value={value}
            maxLength={24}
            autoComplete="off"
            className="num"
            onChange={(event) => setValue(event.target.value)}
          />
        </Field>
        <Field label={t("deals.currency")}>
          <Select
            value={money}
            onChange={setCurrency}
            options={[...new Set([money, ...currencies])].map((code) => ({ value: code, label: code }))}
          />
        </Field>
      </div>
      <Field label={t("deals.person")} optional>
        <ContactPicker optional value={contact} onChange={setContact} />
      </Field>
      <Field label={t("deals.company")} optional>
        <CompanyPicker value={company} onChange={setCompany} />
      </Field>
      {pipelines.length > 1 && (
        <Field label={t("deals.pipeline")}>
          <Select
            value={pipeline?.id}
            onChange={(next) => {
              setChosen(next);
              setStageId(undefined);
            }}
            options={pipelines.map((each) => ({ value: each.id, label: names.pipeline(each) }))}
          />
        </Field>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("deals.stage")}>
          <Select
            value={stageId ?? stages[0]?.id}
            onChange={setStageId}
            options={stages.map((stage) => ({ value: stage.id, label: names.stage(stage) }))}
          />
        </Field>
        <Field label={t("deals.expected_by")} optional>
          <Input type="date" value={expectedOn} onChange={(event) => setExpectedOn(event.target.value)} />
        </Field>
      </div>
      <Field label={t("deals.owner")}>
        <MemberPicker value={ownerId === undefined ? (me?.member.id ?? null) : ownerId} onChange={setOwnerId} />
      </Field>
      {create.error && wrong !== "title" && <ErrorNotice error={create.error} />}
    </form>
  );
}
