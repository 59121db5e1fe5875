import { Link, useNavigate } from "@tanstack/react-router";
import { Building2, Plus, Search, SearchX, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { type Member, useMembers } from "../contacts/contact-data.ts";
import { isAbout, useRefresh } from "../contacts/contact-live.ts";
import { useCommands, useFilters, useShortcut } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import {
  Avatar,
  Button,
  cx,
  EmptyState,
  ErrorNotice,
  IconButton,
  Input,
  PageHeader,
  SkeletonRows,
  Spinner,
  stepKey,
  VirtualList,
} from "../ui/index.ts";
import { type Company, companiesChanged, companyList } from "./company-data.ts";
import { NewCompanySheet } from "./new-company-sheet.tsx";

const keyOf = (company: Company) => company.id;
const columns =
  "grid grid-cols-[minmax(0,2.4fr)_minmax(0,1.6fr)_minmax(0,1.6fr)_96px_minmax(0,1.2fr)] items-center gap-x-4 px-4 medium:grid-cols-[minmax(0,2.2fr)_minmax(0,1.6fr)_96px] phone:grid-cols-[minmax(0,1fr)_auto]";

/** All companies, by name. */
export function CompaniesPage() {
  const t = useT();
  const navigate = useNavigate();
  const mayWrite = useCan()("contacts.write");
  const [filters, setFilters] = useFilters<{ q?: string }>();
  const list = useKeyset(companyList({ q: filters.q }));
  const members = useMembers();
  const [active, setActive] = useState<string>();
  const [creating, setCreating] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(filters.q ?? "");
  const tell = useRef(setFilters);
  tell.current = setFilters;
  useEffect(() => {
    const timer = setTimeout(() => void tell.current({ q: typed.trim() }), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  useRefresh(
    (event) => isAbout(event, "company"),
    () => void companiesChanged(),
  );

  const open = (company: Company | undefined) =>
    company && void navigate({ to: "/companies/$companyId", params: { companyId: company.id } });
  const step = (by: number) => setActive(stepKey(list.items, keyOf, active, by)?.id);
  useShortcut("/", () => box.current?.focus(), { describe: t("companies.search") });
  useShortcut("j", () => step(1), { describe: t("contacts.next") });
  useShortcut("k", () => step(-1), { describe: t("contacts.previous") });
  useShortcut("enter", (event) => {
    if (event.target instanceof Element && event.target.closest("a, button, input")) return (event.target as HTMLElement).click();
    open(list.items.find((company) => company.id === active));
  });
  useShortcut("c", () => setCreating(true), { when: mayWrite, describe: t("companies.new") });
  useCommands(
    () =>
      mayWrite
        ? [{ id: "companies.new", label: t("companies.new"), icon: <Plus size={16} />, shortcut: "c", run: () => setCreating(true) }]
        : [],
    [mayWrite, t],
  );
  const create = mayWrite && (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setCreating(true)}>
      {t("companies.new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("companies.title")} actions={create} />
      <search className="flex shrink-0 items-center gap-2 border-b px-4 py-2">
        <Input
          ref={box}
          type="search"
          aria-label={t("companies.search")}
          placeholder={t("companies.search_hint")}
          icon={list.isFetching && filters.q ? <Spinner size={16} /> : <Search size={16} />}
          value={typed}
          maxLength={200}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") typed ? setTyped("") : box.current?.blur();
          }}
          end={
            typed ? (
              <IconButton size="sm" label={t("common.clear")} onClick={() => setTyped("")}>
                <X size={14} />
              </IconButton>
            ) : undefined
          }
          className="max-w-90 phone:max-w-none"
        />
      </search>
      {list.error ? (
        <div className="p-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.isPending ? (
        <SkeletonRows rows={12} height={52} />
      ) : list.items.length === 0 ? (
        filters.q ? (
          <EmptyState
            icon={<SearchX size={20} />}
            title={t("companies.nothing_found")}
            action={<Button onClick={() => setTyped("")}>{t("companies.clear")}</Button>}
          >
            {t("companies.nothing_found_text")}
          </EmptyState>
        ) : (
          <EmptyState icon={<Building2 size={20} />} title={t("companies.empty_title")} action={create}>
            {t("companies.empty_text")}
          </EmptyState>
        )
      ) : (
        <>
          <div aria-hidden className={cx(columns, "h-8 shrink-0 border-b text-12 font-medium text-subtle phone:hidden")}>
            <span>{t("companies.name")}</span>
            <span>{t("companies.domain")}</span>
            <span className="medium:hidden">{t("companies.industry")}</span>
            <span>{t("companies.people")}</span>
            <span className="medium:hidden">{t("companies.owner")}</span>
          </div>
          <VirtualList
            items={list.items}
            itemKey={keyOf}
            rowHeight={52}
            label={t("companies.title")}
            {...list.virtual}
            activeKey={active}
            onActive={(company) => setActive(company.id)}
            onOpen={open}
            remember={`companies ${filters.q ?? ""}`}
          >
            {(company, state) => (
              <CompanyRow company={company} active={state.active} owner={members.find((member) => member.id === company.ownerId)} />
            )}
          </VirtualList>
        </>
      )}
      <NewCompanySheet open={creating} onOpenChange={setCreating} />
    </>
  );
}

function CompanyRow({ company, active, owner }: { company: Company; active: boolean; owner: Member | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <Link
      to="/companies/$companyId"
      params={{ companyId: company.id }}
      preload="intent"
      className={cx(
        columns,
        "h-13 border-b outline-offset-[-2px] hover:bg-surface-hover phone:h-15",
        active && "bg-surface-selected hover:bg-surface-selected",
      )}
    >
      <span className="flex min-w-0 items-center gap-3">
        <Avatar name={company.name} size={32} square />
        <bdi className="cut font-medium">{company.name}</bdi>
      </span>
      <bdi dir="ltr" className="cut text-start text-muted phone:hidden">
        {company.domain}
      </bdi>
      <bdi className="cut text-muted medium:hidden">{company.industry}</bdi>
      <span className="num text-muted phone:text-12 phone:text-subtle">
        {company.people >= 1000 ? (
          `${format.number(999)}+`
        ) : (
          <span className="desk:hidden">{t("companies.people_count", { count: company.people })}</span>
        )}
        {company.people < 1000 && <span className="phone:hidden">{format.number(company.people)}</span>}
      </span>
      <span className="flex min-w-0 items-center gap-2 medium:hidden">
        {owner && (
          <>
            <Avatar name={owner.name} size={20} />
            <bdi className="cut text-muted">{owner.name}</bdi>
          </>
        )}
      </span>
    </Link>
  );
}
