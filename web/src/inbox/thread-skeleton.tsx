import { cx, Skeleton } from "../ui/index.ts";

const lines = ["w-64", "w-80", "w-48", "w-72", "w-40", "w-80", "w-56"];

export const ThreadSkeleton = () => (
  <div aria-busy="true" className="flex flex-col gap-3 pt-8">
    {lines.map((width, index) => (
      <div key={width + String(index)} className={cx("flex max-w-[78%]", index % 3 === 1 ? "self-end" : "self-start")}>
        <Skeleton className={cx("h-9 max-w-full rounded-12!", width)} />
      </div>
    ))}
  </div>
);
