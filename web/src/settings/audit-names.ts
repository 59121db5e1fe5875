import { useInfiniteQuery } from "@tanstack/react-query";
import { useCan } from "../api/session.ts";
import { apiKeysQuery } from "./api-keys.ts";
import type { AuditEntry } from "./audit-row.tsx";
import { membersQuery } from "./members.ts";

/** Entries name their target by id. Who it is shows beside the action where the reader may know, and it is not said already. */
export function useTargetNames() {
  const can = useCan();
  const members = useInfiniteQuery({ ...membersQuery, enabled: can("members.read") });
  const keys = useInfiniteQuery({ ...apiKeysQuery, enabled: can("api_keys.manage") });
  const names = new Map(
    [...(members.data?.pages ?? []), ...(keys.data?.pages ?? [])].flatMap(({ items }) =>
      items.map((each) => [each.id, each.name] as const),
    ),
  );
  return ({ target, actor, details }: AuditEntry) => {
    const name = [target.memberId, target.apiKeyId].map((id) => names.get(String(id))).find(Boolean);
    return name === actor.name || name === details.name ? undefined : name;
  };
}
