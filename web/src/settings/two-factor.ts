import { queryOptions } from "@tanstack/react-query";
import { request, type Shape } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { meQuery } from "../api/session.ts";

export const twoFactorQuery = queryOptions({
  queryKey: ["me", "two-factor"],
  queryFn: ({ signal }) => request<Shape<"TwoFactorState">>("GET", "/me/two-factor", { signal }),
});
export const sessionsQuery = queryOptions({
  queryKey: ["me", "sessions"],
  queryFn: ({ signal }) => request<Shape<"Session">[]>("GET", "/me/sessions", { signal }),
  staleTime: 0,
});
export const policyQuery = queryOptions({
  queryKey: ["two-factor-policy"],
  queryFn: ({ signal }) => request<Shape<"TwoFactorPolicy">>("GET", "/organization/two-factor", { signal }),
});

export const beginTwoFactor = (password: string) => request<Shape<"TwoFactorSecret">>("POST", "/me/two-factor", { body: { password } });
export const confirmTwoFactor = async (code: string) => {
  const { codes } = await request<Shape<"RecoveryCodes">>("POST", "/me/two-factor/confirmation", { body: { code } });
  await twoFactorChanged();
  return codes;
};
export const renewCodes = async (proof: { password: string; code: string }) => {
  const { codes } = await request<Shape<"RecoveryCodes">>("POST", "/me/two-factor/recovery-codes", { body: proof });
  await twoFactorChanged();
  return codes;
};
export const removeTwoFactor = async (proof: { password: string; code: string }) => {
  await request("POST", "/me/two-factor/removal", { body: proof });
  await twoFactorChanged();
};
/** Rights may hang on it, so the person is asked for again. */
const twoFactorChanged = async () => {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: twoFactorQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
    queryClient.invalidateQueries({ queryKey: meQuery.queryKey, exact: true }),
  ]);
};

export const endSession = async (id: string | null) => {
  await request("DELETE", id ? `/me/sessions/${id}` : "/me/sessions");
  await queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
};
export const setPolicy = async (roles: Shape<"TwoFactorPolicy">["roles"]) => {
  queryClient.setQueryData(
    policyQuery.queryKey,
    await request<Shape<"TwoFactorPolicy">>("PUT", "/organization/two-factor", { body: { roles } }),
  );
};
