import { Link } from "@tanstack/react-router";
import { FlaskConical } from "lucide-react";
import { useMe } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { useWelcome } from "./welcome.ts";

/** Over every page of the demo: whoever answers here answers nobody. */
export function DemoBanner() {
  const { data: me } = useMe();
  return me?.organization.demo ? <Line /> : null;
}

function Line() {
  const t = useT();
  const welcome = useWelcome();
  return (
    <aside
      aria-label={t("frame.demo")}
      className="flex shrink-0 items-center justify-center gap-x-2 bg-info-soft px-3 py-1 text-12 text-info-text"
    >
      <FlaskConical size={14} className="phone:hidden" aria-hidden />
      <span className="cut">{t("accounts.demo_banner")}</span>
      {welcome?.signUpOpen && (
        <Link to="/sign-up" className="shrink-0 font-medium underline underline-offset-2">
          {t("accounts.create_yours")}
        </Link>
      )}
    </aside>
  );
}
