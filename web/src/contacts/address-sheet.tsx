import { useId } from "react";
import { useForm } from "../accounts/use-form.ts";
import { api } from "../api/client.ts";
import { useLanguage, useT } from "../i18n/index.ts";
import { Button, Combobox, ErrorNotice, Field, Input, Sheet, Textarea, toast } from "../ui/index.ts";
import { type Address, contactChanged } from "./contact-data.ts";
import { regions } from "./places.ts";

const nowhere = "";

/** Makes an address, or changes `address`. */
export function AddressSheet({ contactId, address, onClose }: { contactId: string; address: Address | undefined; onClose: () => void }) {
  const t = useT();
  const id = useId();
  const [language] = useLanguage();
  const form = useForm({
    initial: {
      label: address?.label ?? "",
      lines: address?.lines ?? "",
      postalCode: address?.postalCode ?? "",
      city: address?.city ?? "",
      region: address?.region ?? "",
      country: address?.country ?? nowhere,
    },
    send: async ({ label, lines, postalCode, city, region, country }) => {
      const body = { label, lines, postalCode: postalCode || null, city: city || null, region: region || null, country: country || null };
      await (address
        ? api.PATCH("/contacts/{contactId}/addresses/{addressId}", { params: { path: { contactId, addressId: address.id } }, body })
        : api.POST("/contacts/{contactId}/addresses", { params: { path: { contactId } }, body }));
    },
    done: () => {
      contactChanged(contactId);
      toast({ title: t("record.address_saved"), tone: "success" });
      onClose();
    },
  });
  const text = (name: "label" | "postalCode" | "city" | "region", label: string, most: number, hint?: string) => (
    <Field label={label} error={form.errorOf(name)} hint={hint}>
      <Input {...form.input(name)} maxLength={most} autoComplete="off" dir="auto" />
    </Field>
  );
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(address ? "record.change_address" : "record.add_address")}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button size="lg" variant="primary" type="submit" form={id} loading={form.working}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form id={id} {...form.form} className="flex flex-col gap-4">
        {form.error !== undefined && <ErrorNotice error={form.error} />}
        {text("label", t("record.address_label"), 60, t("record.address_label_hint"))}
        <Field label={t("record.address_lines")} error={form.errorOf("lines")}>
          <Textarea {...form.input("lines")} rows={2} maxLength={300} dir="auto" />
        </Field>
        <div className="grid grid-cols-[1fr_2fr] gap-3">
          {text("postalCode", t("record.address_postal"), 20)}
          {text("city", t("record.address_city"), 100)}
        </div>
        {text("region", t("record.address_region"), 100)}
        <Field label={t("record.address_country")} error={form.errorOf("country")}>
          <Combobox
            value={form.values.country}
            onChange={(country) => form.set("country", country)}
            options={[{ value: nowhere, label: t("record.not_given") }, ...regions(language, form.values.country || null)]}
          />
        </Field>
      </form>
    </Sheet>
  );
}
