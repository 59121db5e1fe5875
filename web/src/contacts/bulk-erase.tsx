import { useQuery } from "@tanstack/react-query";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, ConfirmByName, Dialog, ErrorNotice, Spinner, toast } from "../ui/index.ts";
import { type BulkContacts, startBulk } from "./bulk-data.ts";
import { countQuery, type ListState } from "./list-state.ts";

/** Names how many people go and with what, and asks for that number typed. */
export function BulkErase({
  contacts,
  state,
  onClose,
  onStarted,
}: {
  contacts: BulkContacts;
  state: ListState;
  onClose: () => void;
  onStarted: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const all = "filter" in contacts;
  const counted = useQuery({ ...countQuery(state, true), enabled: all, staleTime: 0 });
  const count = all ? counted.data?.count : contacts.ids.length;
  if (counted.isFetching || count === undefined || count === null)
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t("bulk.erase")}
        size="sm"
        footer={
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
        }
      >
        {counted.error ? (
          <ErrorNotice error={counted.error} />
        ) : count === null && !counted.isFetching ? (
          <p>{t("bulk.erase_too_many")}</p>
        ) : (
          <p className="flex items-center gap-2 text-subtle" role="status">
            <Spinner /> {t("bulk.erase_counting")}
          </p>
        )}
      </Dialog>
    );
  return (
    <ConfirmByName
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("bulk.erase_title", { count })}
      description={t("bulk.erase_text")}
      losses={[t("bulk.erase_loss_identities"), t("bulk.erase_loss_messages")]}
      name={format.number(count, { useGrouping: false })}
      action={t("bulk.erase")}
      onConfirm={async () => {
        await startBulk({ kind: "erase", confirm: count }, contacts);
        onStarted();
        toast({ title: t("bulk.started") });
      }}
    />
  );
}
