import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Users } from "lucide-react";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button, Count } from "../ui/index.ts";
import { duplicateCounts } from "./merge-data.ts";

/** From the list of contacts to the pairs that wait for an answer. */
export function DuplicatesLink() {
  const t = useT();
  const may = useCan()("contacts.merge");
  const counts = useQuery({ ...duplicateCounts, enabled: may }).data;
  if (!may) return null;
  const open = counts ? counts.strong + counts.weak : 0;
  return (
    <Button asChild>
      <Link to="/contacts/duplicates" aria-label={t("merge.duplicates")}>
        <Users size={16} aria-hidden />
        <span className="phone:hidden">{t("merge.duplicates")}</span>
        <Count value={open} />
      </Link>
    </Button>
  );
}
