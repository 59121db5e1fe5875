import type { Of, Planned } from "./message.ts";

/** What needs no file: text, a place, contact cards. `content` is written as an inbound message of the kind has it (docs/messages.md). */
export const planText = (message: Of<"text">): Planned => {
  const previewUrl = message.previewUrl ?? false;
  return {
    type: "text",
    text: message.text,
    content: previewUrl ? { previewUrl } : {},
    payload: { type: "text", text: { body: message.text, preview_url: previewUrl } },
  };
};

export const planLocation = ({ location }: Of<"location">): Planned => {
  const { latitude, longitude, name, address } = location;
  const place = { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) };
  return { type: "location", text: name ?? address ?? null, content: place, payload: { type: "location", location: place } };
};

export const planContacts = ({ contacts }: Of<"contacts">): Planned => ({
  type: "contacts",
  text: contacts.map((card) => card.name).join(", "),
  content: {
    contacts: contacts.map(({ name, phones, emails, organization }) => ({
      name,
      phones,
      emails,
      ...(organization ? { org: organization } : {}),
    })),
  },
  payload: {
    type: "contacts",
    contacts: contacts.map(({ name, phones, emails, organization }) => ({
      // Graph wants one part of the name besides the whole; which word of it is the family's cannot be known.
      name: { formatted_name: name, first_name: name },
      ...(phones.length > 0 ? { phones: phones.map(({ phone, type }) => ({ phone, ...kind(type) })) } : {}),
      ...(emails.length > 0 ? { emails: emails.map(({ email, type }) => ({ email, ...kind(type) })) } : {}),
      ...(organization ? { org: { company: organization } } : {}),
    })),
  },
});

const kind = (type: string | undefined) => (type ? { type: type.toUpperCase() } : {});
