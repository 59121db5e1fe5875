import { Link } from "@tanstack/react-router";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMembers } from "../contacts/contact-data.ts";
import { InlineText, inlineClasses } from "../contacts/inline-text.tsx";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, Badge, Button, cx, IconButton, Select, toastError } from "../ui/index.ts";
import { useDay } from "./day.ts";
import { changeDeal, type Deal, type DealChange, usePipelines, useReasons, useStage } from "./deal-data.ts";
import { currencies, readMoney, writeMoney } from "./money.ts";
import { CompanyPicker, ContactPicker, MemberPicker } from "./pickers.tsx";
import { useNames } from "./stage-words.ts";

/** What is known of a deal; each fact is changed where it stands. */
export function DealFacts({ deal, mayWrite }: { deal: Deal; mayWrite: boolean }) {
  const t = useT();
  const format = useFormat();
  const names = useNames();
  const day = useDay();
  const stage = useStage(deal.stageId);
  const pipelines = usePipelines().data ?? [];
  const reasons = useReasons().filter((reason) => reason.kind === deal.state);
  const owner = useMembers().find((member) => member.id === deal.ownerId);
  const save = (change: DealChange) => void changeDeal(deal.id, change).catch(toastError);
  const [wrong, setWrong] = useState<string>();
  const pipeline = pipelines.find((each) => each.id === deal.pipelineId);
  const saveValue = (text: string) => {
    const value = readMoney(text, deal.currency);
    setWrong(value === null ? t("deals.value_wrong") : undefined);
    if (value !== null) save({ value });
  };
  const saveChance = (text: string) => {
    const plain = text.replace(/[%٪\s]/g, "");
    const ok = plain === "" || (/^\d{1,3}$/.test(plain) && Number(plain) <= 100);
    setWrong(ok ? undefined : t("deals.probability_wrong"));
    if (ok) save({ probability: plain === "" ? null : Number(plain) });
  };

  return (
    <dl className="flex flex-col gap-0.5">
      {pipelines.length > 1 && pipeline && <Fact label={t("deals.pipeline")}>{names.pipeline(pipeline)}</Fact>}
      <Fact label={t("deals.value")}>
        {mayWrite ? (
          <span className="flex min-w-0 flex-1 items-center gap-3">
            <InlineText label={t("deals.value")} value={writeMoney(deal.value, deal.currency)} onSave={saveValue} className="num" />
            <Select
              quiet
              label={t("deals.currency")}
              value={deal.currency}
              onChange={(currency) => save({ currency })}
              options={[...new Set([deal.currency, ...currencies])].map((code) => ({ value: code, label: code }))}
            />
          </span>
        ) : (
          <span className="num">{format.money(deal.value, deal.currency)}</span>
        )}
      </Fact>
      {deal.state === "open" && (
        <Fact label={t("deals.probability")}>
          {mayWrite ? (
            <InlineText
              label={t("deals.probability")}
              value={deal.probability === null ? "" : String(deal.probability)}
              placeholder={t("deals.probability_of_stage", { percent: format.percent((stage?.probability ?? 0) / 100) })}
              onSave={saveChance}
              className="num"
            />
          ) : (
            <span className="num">{format.percent(deal.chance / 100)}</span>
          )}
        </Fact>
      )}
      {wrong && (
        <p role="alert" className="text-12 text-danger-text">
          {wrong}
        </p>
      )}
      <Fact label={t("deals.expected_by")}>
        {mayWrite ? (
          <input
            type="date"
            aria-label={t("deals.expected_by")}
            value={deal.expectedOn ?? ""}
            onChange={(event) => save({ expectedOn: event.target.value || null })}
            className={cx(inlineClasses, "num", !deal.expectedOn && "text-subtle!")}
          />
        ) : (
          <Value>{deal.expectedOn && day(deal.expectedOn)}</Value>
        )}
      </Fact>
      <Fact label={t("deals.owner")}>
        {mayWrite ? (
          <MemberPicker
            label={t("deals.owner")}
            value={deal.ownerId}
            onChange={(ownerId) => save({ ownerId })}
            trigger={
              <button
                type="button"
                aria-label={`${t("deals.owner")}: ${owner?.name ?? t("deals.nobody")}`}
                className={`${inlineClasses} flex items-center gap-1.5`}
              >
                {owner && <Avatar name={owner.name} size={20} />}
                <bdi className={cx("cut", !owner && "text-subtle")}>
                  {owner?.name ?? (deal.ownerId ? t("deals.former_member") : t("deals.nobody"))}
                </bdi>
              </button>
            }
          />
        ) : (
          <Value>{owner?.name}</Value>
        )}
      </Fact>
      <Fact label={t("deals.company")}>
        <span className="flex min-w-0 flex-1 items-center gap-2">
          {deal.company && (
            <Link to="/companies/$companyId" params={{ companyId: deal.company.id }} className="cut rounded-4 hover:text-accent-text">
              <bdi>{deal.company.name}</bdi>
            </Link>
          )}
          {mayWrite ? (
            <CompanyPicker
              label={t("deals.company")}
              value={deal.company}
              onChange={(company) => save({ companyId: company?.id ?? null })}
              trigger={
                <Button size="xs" variant="ghost" className={deal.company ? "" : "-ms-2"}>
                  {deal.company ? t("deals.change") : t("deals.no_company")}
                </Button>
              }
            />
          ) : (
            !deal.company && <Value />
          )}
        </span>
      </Fact>
      <Fact label={t("deals.people")}>
        <ul className="flex min-w-0 flex-1 flex-col">
          {deal.contacts.map((contact) => (
            <li key={contact.id} className="group flex min-h-7 items-center gap-1.5">
              <Link
                to="/contacts/$contactId"
                params={{ contactId: contact.id }}
                className="flex min-w-0 items-center gap-1.5 rounded-4 hover:text-accent-text"
              >
                <Avatar name={contact.name} size={20} />
                <bdi className="cut">{contact.name}</bdi>
              </Link>
              {mayWrite && (
                <IconButton
                  size="sm"
                  label={t("deals.remove_person", { name: contact.name })}
                  className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 phone:opacity-100"
                  onClick={() => save({ contactIds: deal.contacts.filter((each) => each.id !== contact.id).map((each) => each.id) })}
                >
                  <X size={14} />
                </IconButton>
              )}
            </li>
          ))}
          {mayWrite && (
            <li>
              <ContactPicker
                label={t("deals.add_person")}
                value={null}
                without={deal.contacts.map((each) => each.id)}
                onChange={(contact) => contact && save({ contactIds: [...deal.contacts.map((each) => each.id), contact.id] })}
                trigger={
                  <Button size="xs" variant="ghost" icon={<Plus size={14} />} className="-ms-2">
                    {t("deals.add_person")}
                  </Button>
                }
              />
            </li>
          )}
        </ul>
      </Fact>
      {deal.state !== "open" && (
        <>
          <Fact label={t("deals.reason")}>
            {mayWrite ? (
              <Select
                quiet
                label={t("deals.reason")}
                className="-ms-1.5 text-text!"
                value={deal.reasonId ?? "none"}
                onChange={(reasonId) => save({ reasonId: reasonId === "none" ? null : reasonId })}
                options={[
                  { value: "none", label: t("deals.no_reason") },
                  ...reasons.map((reason) => ({ value: reason.id, label: names.reason(reason) })),
                  ...(deal.reason && !reasons.some((reason) => reason.id === deal.reasonId)
                    ? [{ value: deal.reasonId ?? "", label: names.reason(deal.reason) }]
                    : []),
                ]}
              />
            ) : (
              <Value>{deal.reason && names.reason(deal.reason)}</Value>
            )}
          </Fact>
          {deal.reasonNote && (
            <p className="py-1 whitespace-pre-wrap text-muted" dir="auto">
              {deal.reasonNote}
            </p>
          )}
          <Fact label={t("deals.closed")}>
            <Badge tone={deal.state === "won" ? "success" : "danger"}>{deal.closedAt && format.short(deal.closedAt)}</Badge>
          </Fact>
        </>
      )}
      <Fact label={t("deals.since")}>
        <span className="num">{format.relative(deal.stageSince)}</span>
      </Fact>
      <Fact label={t("deals.made")}>
        <span className="num">{format.date(deal.createdAt)}</span>
      </Fact>
    </dl>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-2">
    <dt className="leading-7 text-subtle phone:leading-10">{label}</dt>
    <dd className="flex min-h-7 min-w-0 items-center phone:min-h-10">{children}</dd>
  </div>
);

function Value({ children }: { children?: ReactNode }) {
  const t = useT();
  return children ? <bdi className="cut">{children}</bdi> : <span className="text-subtle">{t("deals.not_given")}</span>;
}
