import type { Module } from "../../kernel/module.ts";
import { contactEvents } from "./contacts.events.ts";

export const contacts: Module = {
  name: "contacts",
  permissions: {
    "contacts.read": "See contacts, their identities, notes, consents and history",
    "contacts.write": "Create, change, tag and erase contacts",
  },
  events: contactEvents,
};
