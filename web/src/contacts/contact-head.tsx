import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Avatar } from "../ui/index.ts";
import type { Contact } from "./contact-data.ts";
import { mainIdentity } from "./identity-words.ts";
import { InlineText } from "./inline-text.tsx";
import type { Saving } from "./use-saving.ts";
import { WriteButton } from "./write-button.tsx";

export function ContactHead({ contact, saving }: { contact: Contact; saving: Saving }) {
  const t = useT();
  const can = useCan();
  const identity = mainIdentity(contact.identities.filter((each) => !each.retired));
  const nameless = contact.givenName === "";
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <Avatar name={contact.name} size={48} />
        <div className="min-w-0 flex-1">
          {can("contacts.write") ? (
            <InlineText
              label={t("contacts.name")}
              value={contact.givenName}
              placeholder={nameless ? contact.name : t("contacts.name")}
              onSave={(name) => saving.save({ name })}
              className="h-8! text-20 font-semibold tracking-display phone:h-10!"
            />
          ) : (
            <p className="cut text-20 font-semibold tracking-display" dir="auto">
              {contact.name}
            </p>
          )}
          <p className={nameless ? "text-12 text-subtle" : "cut text-subtle"}>
            {contact.company ? (
              <bdi>{contact.company}</bdi>
            ) : nameless ? (
              t("contacts.nameless")
            ) : identity ? (
              <bdi dir="ltr" className="num">
                {identity.display}
              </bdi>
            ) : (
              t("contacts.no_identity")
            )}
          </p>
        </div>
      </div>
      {can("inbox.reply") && (
        <div className="desk:hidden">
          <WriteButton contact={contact} />
        </div>
      )}
    </div>
  );
}
