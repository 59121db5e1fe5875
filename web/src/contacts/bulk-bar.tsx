import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download, Eraser, Flag, Tag, TagsIcon, TextCursorInput, UserRound, X } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, IconButton, Menu, toast, toastError } from "../ui/index.ts";
import type { BulkContacts } from "./bulk-data.ts";
import { BulkErase } from "./bulk-erase.tsx";
import { type BulkKind, BulkSheet } from "./bulk-sheet.tsx";
import { countQuery, type ListState } from "./list-state.ts";
import type { Selection } from "./use-selection.ts";

/** What can be done with those who are selected; stands over the end of the list. */
export function BulkBar({ selection, state, loaded, more }: { selection: Selection; state: ListState; loaded: number; more: boolean }) {
  const t = useT();
  const can = useCan();
  const format = useFormat();
  const [kind, setKind] = useState<BulkKind>();
  const [erasing, setErasing] = useState(false);
  const count = useQuery({ ...countQuery(state), enabled: selection.all || selection.ids.size > 0 }).data;
  const contacts: BulkContacts = selection.all
    ? { filter: state.filter, ...(state.q ? { search: state.q } : {}) }
    : { ids: [...selection.ids] };
  const number = selection.all ? (count?.more ? null : (count?.count ?? null)) : selection.ids.size;
  const says = !selection.all
    ? t("bulk.selected", { count: selection.ids.size })
    : count?.more || count?.count === null
      ? t("bulk.all_selected_more", { count: format.number(count.count ?? 0) })
      : t("bulk.all_selected", { count: format.number(count?.count ?? 0) });

  const give = async (as: "csv" | "xlsx" | "jsonl") => {
    const body = selection.all
      ? { format: as, filter: state.filter, search: state.q || undefined }
      : { format: as, contactIds: [...selection.ids] };
    try {
      await request("POST", "/exports", { body });
      toast({ title: t("bulk.export_started"), tone: "success" });
    } catch (error) {
      toastError(error);
    }
  };
  const actions: [BulkKind, typeof Tag][] = [
    ["add_tags", Tag],
    ["remove_tags", TagsIcon],
    ["set_stage", Flag],
    ["set_owner", UserRound],
    ["set_field", TextCursorInput],
  ];

  return (
    <section
      aria-label={t("bulk.actions")}
      className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-t bg-surface-raised px-4 py-2 shadow-popover"
    >
      <IconButton label={t("bulk.clear")} onClick={selection.clear}>
        <X size={16} />
      </IconButton>
      <strong className="num font-medium" role="status">
        {says}
      </strong>
      {!selection.all && (more || selection.ids.size < loaded) && (
        <Button variant="ghost" onClick={selection.everybody}>
          {t("bulk.select_all")}
        </Button>
      )}
      <span className="ms-auto flex flex-wrap items-center gap-1 phone:w-full phone:flex-nowrap phone:overflow-x-auto phone:[&>*]:shrink-0">
        {can("contacts.write") &&
          actions.map(([each, Icon]) => (
            <Button key={each} variant="ghost" icon={<Icon size={14} />} onClick={() => setKind(each)}>
              {t(`bulk.${each}`)}
            </Button>
          ))}
        {can("contacts.export") && (
          <Menu
            align="end"
            side="top"
            trigger={
              <Button variant="ghost" icon={<Download size={14} />}>
                {t("bulk.export")}
              </Button>
            }
            items={[
              { heading: t("bulk.export_as") },
              { label: "CSV", onSelect: () => void give("csv") },
              { label: "Excel (XLSX)", onSelect: () => void give("xlsx") },
              { label: "JSON lines", onSelect: () => void give("jsonl") },
            ]}
          />
        )}
        {can("contacts.erase_many") && (
          <Button variant="ghost" icon={<Eraser size={14} />} onClick={() => setErasing(true)}>
            {t("bulk.erase")}
          </Button>
        )}
        {can("contacts.write") && (
          <Button asChild variant="ghost" className="phone:hidden">
            <Link to="/contacts/bulk">{t("bulk.title")}</Link>
          </Button>
        )}
      </span>
      {kind && <BulkSheet kind={kind} contacts={contacts} count={number} onClose={() => setKind(undefined)} onStarted={selection.clear} />}
      {erasing && <BulkErase contacts={contacts} state={state} onClose={() => setErasing(false)} onStarted={selection.clear} />}
    </section>
  );
}
