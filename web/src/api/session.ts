import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "./client.ts";
import { queryClient } from "./query.ts";

export interface Me {
  user: {
    id: string;
    name: string;
    email: string;
    theme?: string | null;
    language?: string | null;
    timeZone?: string | null;
  };
  organization: { id: string; name: string; demo?: boolean };
  member: { id: string; role: string };
  permissions: string[];
  organizations: { id: string; name: string }[];
}

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => request<Me>("GET", "/me"),
  staleTime: 5 * 60_000,
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

export async function signOut() {
  await request("DELETE", "/session");
  queryClient.clear();
  location.assign("/sign-in");
}

/** Another tenant is another world: everything loaded is thrown away. */
export async function switchOrganization(organizationId: string) {
  await request("PUT", "/session/organization", { body: { organizationId } });
  location.assign("/");
}
