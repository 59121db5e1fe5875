import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { meQuery } from "../api/session.ts";
import { AuthCard } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Spinner } from "../ui/index.ts";
import { inWords } from "./refusal.ts";

/** Opening the letter's link is the confirmation: nothing more to press. */
export function VerifyEmailPage() {
  const t = useT();
  const { token = "" } = useSearch({ strict: false }) as { token?: string };
  // A query, so that it is sent once however often the page is drawn.
  const verified = useQuery({
    queryKey: ["verify-email", token],
    queryFn: async () => {
      await request("POST", "/email/verify", { body: { token } });
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      return true;
    },
    enabled: token !== "",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const on = (
    <Button asChild variant="primary" size="lg" className="w-full">
      <Link to="/">{t("accounts.to_candor")}</Link>
    </Button>
  );

  if (verified.data) {
    return (
      <AuthCard title={t("accounts.verified_title")} description={t("accounts.verified")}>
        {on}
      </AuthCard>
    );
  }
  if (token === "" || verified.error) {
    return (
      <AuthCard title={t("accounts.link_over_title")} description={t("accounts.verify_over")}>
        <div className="flex flex-col gap-4">
          {verified.error && <ErrorNotice error={inWords(t, verified.error)} onRetry={() => void verified.refetch()} />}
          {on}
        </div>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={t("accounts.verify_email")}>
      <p role="status" className="flex items-center gap-2 text-muted">
        <Spinner /> {t("accounts.verifying")}
      </p>
    </AuthCard>
  );
}
