import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeftRight, UserX } from "lucide-react";
import { useState } from "react";
import { ApiError } from "../api/client.ts";
import { useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, Button, EmptyState, ErrorNotice, PageHeader, SkeletonRows, toast, toastError } from "../ui/index.ts";
import { dismiss, mergeInto, type Preview, previewQuery, undoAndTell, type Winner } from "./merge-data.ts";
import { FieldChoices } from "./merge-fields.tsx";
import { movedKeys } from "./merge-words.tsx";

/** Two contacts side by side: which of them stays, whose value wins where they differ, and what comes along. */
export function MergePage() {
  const t = useT();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters<{ a?: string; b?: string }>();
  const { a = "", b = "" } = filters;
  const { data: preview, error, refetch } = useQuery({ ...previewQuery(a, b), enabled: a !== "" && b !== "" });
  const [chosen, setChosen] = useState<Record<string, Winner>>({});
  const back = () => void navigate({ to: "/contacts/duplicates" });

  const merge = useMutation({
    mutationFn: () =>
      mergeInto(a, b, Object.fromEntries((preview?.fields ?? []).map(({ field, suggested }) => [field, chosen[field] ?? suggested]))),
    onSuccess: (done) => {
      toast({
        title: t("merge.done", { name: done.contactName, other: done.otherName }),
        tone: "success",
        duration: 15_000,
        action: { label: t("common.undo"), onSelect: () => void undoAndTell(done.id, t) },
      });
      void navigate({ to: "/contacts/$contactId", params: { contactId: done.contactId } });
    },
    onError: toastError,
  });
  const swap = () => {
    // What was chosen stays with the person it is of.
    setChosen(Object.fromEntries(Object.entries(chosen).map(([field, winner]) => [field, winner === "this" ? "other" : "this"])));
    void setFilters({ a: b, b: a });
  };
  const header = (
    <PageHeader
      title={t("merge.title")}
      crumbs={[
        <Link key="duplicates" to="/contacts/duplicates" className="phone:hidden">
          {t("merge.duplicates")}
        </Link>,
      ]}
      onBack={back}
      actions={
        preview && (
          <>
            <Button onClick={() => void dismiss(a, b, t).then(back)}>{t("merge.not_same")}</Button>
            <Button variant="primary" loading={merge.isPending} onClick={() => merge.mutate()}>
              {t("merge.merge")}
            </Button>
          </>
        )
      }
    />
  );
  if (error || a === "" || b === "") {
    const gone = !error || (error instanceof ApiError && error.status < 500);
    return (
      <>
        {header}
        {gone ? (
          <EmptyState
            icon={<UserX size={20} />}
            title={t("merge.gone")}
            action={
              <Button asChild variant="primary">
                <Link to="/contacts/duplicates">{t("merge.duplicates")}</Link>
              </Button>
            }
          >
            {t("merge.gone_text")}
          </EmptyState>
        ) : (
          <div className="p-4">
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
      </>
    );
  }
  return (
    <>
      {header}
      {preview ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto flex max-w-4xl flex-col gap-6 p-4">
            <div className="grid grid-cols-2 gap-4">
              <Side preview={preview} of="contact" />
              <Side preview={preview} of="other" />
              <Button className="col-span-2 justify-self-center" icon={<ArrowLeftRight size={14} />} onClick={swap}>
                {t("merge.swap")}
              </Button>
            </div>
            <FieldChoices preview={preview} chosen={chosen} onChoose={(field, winner) => setChosen({ ...chosen, [field]: winner })} />
            <p className="text-subtle text-pretty">{t("merge.everything", { name: preview.contact.name })}</p>
          </div>
        </div>
      ) : (
        <SkeletonRows rows={8} height={48} />
      )}
    </>
  );
}

function Side({ preview, of }: { preview: Preview; of: "contact" | "other" }) {
  const t = useT();
  const format = useFormat();
  const person = preview[of];
  const counts = Object.entries(preview.counts[of]).flatMap(([table, count]) =>
    count > 0 && movedKeys[table] ? [t(movedKeys[table], { count })] : [],
  );
  return (
    <section
      aria-label={t(of === "contact" ? "merge.stays" : "merge.joins")}
      className="flex min-w-0 flex-col gap-2 rounded-8 border bg-surface-raised p-4"
    >
      <p className="text-12 font-medium text-subtle">{t(of === "contact" ? "merge.stays" : "merge.joins")}</p>
      <div className="flex min-w-0 items-center gap-3">
        <Avatar name={person.name} size={40} />
        <Link
          to="/contacts/$contactId"
          params={{ contactId: person.id }}
          className="cut min-w-0 text-16 font-semibold hover:underline"
          dir="auto"
        >
          {person.name}
        </Link>
      </div>
      <ul className="text-12 text-muted">
        {person.identities.map((identity) => (
          <li key={identity.id} className="cut num">
            <bdi dir="ltr">{identity.display}</bdi>
          </li>
        ))}
      </ul>
      <p className="text-12 text-subtle">{t("merge.known_since", { date: format.date(person.createdAt) })}</p>
      <p className="text-12 text-subtle">{counts.length > 0 ? format.list(counts) : t("merge.nothing_yet")}</p>
    </section>
  );
}
