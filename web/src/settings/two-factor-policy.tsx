import { useQuery } from "@tanstack/react-query";
import type { Role } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Checkbox, ErrorNotice, Section, SkeletonRows, toast, toastError } from "../ui/index.ts";
import { policyQuery, setPolicy } from "./two-factor.ts";

const roles: Role[] = ["owner", "admin", "agent", "viewer"];

/** Whose members must sign in with a second step; takes effect at once. */
export function TwoFactorPolicy() {
  const t = useT();
  const { data, error, refetch } = useQuery(policyQuery);
  const set = (role: Role, on: boolean) =>
    setPolicy(on ? [...(data?.roles ?? []), role] : (data?.roles ?? []).filter((each) => each !== role)).then(
      () => toast({ title: t("security.policy_saved"), tone: "success" }),
      toastError,
    );
  return (
    <Section title={t("security.policy")}>
      <p className="text-subtle">{t("security.policy_text")}</p>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data && (
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {roles.map((role) => (
            <Checkbox
              key={role}
              checked={data.roles.includes(role)}
              onChange={(on) => void set(role, on)}
              label={t(`settings.role_${role}`)}
            />
          ))}
        </div>
      )}
    </Section>
  );
}
