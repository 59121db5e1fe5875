import type { Key } from "../i18n/index.ts";
import { useT } from "../i18n/index.ts";
import { Badge } from "../ui/index.ts";
import type { Reason } from "./merge-data.ts";

const reasonKeys: Record<Reason, Key> = {
  seen_together: "merge.seen_together",
  same_phone: "merge.same_phone",
  same_email: "merge.same_email",
  same_user_id: "merge.same_user_id",
  claimed_phone: "merge.claimed_phone",
  claimed_email: "merge.claimed_email",
  name_and_company: "merge.name_and_company",
  name_and_address: "merge.name_and_address",
  name_and_digits: "merge.name_and_digits",
  name_and_domain: "merge.name_and_domain",
  name_and_birthday: "merge.name_and_birthday",
  last_digits: "merge.last_digits",
};

/** Why two contacts may be one person, in words. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useT();
  return (
    <span className="flex flex-wrap gap-1">
      {reasons.map((reason) => (
        <Badge key={reason}>{t(reasonKeys[reason])}</Badge>
      ))}
    </span>
  );
}

/** Tables a merge moves rows of, as far as a person would ask for them; the rest goes along unsaid. */
export const movedKeys: Record<string, Key> = {
  identities: "merge.moved_identities",
  conversations: "merge.moved_conversations",
  messages: "merge.moved_messages",
  contact_notes: "merge.moved_notes",
  contact_tags: "merge.moved_tags",
  deal_contacts: "merge.moved_deals",
  tasks: "merge.moved_tasks",
  activities: "merge.moved_activities",
  consent_ledger: "merge.moved_consents",
  list_members: "merge.moved_lists",
};
