import { MapPin, Pencil, Plus, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import { useFormat, useLanguage, useT } from "../i18n/index.ts";
import { Badge, IconButton, Menu, toast, toastError } from "../ui/index.ts";
import { AddressSheet } from "./address-sheet.tsx";
import { type Address, type Contact, contactChanged } from "./contact-data.ts";
import { nameOf } from "./places.ts";
import { RecordPart } from "./record-part.tsx";

/** Where letters and parcels go, the main address first. */
export function ContactAddresses({ contact, mayWrite }: { contact: Contact; mayWrite: boolean }) {
  const t = useT();
  const format = useFormat();
  const [language] = useLanguage();
  /** "new", the one being changed, or none. */
  const [editing, setEditing] = useState<Address | "new">();
  const { addresses } = contact;
  const run = async (action: Promise<unknown>, done: string) => {
    try {
      await action;
      toast({ title: done, tone: "success" });
    } catch (error) {
      toastError(error);
    }
    contactChanged(contact.id);
  };
  const at = (addressId: string) => ({ params: { path: { contactId: contact.id, addressId } } });
  return (
    <RecordPart
      title={t("record.addresses")}
      count={addresses.length ? format.number(addresses.length) : ""}
      action={
        mayWrite && (
          <IconButton size="sm" label={t("record.add_address")} onClick={() => setEditing("new")}>
            <Plus size={14} />
          </IconButton>
        )
      }
    >
      {addresses.length === 0 && <p className="text-subtle">{t("record.no_addresses")}</p>}
      <ul>
        {addresses.map((address) => {
          const name = address.label || address.city || t("record.address");
          return (
            <li key={address.id} className="flex items-start gap-2 border-b py-1.5 last:border-b-0">
              <MapPin size={14} className="mt-0.75 shrink-0 text-subtle" aria-hidden />
              <address className="min-w-0 flex-1 not-italic">
                <span className="flex items-center gap-2">
                  {address.label && <bdi className="cut font-medium">{address.label}</bdi>}
                  {address.main && addresses.length > 1 && <Badge>{t("record.main")}</Badge>}
                </span>
                <span dir="auto" className="block break-words whitespace-pre-line text-muted">
                  {[
                    address.lines,
                    [address.postalCode, address.city].filter(Boolean).join(" "),
                    address.region,
                    address.country && nameOf("region", address.country, language),
                  ]
                    .filter(Boolean)
                    .join("\n")}
                </span>
              </address>
              {mayWrite && (
                <Menu
                  align="end"
                  trigger={
                    <IconButton size="sm" label={t("record.actions_for", { name })}>
                      <Pencil size={14} />
                    </IconButton>
                  }
                  items={[
                    { label: t("record.change_address"), icon: <Pencil size={16} />, onSelect: () => setEditing(address) },
                    !address.main && {
                      label: t("record.make_main"),
                      icon: <Star size={16} />,
                      onSelect: () =>
                        void run(
                          api.PATCH("/contacts/{contactId}/addresses/{addressId}", { ...at(address.id), body: { main: true } }),
                          t("record.address_saved"),
                        ),
                    },
                    {
                      label: t("common.remove"),
                      icon: <Trash2 size={16} />,
                      danger: true,
                      onSelect: () =>
                        void run(api.DELETE("/contacts/{contactId}/addresses/{addressId}", at(address.id)), t("record.address_removed")),
                    },
                  ]}
                />
              )}
            </li>
          );
        })}
      </ul>
      {editing !== undefined && (
        <AddressSheet contactId={contact.id} address={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </RecordPart>
  );
}
