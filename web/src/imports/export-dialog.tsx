import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, type Shape, unwrap } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, Dialog, ErrorNotice, RadioGroup } from "../ui/index.ts";
import { exportsKey } from "./import-data.ts";

type Request = Shape<"ExportRequest">;

/** Gives out a view: what is filtered, searched and chosen there, in its columns. Without these everybody. */
export function ExportDialog({
  view = {},
  onClose,
}: {
  view?: Pick<Request, "search" | "contactIds" | "columns"> & { filter?: Request["filter"] };
  onClose: () => void;
}) {
  const t = useT();
  const navigate = useNavigate();
  const [format, setFormat] = useState<Request["format"]>("xlsx");
  const start = useMutation({
    mutationFn: () => unwrap(api.POST("/exports", { body: { filter: [], byteOrderMark: true, ...view, format } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: exportsKey });
      onClose();
      await navigate({ to: "/contacts/imports" });
    },
  });
  const whom = view.contactIds
    ? t("imports.export_selected", { count: view.contactIds.length })
    : t((view.filter ?? []).length > 0 || view.search ? "imports.export_filtered" : "imports.export_all");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("imports.export_title")}
      description={whom}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" loading={start.isPending} onClick={() => start.mutate()}>
            {t("imports.export_start")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <RadioGroup
          label={t("imports.format")}
          value={format}
          onChange={setFormat}
          options={[
            { value: "xlsx", label: t("imports.format_xlsx") },
            { value: "csv", label: t("imports.format_csv") },
            { value: "jsonl", label: t("imports.format_jsonl") },
          ]}
        />
        <p className="text-12 text-pretty text-subtle">{t("imports.export_text")}</p>
        {start.error && <ErrorNotice error={start.error} />}
      </div>
    </Dialog>
  );
}
