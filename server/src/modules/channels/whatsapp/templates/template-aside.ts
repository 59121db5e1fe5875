import type { Tx } from "../../../../kernel/db/pools.ts";
import { limits } from "./template-rules.ts";
import type { TemplateRow } from "./template-view.ts";

/** Somebody made a template of this name at Meta while ours was a draft: theirs has the name, ours keeps its texts under another. */
export const stepAside = async (tx: Tx, draft: Pick<TemplateRow, "organization_id" | "id" | "name">): Promise<void> => {
  await tx
    .updateTable("whatsapp_templates")
    .set({ name: `${draft.name.slice(0, limits.name - 20)}_draft_${draft.id.slice(-8)}`, updated_at: new Date() })
    .where("organization_id", "=", draft.organization_id)
    .where("id", "=", draft.id)
    .execute();
};
