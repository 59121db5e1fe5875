import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { ConfirmByName, toast } from "../ui/index.ts";
import type { Contact } from "./contact-data.ts";

/** Erases the person, not only the card: names what goes with them. */
export function EraseContact({
  contact,
  open,
  onOpenChange,
  onErased,
}: {
  contact: Contact;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onErased: () => Promise<void>;
}) {
  const t = useT();
  const { conversations, identities } = contact;
  return (
    <ConfirmByName
      open={open}
      onOpenChange={onOpenChange}
      title={t("contacts.erase_title", { name: contact.name })}
      description={t("contacts.erase_text")}
      losses={[
        t("contacts.erase_loss_facts", { count: identities.length }),
        ...(conversations.length ? [t("contacts.erase_loss_conversations", { count: conversations.length })] : []),
        t("contacts.erase_loss_notes"),
        t("contacts.erase_loss_history"),
      ]}
      name={contact.name}
      action={t("contacts.erase")}
      onConfirm={async () => {
        await request("DELETE", `/contacts/${contact.id}`);
        toast({ title: t("contacts.erased", { name: contact.name }) });
        // First away: what is still looked at would be fetched again.
        await onErased();
        queryClient.removeQueries({ queryKey: ["contact", contact.id] });
        for (const key of ["contacts", "conversations"]) void queryClient.invalidateQueries({ queryKey: [key] });
      }}
    />
  );
}
