import { sql } from "kysely";
import type { Kernel } from "../../kernel/module.ts";

const batch = 500;

/** Removes uploads nobody sent within a day, row first: bytes left behind by a crash in between are harmless, a row without bytes is not. */
export const removeForgottenUploads = async (kernel: Kernel): Promise<void> => {
  for (;;) {
    const gone = await kernel.db.system
      .deleteFrom("files")
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple("organization_id", "id"),
          "in",
          selectFrom("files as f")
            .select(["f.organization_id", "f.id"])
            .where("f.source", "=", "upload")
            .where(sql<boolean>`f.created_at < now() - interval '1 day'`)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("messages as m")
                    .select("m.id")
                    .whereRef("m.organization_id", "=", "f.organization_id")
                    .whereRef("m.file_id", "=", "f.id"),
                ),
              ),
            )
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("whatsapp_template_samples as s")
                    .select("s.part")
                    .whereRef("s.organization_id", "=", "f.organization_id")
                    .whereRef("s.file_id", "=", "f.id"),
                ),
              ),
            )
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("message_files as m")
                    .select("m.file_id")
                    .whereRef("m.organization_id", "=", "f.organization_id")
                    .whereRef("m.file_id", "=", "f.id"),
                ),
              ),
            )
            .limit(batch)
            .$asTuple("organization_id", "id"),
        ),
      )
      .returning(["organization_id", "id"])
      .execute();
    for (const file of gone) await kernel.files.remove(file.organization_id, file.id);
    if (gone.length < batch) return;
  }
};
