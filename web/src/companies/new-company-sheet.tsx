import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, Input, Sheet, toast } from "../ui/index.ts";
import { type Company, companiesChanged } from "./company-data.ts";

export function NewCompanySheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const form = useId();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [domain, setDomain] = useState("");
  const create = useMutation({
    mutationFn: () =>
      request<Company>("POST", "/companies", { body: { name: name.trim(), ...(domain.trim() ? { domain: domain.trim() } : {}) } }),
    onSuccess: (company) => {
      void companiesChanged();
      close(false);
      toast({ title: t("companies.created", { name: company.name }), tone: "success" });
      void navigate({ to: "/companies/$companyId", params: { companyId: company.id } });
    },
  });
  const close = (next: boolean) => {
    onOpenChange(next);
    if (next) return;
    setName("");
    setDomain("");
    create.reset();
  };
  const refused = create.error instanceof ApiError ? create.error : undefined;
  // The refusal names the company in its remedy.
  const twin = refused?.code === "company_exists" ? /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(refused.remedy ?? "")?.[0] : undefined;
  return (
    <Sheet
      open={open}
      onOpenChange={close}
      title={t("companies.new")}
      footer={
        <>
          <Button size="lg" onClick={() => close(false)}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={form} disabled={!name.trim()} loading={create.isPending}>
            {t("companies.create")}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onChange={() => create.isError && create.reset()}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) create.mutate();
        }}
      >
        <Field label={t("companies.name")} required>
          <Input autoFocus value={name} maxLength={200} dir="auto" autoComplete="off" onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t("companies.domain")} optional error={refused?.field === "domain" ? refused.message : undefined}>
          <Input value={domain} maxLength={253} dir="ltr" autoComplete="off" onChange={(event) => setDomain(event.target.value)} />
        </Field>
        {twin ? (
          <ErrorNotice
            error={{ code: "company_exists", message: t("companies.exists") }}
            action={
              <Button asChild size="xs">
                <Link to="/companies/$companyId" params={{ companyId: twin }} onClick={() => close(false)}>
                  {name.trim()}
                </Link>
              </Button>
            }
          />
        ) : (
          refused && refused.field !== "domain" && <ErrorNotice error={refused} />
        )}
      </form>
    </Sheet>
  );
}
