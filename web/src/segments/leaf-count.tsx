import { useFormat, useT } from "../i18n/index.ts";
import { Tooltip } from "../ui/index.ts";

/** How many this condition alone holds for: which one cuts too deep is seen at once. */
export function LeafCount({ count }: { count: number | undefined }) {
  const t = useT();
  const format = useFormat();
  if (count === undefined) return <span className="ms-auto" />;
  return (
    <Tooltip label={t("segments.alone", { count })}>
      <span className="num ms-auto shrink-0 self-center rounded-full bg-surface-sunken px-2 py-0.5 text-12 text-muted">
        {format.number(count)}
      </span>
    </Tooltip>
  );
}
