import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "./client.ts";
import { queryClient } from "./query.ts";

export type Role = "owner" | "admin" | "agent" | "viewer";

export interface Me {
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    theme: "system" | "light" | "dark";
    language: string;
    timeZone: string;
  };
  organization: { id: string; name: string; demo: boolean; language: string; timeZone: string; country: string | null };
  member: { id: string; role: Role };
  twoFactor: { enabled: boolean; required: boolean };
  permissions: string[];
  organizations: { id: string; name: string; demo: boolean }[];
}

/** What the pages before signing in may know. */
export interface Welcome {
  signUpOpen: boolean;
  demoAvailable: boolean;
  mailConfigured: boolean;
}

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => request<Me>("GET", "/me"),
  staleTime: 5 * 60_000,
});

export const welcomeQuery = queryOptions({
  queryKey: ["welcome"],
  queryFn: () => request<Welcome>("GET", "/welcome"),
  staleTime: 60_000,
});

/** Who is signed in. Inside AppFrame `data` is there: the frame waits for it. */
export const useMe = () => useQuery(meQuery);

/** `const can = useCan(); can("inbox.reply")`. The server decides again; this only hides what would be refused. */
export function useCan() {
  const { data } = useMe();
  return (permission: string) => data?.permissions.includes(permission) ?? false;
}

/** Outside of components; false before /me has answered. */
export const can = (permission: string) => queryClient.getQueryData(meQuery.queryKey)?.permissions.includes(permission) ?? false;

/** A session has begun: nothing of the one before it may show. */
export function enter(me: Me) {
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, me);
}

/** The server has it first; a refusal leaves the page as it was. */
export async function changeProfile(change: Partial<Pick<Me["user"], "name" | "theme" | "language" | "timeZone">>) {
  queryClient.setQueryData(meQuery.queryKey, await request<Me>("PATCH", "/me", { body: change }));
}

export async function signOut() {
  await request("POST", "/sign-out");
  queryClient.clear();
  location.assign("/sign-in");
}

/** Another tenant is another world: everything loaded is thrown away. */
export async function switchOrganization(organizationId: string) {
  await request("PUT", "/me/organization", { body: { organizationId } });
  location.assign("/");
}
