import type { ContactRecord } from "./contact-data.ts";
import { limits } from "./message-limits.ts";
import type { SendMessage } from "./pending.ts";

/** A card as it is typed; empty lines are not sent. */
export interface ContactDraft {
  name: string;
  organization: string;
  phones: string[];
  emails: string[];
}
export type ContactCard = Extract<SendMessage, { type: "contacts" }>["contacts"][number];

export const emptyContact: ContactDraft = { name: "", organization: "", phones: [""], emails: [""] };
export const mostLines = 10;

export const draftOf = (contact: Pick<ContactRecord, "name" | "company" | "identities">): ContactDraft => {
  const shown = (kind: string) => contact.identities.filter((each) => each.kind === kind && !each.retired).map(({ display }) => display);
  const [phones, emails] = [shown("phone").slice(0, mostLines), shown("email").slice(0, mostLines)];
  return {
    name: contact.name.slice(0, limits.contactName),
    organization: (contact.company ?? "").slice(0, limits.organization),
    phones: phones.length ? phones : [""],
    emails: emails.length ? emails : [""],
  };
};

export function cardOf({ name, organization, phones, emails }: ContactDraft): ContactCard {
  const filled = (lines: string[]) => lines.map((line) => line.trim()).filter(Boolean);
  return {
    name: name.trim(),
    phones: filled(phones).map((phone) => ({ phone })),
    emails: filled(emails).map((email) => ({ email })),
    ...(organization.trim() ? { organization: organization.trim() } : {}),
  };
}

export const phoneWrong = (phone: string) => phone.trim() !== "" && !/^\+?[\d\s().-]{3,30}$/.test(phone.trim());
export const emailWrong = (email: string) => email.trim() !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim());
/** A name alone is nothing to keep: the customer could neither call nor write. */
export const cardIsWhole = (draft: ContactDraft) => {
  const { name, phones, emails } = cardOf(draft);
  return (
    name !== "" &&
    name.length <= limits.contactName &&
    draft.organization.trim().length <= limits.organization &&
    phones.length + emails.length > 0 &&
    !draft.phones.some(phoneWrong) &&
    !draft.emails.some(emailWrong)
  );
};
