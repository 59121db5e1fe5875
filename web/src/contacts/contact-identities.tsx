import { useMutation } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, ConfirmByName, CopyButton, IconButton, Tooltip } from "../ui/index.ts";
import { cx } from "../ui/cx.ts";
import { AddIdentity } from "./add-identity.tsx";
import { type Contact, contactChanged, type Identity } from "./contact-data.ts";
import { identityWords } from "./identity-words.ts";
import { RecordPart } from "./record-part.tsx";

/** How one recognises and reaches the person: numbers, ids and addresses, the retired ones last. */
export function ContactIdentities({ contact, mayWrite }: { contact: Contact; mayWrite: boolean }) {
  const t = useT();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Identity>();
  const remove = useMutation({
    mutationFn: (identity: Identity) => request("DELETE", `/contacts/${contact.id}/identities/${identity.id}`),
    onSuccess: () => contactChanged(contact.id),
  });
  const identities = [...contact.identities].sort((a, b) => Number(a.retired) - Number(b.retired));

  return (
    <RecordPart
      title={t("contacts.identities")}
      count={format.number(contact.identities.length)}
      action={
        mayWrite && (
          <IconButton size="sm" label={t("contacts.add_identity")} onClick={() => setAdding(true)}>
            <Plus size={14} />
          </IconButton>
        )
      }
    >
      {identities.length === 0 && !adding && <p className="text-subtle">{t("contacts.no_identity_text")}</p>}
      <ul>
        {identities.map((identity) => (
          <IdentityLine key={identity.id} identity={identity} onRemove={mayWrite ? () => setRemoving(identity) : undefined} />
        ))}
      </ul>
      {adding && <AddIdentity contactId={contact.id} onDone={() => setAdding(false)} />}
      <ConfirmByName
        open={removing !== undefined}
        onOpenChange={(open) => !open && setRemoving(undefined)}
        title={t("contacts.remove_identity")}
        description={t("contacts.remove_identity_text")}
        losses={[t("contacts.remove_identity_loss", { name: contact.name })]}
        name={removing?.display ?? ""}
        action={t("common.remove")}
        onConfirm={() => removing && remove.mutateAsync(removing)}
      />
    </RecordPart>
  );
}

function IdentityLine({ identity, onRemove }: { identity: Identity; onRemove: (() => void) | undefined }) {
  const t = useT();
  const format = useFormat();
  const { icon: Icon, label } = identityWords[identity.kind];
  const seen = t("contacts.seen", { first: format.date(identity.firstSeenAt), last: format.short(identity.lastSeenAt) });
  return (
    <li className={cx("group flex items-start gap-2 border-b py-1.5 last:border-b-0", identity.retired && "text-subtle")}>
      <Icon size={14} className="mt-0.75 text-subtle" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5">
          <Tooltip label={identity.value}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the value as stored shows on focus too */}
            <bdi tabIndex={0} dir="ltr" className={cx("num cut rounded-4", identity.retired && "line-through")}>
              {identity.display}
            </bdi>
          </Tooltip>
          {identity.retired && <Badge dashed>{t("contacts.retired")}</Badge>}
        </p>
        <p className="text-12 text-subtle">
          {t(label)} · {seen}
        </p>
        {identity.scope && (
          <p className="cut text-12 text-subtle">
            {t("contacts.scope")} <bdi dir="ltr">{identity.scope}</bdi>
          </p>
        )}
      </div>
      <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 phone:opacity-100">
        <CopyButton value={identity.value} />
        {onRemove && (
          <IconButton size="sm" label={t("common.remove_named", { name: identity.display })} onClick={onRemove}>
            <X size={14} />
          </IconButton>
        )}
      </span>
    </li>
  );
}
