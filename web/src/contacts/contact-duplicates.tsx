import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import type { Contact } from "./contact-data.ts";
import { duplicatesOf, mergeList } from "./merge-data.ts";
import { MergeHistory } from "./merge-history.tsx";
import { Reasons } from "./merge-words.tsx";
import { RecordPart } from "./record-part.tsx";

/** Who else may be this person, and who became part of them. Nothing where there is nothing. */
export function ContactDuplicates({ contact }: { contact: Contact }) {
  const can = useCan();
  return can("contacts.merge") ? <Known contact={contact} /> : null;
}

function Known({ contact }: { contact: Contact }) {
  const t = useT();
  const pairs = useQuery(duplicatesOf(contact.id)).data ?? [];
  const merges = useKeyset(mergeList(contact.id)).items;
  return (
    <>
      {pairs.length > 0 && (
        <RecordPart title={t("merge.may_be")}>
          <ul className="flex flex-col gap-2">
            {pairs.map((pair) => {
              const other = pair.contact.id === contact.id ? pair.other : pair.contact;
              return (
                <li key={other.id} className="flex flex-col gap-1 rounded-8 border bg-surface-raised p-2.5">
                  <Link to="/contacts/merge" search={{ a: contact.id, b: other.id }} className="link cut" dir="auto">
                    {other.name}
                  </Link>
                  <Reasons reasons={pair.reasons} />
                </li>
              );
            })}
          </ul>
        </RecordPart>
      )}
      {merges.length > 0 && (
        <RecordPart title={t("merge.pile_merges")}>
          <div className="-mx-4">
            <MergeHistory contactId={contact.id} />
          </div>
        </RecordPart>
      )}
    </>
  );
}
