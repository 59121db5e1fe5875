import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { CompanyPicker } from "../deals/pickers.tsx";
import { useT } from "../i18n/index.ts";
import { Button, Dialog, ErrorNotice, Field, toast } from "../ui/index.ts";
import { type Company, companiesChanged, companyQuery } from "./company-data.ts";

/** Two records of one business become one. */
export function MergeCompany({ company, open, onOpenChange }: { company: Company; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const [other, setOther] = useState<{ id: string; name: string } | null>(null);
  const merge = useMutation({
    mutationFn: (otherId: string) => request<Company>("POST", `/companies/${company.id}/merge`, { body: { otherId } }),
    onSuccess: (merged) => {
      queryClient.setQueryData(companyQuery(company.id).queryKey, merged);
      void companiesChanged();
      for (const key of ["contacts", "deals", "tasks", "activities"]) void queryClient.invalidateQueries({ queryKey: [key] });
      toast({ title: t("companies.merged", { name: other?.name ?? "" }), tone: "success" });
      close(false);
    },
  });
  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setOther(null);
    merge.reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t("companies.merge_title", { name: company.name })}
      description={t("companies.merge_text")}
      footer={
        <>
          <Button size="lg" onClick={() => close(false)}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="danger" disabled={!other} loading={merge.isPending} onClick={() => other && merge.mutate(other.id)}>
            {t("companies.merge_do")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("companies.merge_other")}>
          <CompanyPicker value={other} onChange={setOther} without={company.id} />
        </Field>
        {merge.error && <ErrorNotice error={merge.error} />}
      </div>
    </Dialog>
  );
}
