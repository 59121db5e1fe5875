import { useT } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";

/** Under a keyset table that does not scroll by itself: the next page by a press. */
export function LoadMore({ list }: { list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }) {
  const t = useT();
  if (!list.hasNextPage) return null;
  return (
    <div className="flex justify-center border-t p-3">
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {t("common.load_more")}
      </Button>
    </div>
  );
}
