import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useLanguage, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import type { ChannelCheck } from "./channel-data.ts";
import { checkKey } from "./channel-words.ts";

const telling = new Set(["graph_reached", "phone_number", "account"]);
const order = (check: ChannelCheck) => (check.ok === false ? 0 : check.ok === null ? 1 : 2);

/** Each value with what is right or wrong about it and what to do; what is wrong comes first. */
export function CheckList({ checks, sorted }: { checks: ChannelCheck[]; sorted?: boolean }) {
  const list = sorted ? [...checks].sort((a, b) => order(a) - order(b)) : checks;
  return (
    <ul>
      {list.map((check) => (
        <CheckLine key={check.check} check={check} />
      ))}
    </ul>
  );
}

function CheckLine({ check }: { check: ChannelCheck }) {
  const t = useT();
  const [language] = useLanguage();
  const key = checkKey(check);
  // The server tells details in English. Where all is well, only what names something is worth a line, and only to who reads it.
  const worth =
    check.ok === null
      ? check.remedy !== null || !check.message.startsWith("Not checked")
      : !check.ok || (language === "en" && telling.has(check.check));
  const detail = key && worth ? check.message : undefined;
  const Icon = check.ok === null ? CircleDashed : check.ok ? CircleCheck : CircleX;
  return (
    <li
      className={cx(
        "flex items-start gap-3 border-s-2 border-b py-2.5 ps-3.5 pe-4 last:border-b-0",
        check.ok === false ? "border-s-danger" : "border-s-transparent",
      )}
    >
      <Icon
        size={16}
        className={cx("mt-0.5", check.ok === null ? "text-subtle" : check.ok ? "text-success" : "text-danger")}
        role="img"
        aria-label={t(check.ok === null ? "channels.check_open" : check.ok ? "channels.check_right" : "channels.check_wrong")}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{key ? t(key) : check.message}</p>
        {check.ok === null && !detail && <p className="text-12 text-subtle">{t("channels.check_open_text")}</p>}
        {detail && (
          <p className="text-12 text-subtle" lang="en" dir="auto">
            {detail}
          </p>
        )}
        {check.remedy && check.ok !== true && (
          <p className={cx("text-12", check.ok === false ? "text-danger-text" : "text-muted")} lang="en" dir="auto">
            {check.remedy}
          </p>
        )}
      </div>
    </li>
  );
}
