import { useQuery } from "@tanstack/react-query";
import { Check, Minus } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { type ContactSummary, contactQuery } from "../contacts/contact-data.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Combobox, cx, ErrorNotice, Section, SkeletonRows } from "../ui/index.ts";
import { useKnown } from "./known.ts";
import { useLeafWords } from "./leaf-words.ts";
import type { Leaf } from "./rule.ts";
import { type ExplainedNode, explanation } from "./segment-data.ts";

/** For one person: each condition answered, with what was found and when. */
export function SegmentExplain({
  segmentId,
  contactId,
  onContact,
}: {
  segmentId: string;
  contactId: string | undefined;
  onContact: (contactId: string) => void;
}) {
  const t = useT();
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 className="text-14 font-semibold tracking-title">{t("segments.explain")}</h2>
        <p className="text-subtle">{t("segments.explain_hint")}</p>
      </div>
      <ContactPicker value={contactId} onChange={onContact} />
      {contactId && <Explained segmentId={segmentId} contactId={contactId} />}
    </div>
  );
}

function ContactPicker({ value, onChange }: { value: string | undefined; onChange: (contactId: string) => void }) {
  const t = useT();
  const [search, setSearch] = useState("");
  const found = useQuery({
    queryKey: ["contacts", "pick", search],
    queryFn: ({ signal }) => request<Page<ContactSummary>>("GET", "/contacts", { query: { search, limit: 10 }, signal }),
  });
  const chosen = useQuery({ ...contactQuery(value ?? ""), enabled: Boolean(value) }).data;
  const options = (found.data?.items ?? []).map((contact) => ({
    value: contact.id,
    label: contact.name,
    hint: contact.company ?? contact.identities[0]?.display,
  }));
  const all =
    chosen && !options.some((option) => option.value === chosen.id)
      ? [{ value: chosen.id, label: chosen.name, hint: undefined }, ...options]
      : options;
  return (
    <div className="max-w-90">
      <Combobox
        label={t("segments.choose_contact")}
        placeholder={t("segments.choose_contact")}
        value={value}
        options={all}
        onSearch={setSearch}
        searching={found.isFetching}
        onChange={onChange}
      />
    </div>
  );
}

function Explained({ segmentId, contactId }: { segmentId: string; contactId: string }) {
  const t = useT();
  const format = useFormat();
  const contact = useQuery(contactQuery(contactId)).data;
  const { data, error, refetch } = useQuery(explanation(segmentId, contactId));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  return (
    <Section
      title={t(data.member ? "segments.is_in" : "segments.is_out", { name: contact?.name ?? "…" })}
      aside={data.since && t("segments.since", { time: format.dateTime(data.since) })}
    >
      <Node node={data.rule} />
    </Section>
  );
}

function Node({ node }: { node: ExplainedNode }) {
  const t = useT();
  const format = useFormat();
  const words = useLeafWords(useKnown());
  if (node.kind === "group")
    return (
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-2">
          <Mark holds={node.holds} />
          <span className="text-muted">
            {t("segments.for_whom")} {t(`segments.match_${node.match}`)} {t("segments.hold")}
          </span>
        </p>
        <ul className="ms-2.5 flex flex-col gap-2 border-s ps-4">
          {node.rules.map((rule) => (
            <li key={rule.path}>
              <Node node={rule} />
            </li>
          ))}
        </ul>
      </div>
    );
  const found = words.found(node);
  return (
    <div className="flex items-start gap-2">
      <Mark holds={node.holds} />
      <div className="min-w-0">
        <p>{words.sentence(node.leaf as Leaf)}</p>
        {found && <p className="text-12 text-subtle">{found}</p>}
        {node.changesAt && <p className="text-12 text-subtle">{t("segments.changes_at", { time: format.dateTime(node.changesAt) })}</p>}
      </div>
    </div>
  );
}

function Mark({ holds }: { holds: boolean }) {
  const t = useT();
  return (
    <span
      className={cx(
        "mt-0.5 grid size-5 shrink-0 place-items-center rounded-full",
        holds ? "bg-success-soft text-success-text" : "bg-surface-sunken text-subtle",
      )}
      role="img"
      aria-label={t(holds ? "segments.holds" : "segments.holds_not")}
    >
      {holds ? <Check size={12} aria-hidden /> : <Minus size={12} aria-hidden />}
    </span>
  );
}
