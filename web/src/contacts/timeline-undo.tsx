import { useState } from "react";
import { useKeyset } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button } from "../ui/index.ts";
import { mergeList, undoAndTell } from "./merge-data.ts";

/** The way back from a merge, where it happened: as long as it holds and nothing was merged in after it. */
export function MergeUndo({ contactId, mergeId }: { contactId: string; mergeId: string }) {
  const may = useCan()("contacts.merge");
  return may ? <Undo contactId={contactId} mergeId={mergeId} /> : null;
}

function Undo({ contactId, mergeId }: { contactId: string; mergeId: string }) {
  const t = useT();
  const [undoing, setUndoing] = useState(false);
  const merge = useKeyset(mergeList(contactId)).items.find((each) => each.id === mergeId);
  if (!merge || merge.undoneAt) return null;
  if (merge.undoFirst) return <p className="text-12 text-muted">{t("merge.undo_first")}</p>;
  const undo = async () => {
    setUndoing(true);
    await undoAndTell(mergeId, t);
    setUndoing(false);
  };
  return (
    <Button size="xs" className="mt-1" loading={undoing} onClick={() => void undo()}>
      {t("merge.undo")}
    </Button>
  );
}
