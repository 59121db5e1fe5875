import { useMutation } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { Badge, ConfirmByName, CopyButton, IconButton } from "../ui/index.ts";
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
          <IdentityLine
            key={identity.id}
            identity={identity}
            replaced={identities.find((each) => each.id === identity.replacesId)}
            onRemove={mayWrite ? () => setRemoving(identity) : undefined}
          />
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

const sourceKeys: Record<string, Key> = {
  whatsapp: "merge.learned_whatsapp",
  member: "merge.learned_member",
  api_key: "merge.learned_api",
  import: "merge.learned_import",
  events: "merge.learned_events",
  system: "merge.learned_system",
};

/** How we know that it is theirs. */
function Evidence({ identity, replaced }: { identity: Identity; replaced: Identity | undefined }) {
  const t = useT();
  const told = [
    identity.learnedFrom && sourceKeys[identity.learnedFrom] && t(sourceKeys[identity.learnedFrom] as Key),
    replaced && t("merge.replaces", { other: `\u2068${replaced.display}\u2069` }),
    identity.mergedFromId && t("merge.came_by_merge"),
  ].filter(Boolean);
  return told.length > 0 ? <p className="text-12 text-subtle">{told.join(" · ")}</p> : null;
}

function IdentityLine({
  identity,
  replaced,
  onRemove,
}: {
  identity: Identity;
  replaced: Identity | undefined;
  onRemove: (() => void) | undefined;
}) {
  const t = useT();
  const format = useFormat();
  const { icon: Icon, label } = identityWords[identity.kind];
  return (
    <li className={cx("group flex items-start gap-2 border-b py-1.5 last:border-b-0", identity.retired && "text-subtle")}>
      <Icon size={14} className="mt-0.75 text-subtle" aria-hidden />
      <div className="min-w-0 flex-1">
        <div className="flex h-5 items-center gap-1.5 phone:h-7">
          <bdi dir="ltr" title={identity.value} className={cx("num cut", identity.retired && "line-through")}>
            {identity.display}
          </bdi>
          {identity.retired && <Badge dashed>{t("contacts.retired")}</Badge>}
          {identity.undeliverableAt && <Badge tone="warning">{t("contacts.undeliverable")}</Badge>}
          <time
            dateTime={identity.lastSeenAt}
            title={t("contacts.last_seen_at", { when: format.dateTime(identity.lastSeenAt) })}
            className="num ms-auto shrink-0 text-12 text-subtle desk:group-focus-within:sr-only desk:group-hover:sr-only"
          >
            {format.short(identity.lastSeenAt)}
          </time>
          <span className="flex desk:sr-only desk:group-focus-within:not-sr-only desk:group-hover:not-sr-only">
            <CopyButton value={identity.value} />
            {onRemove && (
              <IconButton size="sm" label={t("common.remove_named", { name: identity.display })} onClick={onRemove}>
                <X size={14} />
              </IconButton>
            )}
          </span>
        </div>
        <p className="text-12 text-subtle">{t("contacts.seen_since", { kind: t(label), date: format.date(identity.firstSeenAt) })}</p>
        <Evidence identity={identity} replaced={replaced} />
        {identity.undeliverableAt && (
          <p className="text-12 text-muted">{t("contacts.undeliverable_text", { when: format.dateTime(identity.undeliverableAt) })}</p>
        )}
        {identity.scope && (
          <p className="cut text-12 text-subtle" title={identity.scope}>
            {t("contacts.scope")} <bdi dir="ltr">{identity.scope}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}
