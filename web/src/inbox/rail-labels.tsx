import { Link, useLocation } from "@tanstack/react-router";
import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { useLabels } from "./conversation-data.ts";
import { useInboxCounts } from "./inbox-views.ts";

/** Labels as views, under the fixed ones in the rail. A label's address is its id: /inbox/{labelId}. */
export function RailLabels() {
  const t = useT();
  const format = useFormat();
  const labels = useLabels();
  const { labels: counts } = useInboxCounts();
  const { pathname } = useLocation();
  if (labels.length === 0) return null;
  return (
    <ul aria-label={t("inbox.labels")} className="my-1 flex flex-col gap-px">
      {labels.map((label) => {
        const here = pathname.split("/")[2] === label.id;
        return (
          <li key={label.id}>
            <Link
              to="/inbox/$view"
              params={{ view: label.id }}
              activeProps={{}}
              aria-current={here ? "page" : undefined}
              className={cx(
                "flex h-7 items-center gap-2 rounded-6 ps-2 pe-2 hover:bg-surface-hover hover:text-text",
                here ? "bg-surface-selected font-medium text-text hover:bg-surface-selected" : "text-muted",
              )}
            >
              <span className="grid w-4 place-items-center">
                <span className={cx("size-2 rounded-full bg-hue", `hue-${label.hue}`)} aria-hidden />
              </span>
              <span className="cut">{label.name}</span>
              <span className="num ms-auto text-12 font-regular text-subtle">
                {counts[label.id] ? format.number(counts[label.id] ?? 0) : ""}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
