import type { Catalogue } from "./catalogue.ts";
import type { contacts as english } from "./contacts.en.ts";

export const contacts: Catalogue<typeof english> = {
  "contacts.title": "جهات الاتصال",
};
