import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useMe } from "../api/session.ts";
import type { Company } from "../companies/company-data.ts";
import { type ContactSummary, useMembers } from "../contacts/contact-data.ts";
import { useT } from "../i18n/index.ts";
import { Avatar, Combobox } from "../ui/index.ts";

export const nobody = "nobody";
type Named = { id: string; name: string };

/** Who of the team: oneself first, nobody last. */
export function MemberPicker({
  value,
  onChange,
  label,
  trigger,
  empty,
}: {
  value: string | null;
  onChange: (memberId: string | null) => void;
  /** Where no Field names it. */
  label?: string;
  trigger?: ReactNode;
  empty?: string;
}) {
  const t = useT();
  const { data: me } = useMe();
  const members = useMembers().filter((member) => member.active || member.id === value);
  const ordered = members.toSorted((a, b) => Number(b.id === me?.member.id) - Number(a.id === me?.member.id));
  return (
    <Combobox
      {...(label ? { label } : {})}
      {...(trigger ? { trigger } : {})}
      value={value ?? nobody}
      onChange={(chosen) => onChange(chosen === nobody ? null : chosen)}
      options={[
        ...ordered.map((member) => ({ value: member.id, label: member.name, icon: <Avatar name={member.name} size={20} /> })),
        { value: nobody, label: empty ?? t("deals.nobody"), icon: <Avatar name={null} size={20} /> },
      ]}
    />
  );
}

/** A person, searched for on the server. */
export function ContactPicker({
  value,
  onChange,
  label,
  trigger,
  without = [],
  optional,
}: {
  value: Named | null;
  onChange: (contact: (Named & { company: string | null }) | null) => void;
  label?: string;
  trigger?: ReactNode;
  /** Who is chosen already. */
  without?: string[];
  optional?: boolean;
}) {
  const t = useT();
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState(false);
  const found = useQuery({
    queryKey: ["contacts", "picker", search],
    queryFn: async ({ signal }) => (await request<Page<ContactSummary>>("GET", "/contacts", { query: { search, limit: 8 }, signal })).items,
    placeholderData: (before) => before,
    enabled: opened,
  });
  const people = (found.data ?? []).filter((each) => !without.includes(each.id));
  const options = people.map((each) => ({
    value: each.id,
    label: each.name,
    icon: <Avatar name={each.name} size={20} />,
    ...(each.company ? { hint: each.company } : {}),
  }));
  const listed = value && !people.some((each) => each.id === value.id) ? [{ value: value.id, label: value.name }] : [];
  return (
    <Combobox
      {...(label ? { label } : {})}
      {...(trigger ? { trigger } : {})}
      placeholder={t("deals.no_person")}
      value={value?.id ?? (optional ? nobody : undefined)}
      onOpen={() => setOpened(true)}
      onSearch={setSearch}
      searching={found.isFetching}
      onChange={(id) => {
        const chosen = people.find((each) => each.id === id);
        onChange(
          chosen
            ? { id: chosen.id, name: chosen.name, company: chosen.company }
            : id === nobody
              ? null
              : value && { ...value, company: null },
        );
      }}
      options={[...(optional && !search ? [{ value: nobody, label: t("deals.no_person") }] : []), ...listed, ...options]}
    />
  );
}

/** A company, searched for on the server. */
export function CompanyPicker({
  value,
  onChange,
  label,
  trigger,
  without,
}: {
  value: Named | null;
  onChange: (company: Named | null) => void;
  label?: string;
  trigger?: ReactNode;
  without?: string;
}) {
  const t = useT();
  const [search, setSearch] = useState("");
  const [opened, setOpened] = useState(false);
  const found = useQuery({
    queryKey: ["companies", "picker", search],
    queryFn: async ({ signal }) => (await request<Page<Company>>("GET", "/companies", { query: { search, limit: 8 }, signal })).items,
    placeholderData: (before) => before,
    enabled: opened,
  });
  const companies = (found.data ?? []).filter((each) => each.id !== without);
  const listed = value && !companies.some((each) => each.id === value.id) ? [value] : [];
  return (
    <Combobox
      {...(label ? { label } : {})}
      {...(trigger ? { trigger } : {})}
      placeholder={t("deals.no_company")}
      value={value?.id ?? nobody}
      onOpen={() => setOpened(true)}
      onSearch={setSearch}
      searching={found.isFetching}
      onChange={(id) => onChange([...companies, ...listed].find((each) => each.id === id) ?? null)}
      options={[
        ...(search ? [] : [{ value: nobody, label: t("deals.no_company") }]),
        ...[...listed, ...companies].map((each) => ({ value: each.id, label: each.name })),
      ]}
    />
  );
}
