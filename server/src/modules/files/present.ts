import type { Selectable } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Files } from "../../kernel/db/schema.types.ts";
import type { FileView } from "./files.api.ts";

type File = z.input<typeof FileView>;
type FileRow = Pick<Selectable<Files>, "id" | "state" | "name" | "mime" | "size" | "width" | "height" | "failure">;

export const fileColumns = ["id", "state", "name", "mime", "size", "width", "height", "failure"] as const;

export const presentFile = (row: FileRow): File => ({
  id: row.id,
  state: row.state as File["state"],
  name: row.name,
  mime: row.mime,
  size: row.size === null ? null : Number(row.size),
  width: row.width,
  height: row.height,
  failure: row.failure,
});

/** Many at once, by id. */
export const filesOf = async (tx: Tx, organizationId: string, ids: string[]): Promise<Map<string, File>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("files")
    .select(fileColumns)
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, presentFile(row)]));
};
