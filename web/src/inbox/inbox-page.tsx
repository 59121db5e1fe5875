import { Outlet, useParams } from "@tanstack/react-router";
import { useT } from "../i18n/index.ts";
import { cx, PageHeader, SkeletonRows } from "../ui/index.ts";

/** List at the left, the chosen conversation (the Outlet) beside it; on a phone one or the other. */
export function InboxPage() {
  const t = useT();
  const { conversationId } = useParams({ strict: false });
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[var(--w-list)_minmax(0,1fr)] phone:grid-cols-1">
      <section className={cx("flex min-h-0 flex-col border-e", conversationId && "phone:hidden")}>
        <PageHeader title={t("inbox.view_open")} />
        <SkeletonRows />
      </section>
      <div className={cx("flex min-h-0 min-w-0 flex-col", !conversationId && "phone:hidden")}>
        <Outlet />
      </div>
    </div>
  );
}
