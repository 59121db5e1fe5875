import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { LayoutTemplate, Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { Badge, Button, cx, EmptyState, ErrorNotice, SkeletonRows } from "../ui/index.ts";
import { ChosenTemplate } from "./chosen-template.tsx";
import { registerComposer } from "./composer-focus.ts";
import { contactQuery } from "./contact-data.ts";
import type { Conversation } from "./conversation-data.ts";
import { useLanguageName } from "./language-name.ts";
import { find, sendable, type Template, templatesQuery } from "./template-data.ts";

/** Stands where the composer was: find a template, see it as the customer will, fill its blanks, send. */
export function TemplatePicker({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const can = useCan();
  const [search, setSearch] = useState("");
  const list = useKeyset(templatesQuery(conversation.channel.id));
  const field = useRef<HTMLInputElement>(null);
  const groups = grouped(list.items, search);
  const [name, setName] = useState<string>();
  const [language, setLanguage] = useState<string>();
  const languages = groups.find(([each]) => each === name)?.[1] ?? groups[0]?.[1] ?? [];
  const { data: contact } = useQuery(contactQuery(conversation.contact.id));
  const [spoken] = useLanguage();
  const speaks = (code: string | null | undefined) =>
    languages.find((each) => code && sendable(each) && each.language.split("_")[0] === code.split(/[_-]/)[0]);
  const chosen =
    languages.find((each) => each.language === language) ??
    speaks(contact?.language) ??
    speaks(spoken) ??
    languages.find(sendable) ??
    languages[0];
  const { hasNextPage, fetchNextPage } = list;

  useEffect(() => {
    registerComposer(field.current);
    return () => registerComposer(null);
  }, []);
  useEffect(() => {
    if (hasNextPage) void fetchNextPage();
  }, [hasNextPage, fetchNextPage]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = groups.findIndex(([each]) => each === chosen?.name);
    const to = groups[Math.min(groups.length - 1, Math.max(0, at + step))];
    if (to) setName(to[0]);
  };

  if (list.isPending) return <SkeletonRows rows={3} height={48} />;
  if (list.error && list.items.length === 0) {
    return (
      <div className="p-3">
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  }
  if (!list.items.some(sendable)) {
    return (
      <div className="[&>div]:py-6!">
        <EmptyState
          icon={<LayoutTemplate size={20} />}
          title={t("inbox.no_templates_title")}
          action={
            can("channels.manage") && (
              <Button asChild>
                <Link to="/settings/templates">{t("inbox.open_templates")}</Link>
              </Button>
            )
          }
        >
          {t("inbox.no_templates_text")}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="grid max-h-[min(46vh,400px)] grid-cols-2 grid-rows-[minmax(0,1fr)_auto] overflow-hidden phone:max-h-[62vh] phone:grid-cols-1 phone:grid-rows-none phone:overflow-y-auto">
      <div className="flex min-h-0 flex-col border-e p-1.5 phone:max-h-56 phone:border-e-0 phone:border-b">
        <label className="mb-0.5 flex h-7 shrink-0 items-center gap-1.5 rounded-6 px-2 text-subtle has-focus-visible:outline-2 has-focus-visible:outline-focus">
          <Search size={14} aria-hidden />
          <input
            ref={field}
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={onKeyDown}
            aria-label={t("inbox.find_template")}
            aria-controls="inbox-templates"
            placeholder={t("inbox.find_among", { count: grouped(list.items, "").length })}
            className="min-w-0 flex-1 bg-transparent text-text outline-none [&::-webkit-search-cancel-button]:hidden"
          />
        </label>
        <div id="inbox-templates" role="listbox" aria-label={t("inbox.templates")} className="min-h-0 flex-1 overflow-y-auto">
          {groups.length === 0 && <p className="px-2 py-3 text-subtle">{t("common.no_matches")}</p>}
          {groups.map(([each, versions]) => (
            <button
              key={each}
              type="button"
              role="option"
              aria-selected={each === chosen?.name}
              onClick={() => setName(each)}
              className="block w-full rounded-6 px-2 py-1.5 text-start outline-offset-[-2px] hover:bg-surface-hover aria-selected:bg-surface-selected"
            >
              <span className="flex items-center gap-1.5">
                <b className={cx("cut flex-1 font-medium", !versions.some(sendable) && "text-subtle")}>
                  <bdi>{each}</bdi>
                </b>
                {versions.some(sendable) ? (
                  <Category category={versions[0]?.category ?? ""} />
                ) : (
                  <Badge tone="warning" className="shrink-0">
                    {t("sending.not_sendable")}
                  </Badge>
                )}
              </span>
              <Languages codes={versions.map((version) => version.language)} />
            </button>
          ))}
        </div>
      </div>
      {chosen && (
        <ChosenTemplate
          key={chosen.id}
          template={chosen}
          languages={languages.map((each) => each.language)}
          onLanguage={setLanguage}
          conversation={conversation}
        />
      )}
    </div>
  );
}

function Category({ category }: { category: string }) {
  const t = useT();
  const known = {
    MARKETING: "inbox.category_marketing",
    UTILITY: "inbox.category_utility",
    AUTHENTICATION: "inbox.category_authentication",
  } as const;
  const key = known[category.toUpperCase() as keyof typeof known];
  return <Badge className={cx("shrink-0")}>{key ? t(key) : category}</Badge>;
}

const Languages = ({ codes }: { codes: string[] }) => {
  const format = useFormat();
  const languageName = useLanguageName();
  return <small className="cut block text-12 text-subtle">{format.list(codes.map(languageName))}</small>;
};

function grouped(templates: Template[], search: string): [string, Template[]][] {
  const words = search.trim().toLowerCase();
  const matching = templates.filter(
    (each) => !words || each.name.includes(words.replaceAll(" ", "_")) || (find(each, "BODY")?.text ?? "").toLowerCase().includes(words),
  );
  const groups = [...Map.groupBy(matching, (each) => each.name)];
  // What cannot be sent is found, but stands last.
  return [...groups.filter(([, versions]) => versions.some(sendable)), ...groups.filter(([, versions]) => !versions.some(sendable))];
}
