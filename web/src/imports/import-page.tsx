import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useState } from "react";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { Badge, Button, Card, Dialog, ErrorNotice, PageHeader, Progress, SkeletonRows, toast, toastError } from "../ui/index.ts";
import { cancelImport, type Import, importQuery, runImport, undoImport } from "./import-data.ts";
import { stateTone } from "./import-words.ts";
import { Mapping } from "./mapping.tsx";
import { Outcome } from "./outcome.tsx";

export function ImportPage() {
  const t = useT();
  const navigate = useNavigate();
  const { importId } = useParams({ from: "/app/contacts/imports/$importId" });
  const { data: item, error, refetch } = useQuery(importQuery(importId));
  return (
    <>
      <PageHeader
        title={item?.fileName ?? t("imports.title")}
        crumbs={[
          <Link key="imports" to="/contacts/imports">
            {t("imports.title")}
          </Link>,
        ]}
        onBack={() => void navigate({ to: "/contacts/imports" })}
      >
        {item && (
          <Badge tone={stateTone(item.undoneAt ? "undone" : item.state)}>
            {t(`imports.state_${item.undoneAt ? "undone" : item.state}` as Key)}
          </Badge>
        )}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-270 flex-col gap-5 px-8 pt-6 pb-16 phone:px-4 phone:pt-4">
          {error ? (
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          ) : item ? (
            <Steps key={item.id} item={item} />
          ) : (
            <SkeletonRows rows={8} height={44} />
          )}
        </div>
      </div>
    </>
  );
}

function Steps({ item }: { item: Import }) {
  const t = useT();
  const format = useFormat();
  const [mapping, setMapping] = useState(false);
  const failed = item.failure && item.state === "failed" && <ErrorNotice error={item.failure} />;
  if (item.emptiedAt)
    return (
      <>
        <Card>{t("imports.emptied", { date: format.date(item.emptiedAt) })}</Card>
        {item.counts && <Outcome item={item} counts={item.counts} title={t("imports.happened")} />}
      </>
    );
  switch (item.state) {
    case "checking":
    case "running":
      return (
        <>
          <UnderWay item={item} />
          {item.state === "running" && item.counts && (
            <Outcome item={item} counts={item.counts} title={t("imports.happened")} withProblems={false} />
          )}
        </>
      );
    case "checked":
      if (mapping) return <Mapping item={item} />;
      return (
        <>
          {item.checked && <Outcome item={item} counts={item.checked} title={t("imports.would")} />}
          <Begin item={item} onChange={() => setMapping(true)} />
        </>
      );
    case "done":
      return item.counts && <Outcome item={item} counts={item.counts} title={t("imports.happened")} actions={<Undo item={item} />} />;
    case "cancelled":
    case "failed":
      if (!item.counts)
        return (
          <>
            {failed}
            <Mapping item={item} />
          </>
        );
      return (
        <>
          {failed}
          <Outcome item={item} counts={item.counts} title={t("imports.happened")} actions={<Undo item={item} />} />
          {!item.undoneAt && (
            <div className="flex justify-end">
              <Button variant="primary" size="lg" onClick={() => void runImport(item.id).catch(toastError)}>
                {t("imports.go_on")}
              </Button>
            </div>
          )}
        </>
      );
    default:
      return <Mapping item={item} />;
  }
}

function UnderWay({ item }: { item: Import }) {
  const t = useT();
  const label = t(item.state === "checking" ? "imports.checking" : "imports.running");
  return (
    <Card className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1" role="status">
          <p className="font-medium">{label}</p>
          <p className="text-12 text-subtle">{t("imports.leave")}</p>
        </div>
        <Button onClick={() => void cancelImport(item.id).catch(toastError)}>{t("imports.cancel")}</Button>
      </div>
      <Progress value={item.progress * 100} label={label} />
    </Card>
  );
}

function Begin({ item, onChange }: { item: Import; onChange: () => void }) {
  const t = useT();
  const [sending, setSending] = useState(false);
  const count = (item.checked?.created ?? 0) + (item.checked?.changed ?? 0);
  const run = async () => {
    setSending(true);
    await runImport(item.id).catch(toastError);
    setSending(false);
  };
  return (
    <div className="flex flex-wrap items-center justify-end gap-3">
      {count === 0 && <p className="text-muted">{t("imports.nothing_to_do")}</p>}
      <Button size="lg" onClick={onChange}>
        {t("imports.change_mapping")}
      </Button>
      <Button variant="primary" size="lg" disabled={count === 0} loading={sending} onClick={() => void run()}>
        {t("imports.run", { count })}
      </Button>
    </div>
  );
}

function Undo({ item }: { item: Import }) {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [sending, setSending] = useState(false);
  if (!item.undoUntil) return null;
  const undo = async () => {
    setSending(true);
    try {
      const { removed, kept } = await undoImport(item.id);
      toast({ title: t("imports.undone", { removed, kept }) });
      setOpen(false);
    } catch (refused) {
      toastError(refused);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Button size="xs" icon={<Undo2 size={14} />} onClick={() => setOpen(true)}>
        {t("imports.undo")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("imports.undo_title")}
        description={t("imports.undo_text", { date: format.date(item.undoUntil) })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("common.cancel")}</Button>
            <Button variant="danger" loading={sending} onClick={() => void undo()}>
              {t("imports.undo")}
            </Button>
          </>
        }
      />
    </>
  );
}
