import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ApiError, request } from "../api/client.ts";
import type { Page } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Avatar, Button, ErrorNotice } from "../ui/index.ts";
import type { ContactSummary } from "./contact-data.ts";

/** Somebody has this number or address already: who, and the way there. */
export function ExistingContact({ error, identities, onOpen }: { error: ApiError; identities: { value: string }[]; onOpen?: () => void }) {
  const t = useT();
  // The refusal names the contact in its remedy: "See contact <id>."
  const named = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(error.remedy ?? "")?.[0];
  const at = Number(/identities[.[](\d+)/.exec(error.field ?? "")?.[1] ?? 0);
  const value = identities[at]?.value ?? identities[0]?.value ?? "";
  const { data: contact } = useQuery({
    queryKey: ["contacts", "holding", named ?? value],
    queryFn: async ({ signal }) =>
      named
        ? request<ContactSummary>("GET", `/contacts/${named}`, { signal })
        : (await request<Page<ContactSummary>>("GET", "/contacts", { query: { search: value, limit: 1 }, signal })).items[0],
    enabled: Boolean(named || value),
  });
  return (
    <ErrorNotice
      error={{ code: error.code, message: t("contacts.exists") }}
      action={
        contact && (
          <Button asChild size="xs">
            <Link to="/contacts/$contactId" params={{ contactId: contact.id }} onClick={onOpen} preload="intent">
              <Avatar name={contact.name} size={20} />
              {t("contacts.open_named", { name: contact.name })}
            </Link>
          </Button>
        )
      }
    />
  );
}
