import { cx } from "../ui/cx.ts";

export const LogoMark = ({ className }: { className?: string }) => (
  <span className={cx("grid size-6 shrink-0 place-items-center rounded-6 bg-text text-surface", className)} aria-hidden>
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-[58%]"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M12 21V9M12 21c-5 0-8-3-8-8 5 0 8 3 8 8zM12 15c0-5 3-8 8-8 0 5-3 8-8 8zM12 9c-2-2-2-4 0-6 2 2 2 4 0 6z" />
    </svg>
  </span>
);
