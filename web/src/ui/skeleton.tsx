// biome-ignore-all lint/suspicious/noArrayIndexKey: what is listed here has no identity but its place
import { cx } from "./cx.ts";

/** Reserves its space at once, shows after 150 ms. Sizes by class: `<Skeleton className="h-4 w-40" />`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span className="after-a-moment block" aria-hidden>
    <span className={cx("skeleton block", className ?? "h-4 w-full")} />
  </span>
);

/** Rows of a list that is on its way: an avatar and two lines each. */
export const SkeletonRows = ({ rows = 8, height = 60 }: { rows?: number; height?: number }) => (
  <div aria-busy="true">
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className="flex items-center gap-3 px-4" style={{ height }}>
        <Skeleton className="size-8 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className={index % 3 ? "h-3 w-32" : "h-3 w-40"} />
          <Skeleton className={index % 2 ? "h-3 w-4/5" : "h-3 w-3/5"} />
        </div>
      </div>
    ))}
  </div>
);
