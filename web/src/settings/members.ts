import { queryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { keyset, type Page } from "../api/query.ts";
import type { Role } from "../api/session.ts";

export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  since: string;
}

export interface Invitation {
  id: string;
  email: string;
  role: Role;
  expiresAt: string;
  createdAt: string;
}

export interface PermissionInfo {
  permission: string;
  sentence: string;
  roles: Role[];
}

export const roles: Role[] = ["owner", "admin", "agent", "viewer"];

export const membersKey = ["settings", "members"];
export const invitationsKey = ["settings", "invitations"];

export const membersQuery = keyset<Member>(membersKey, ({ signal, ...page }) => request("GET", "/members", { query: page, signal }), 100);
export const invitationsQuery = keyset<Invitation>(
  invitationsKey,
  ({ signal, ...page }) => request("GET", "/invitations", { query: page, signal }),
  100,
);
export const permissionsQuery = queryOptions({
  queryKey: ["permissions"],
  queryFn: () => request<Page<PermissionInfo>>("GET", "/permissions"),
  staleTime: 60 * 60_000,
});
