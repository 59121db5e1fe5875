import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { registerSearch } from "../frame/commands.ts";
import { useT } from "../i18n/index.ts";
import { Avatar } from "../ui/avatar.tsx";
import type { ContactSummary } from "./contact-data.ts";
import { mainIdentity } from "./identity-words.ts";

let registered = "";

/** People in the command palette: by name, number, address, company. Stays after the page is left. */
export function useContactSearch() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const heading = t("contacts.title");
  const may = can("contacts.read");
  useEffect(() => {
    if (!may || registered === heading) return;
    registered = heading;
    registerSearch({
      id: "contacts",
      heading,
      search: async (query, signal) => {
        if (query.length < 2) return [];
        const { items } = await request<Page<ContactSummary>>("GET", "/contacts", { query: { search: query, limit: 6 }, signal });
        return items.map((contact) => ({
          id: `contact ${contact.id}`,
          label: contact.name,
          icon: <Avatar name={contact.name} size={20} />,
          hint: contact.company ?? mainIdentity(contact.identities)?.display ?? "",
          run: () => void navigate({ to: "/contacts/$contactId", params: { contactId: contact.id } }),
        }));
      },
    });
  }, [may, heading, navigate]);
}
