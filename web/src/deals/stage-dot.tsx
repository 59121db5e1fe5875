import { cx } from "../ui/index.ts";

/** A stage's colour beside its name; alone it would say nothing. */
export const StageDot = ({ hue }: { hue: number }) => (
  <span aria-hidden className={cx("inline-block size-1.75 shrink-0 rounded-full bg-hue", `hue-${hue}`)} />
);
