import { ArrowLeftRight, CircleCheck, type LucideIcon, RotateCcw, Settings2, ShieldQuestion, UserCheck, UserX } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import type { Message } from "./message-data.ts";

const icons: Record<string, LucideIcon> = {
  assigned: UserCheck,
  unassigned: UserX,
  closed: CircleCheck,
  reopened: RotateCcw,
  user_changed_number: ArrowLeftRight,
  user_changed_user_id: ArrowLeftRight,
  customer_identity_changed: ShieldQuestion,
};

/** What the team or the channel did, in one line. */
export function SystemLine({ message }: { message: Message }) {
  const format = useFormat();
  const says = useSentence(message);
  const Icon = icons[String(message.content.kind)] ?? Settings2;
  return (
    <li
      data-message={message.id}
      className="my-1.5 flex scroll-my-16 flex-wrap items-center justify-center gap-1.5 text-center text-12 text-subtle"
    >
      <Icon size={14} aria-hidden />
      <span>{says}</span>
      <time dateTime={message.at} title={format.dateTime(message.at)} className="num">
        {format.time(message.at)}
      </time>
    </li>
  );
}

function useSentence({ content, author, text }: Message): string {
  const t = useT();
  const word = (value: unknown) => (typeof value === "string" ? value : "");
  const [from, to] = [word(content.from), word(content.to)];
  const by = author?.name || word(content.byName);
  switch (content.kind) {
    case "assigned":
      return by && by !== to ? t("inbox.sys_assigned_by", { by, to }) : t("inbox.sys_took", { to });
    case "unassigned":
      return by ? t("inbox.sys_unassigned_by", { by }) : t("inbox.sys_unassigned");
    case "closed":
      return by ? t("inbox.sys_closed_by", { by }) : t("inbox.sys_closed");
    case "reopened":
      return by ? t("inbox.sys_reopened_by", { by }) : t("inbox.sys_reopened");
    case "user_changed_number":
    case "user_changed_user_id":
      return to ? t("inbox.sys_changed_number", { from: from || "…", to }) : t("inbox.sys_changed_number_plain");
    case "customer_identity_changed":
      return t("inbox.sys_identity_changed");
    default:
      return text ?? t("inbox.type_system");
  }
}
