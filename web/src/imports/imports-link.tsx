import { Link } from "@tanstack/react-router";
import { ArrowDownUp } from "lucide-react";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";

/** From the list of contacts to files of contacts. */
export function ImportsLink() {
  const t = useT();
  const can = useCan();
  if (!can("contacts.import") && !can("contacts.export")) return null;
  return (
    <Button asChild>
      <Link to="/contacts/imports" aria-label={t("imports.link")}>
        <ArrowDownUp size={16} aria-hidden />
        <span className="phone:hidden">{t("imports.link")}</span>
      </Link>
    </Button>
  );
}
