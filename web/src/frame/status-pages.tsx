import { Link } from "@tanstack/react-router";
import { CircleAlert, Compass } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

export function NotFound() {
  const t = useT();
  return (
    <EmptyState
      icon={<Compass size={20} />}
      title={t("common.not_found_title")}
      action={
        <Button asChild variant="primary">
          <Link to="/">{t("common.go_home")}</Link>
        </Button>
      }
    >
      {t("common.not_found_text")}
    </EmptyState>
  );
}

export function PageError({ error }: { error: unknown }) {
  const t = useT();
  console.error(error);
  return (
    <EmptyState
      icon={<CircleAlert size={20} />}
      title={t("common.error_page_title")}
      action={
        <Button variant="primary" onClick={() => location.reload()}>
          {t("common.reload")}
        </Button>
      }
    >
      {t("common.error_page_text")}
    </EmptyState>
  );
}
