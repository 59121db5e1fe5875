import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Users } from "lucide-react";
import { useKeyset } from "../api/query.ts";
import { useFilters } from "../frame/index.ts";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { Avatar, Badge, Button, EmptyState, ErrorNotice, PageHeader, SkeletonRows, Tabs } from "../ui/index.ts";
import { mainIdentity } from "./identity-words.ts";
import { type Duplicate, dismiss, duplicateCounts, duplicateList, type Pile, reopen } from "./merge-data.ts";
import { MergeHistory } from "./merge-history.tsx";
import { Reasons } from "./merge-words.tsx";

const piles: Pile[] = ["strong", "weak", "dismissed", "merges"];
const names: Record<Pile, Key> = {
  strong: "merge.pile_strong",
  weak: "merge.pile_weak",
  dismissed: "merge.pile_dismissed",
  merges: "merge.pile_merges",
};

/** Contacts that may be one person, to be looked at one pair after the other; and what was merged before. */
export function DuplicatesPage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<{ show?: string }>();
  const pile = piles.find((each) => each === filters.show) ?? "strong";
  const counts = useQuery(duplicateCounts).data;
  const countOf = (of: Pile) => (counts && of !== "merges" ? (counts[of] >= 1000 ? "999+" : format.number(counts[of])) : undefined);
  return (
    <>
      <PageHeader
        title={t("merge.duplicates")}
        crumbs={[
          <Link key="contacts" to="/contacts" className="phone:hidden">
            {t("contacts.title")}
          </Link>,
        ]}
        onBack={() => void navigate({ to: "/contacts" })}
      />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <Tabs
          label={t("merge.duplicates")}
          value={pile}
          onChange={(next) => void setFilters({ show: next === "strong" ? "" : next })}
          items={piles.map((each) => {
            const count = countOf(each);
            return {
              value: each,
              label: t(names[each]),
              ...(count === undefined ? {} : { count }),
              content: each === "merges" ? <MergeHistory /> : <Pairs pile={each} />,
            };
          })}
        />
      </div>
    </>
  );
}

function Pairs({ pile }: { pile: Exclude<Pile, "merges"> }) {
  const t = useT();
  const list = useKeyset(duplicateList(pile));
  if (list.error)
    return (
      <div className="p-4">
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  if (list.isPending) return <SkeletonRows rows={6} height={84} />;
  if (list.items.length === 0)
    return (
      <EmptyState icon={<Users size={20} />} title={t(pile === "dismissed" ? "merge.none_dismissed" : "merge.none")}>
        {t(pile === "dismissed" ? "merge.none_dismissed_text" : "merge.none_text")}
      </EmptyState>
    );
  return (
    <>
      <ul className="flex flex-col">
        {list.items.map((pair) => (
          <Pair key={`${pair.contact.id} ${pair.other.id}`} pair={pair} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="m-4 self-center" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("merge.more")}
        </Button>
      )}
    </>
  );
}

function Pair({ pair }: { pair: Duplicate }) {
  const t = useT();
  const format = useFormat();
  const { contact, other } = pair;
  const label = t("merge.review_of", { name: contact.name, other: other.name });
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b px-4 py-3 hover:bg-surface-hover">
      <div className="grid min-w-0 flex-1 basis-96 grid-cols-2 gap-4 phone:basis-full">
        <Somebody contact={contact} />
        <Somebody contact={other} />
      </div>
      <div className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-2">
        {pair.dismissedAt ? (
          <span className="text-12 text-subtle">
            {t("merge.dismissed_by", { name: pair.dismissedBy ?? t("contacts.former_member"), when: format.date(pair.dismissedAt) })}
          </span>
        ) : (
          <>
            <span className="num text-12 text-subtle" title={t("merge.score_text")}>
              {t("merge.score", { score: format.number(pair.score) })}
            </span>
            <Reasons reasons={pair.reasons} />
          </>
        )}
      </div>
      <div className="ms-auto flex gap-2">
        {pair.dismissedAt ? (
          <Button onClick={() => void reopen(contact.id, other.id)}>{t("merge.reopen")}</Button>
        ) : (
          <Button onClick={() => void dismiss(contact.id, other.id, t)}>{t("merge.not_same")}</Button>
        )}
        <Button asChild variant={pair.dismissedAt ? "secondary" : "primary"}>
          <Link to="/contacts/merge" search={{ a: contact.id, b: other.id }} aria-label={label}>
            {t("merge.review")}
          </Link>
        </Button>
      </div>
    </li>
  );
}

function Somebody({ contact }: { contact: Duplicate["contact"] }) {
  const identity = mainIdentity(contact.identities);
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <Avatar name={contact.name} size={32} />
      <div className="min-w-0">
        <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className="cut block font-medium hover:underline" dir="auto">
          {contact.name}
        </Link>
        <p className="cut text-12 text-subtle">
          {contact.company && <bdi>{contact.company} · </bdi>}
          {identity && (
            <bdi dir="ltr" className="num">
              {identity.display}
            </bdi>
          )}
        </p>
        {contact.tags.length > 0 && (
          <p className="mt-0.5 flex flex-wrap gap-1">
            {contact.tags.slice(0, 3).map((tag) => (
              <Badge key={tag.id}>{tag.name}</Badge>
            ))}
          </p>
        )}
      </div>
    </div>
  );
}
