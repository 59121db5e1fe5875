import { personal, plain, type StoreDeclaration, table } from "../../kernel/register.ts";

export const exportsData = [
  table("exports", {
    subject: { kind: "member", path: "created_by" },
    purpose: "service_operation",
    basis: "legitimate_interest",
    keep: { with: "the organization" },
    erase: "none",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      id: plain("surrogate key"),
      state: plain("whether the file is there"),
      format: plain("how the file is written"),
      request: personal("user.content.private", {
        protection: "clear",
        reason: "the filter and search it was asked with; people search for names",
      }),
      rows: plain("contacts written so far"),
      total: plain("contacts there are to write, where known"),
      file_name: plain("name of the file"),
      file_size: plain("bytes"),
      failure: plain("why it failed: a stable code"),
      created_by: personal("user.unique_id", { protection: "clear", reason: "tells who asked for it", subject: "member" }),
      created_at: plain("order of the history"),
      finished_at: plain("when the file was complete"),
      expires_at: plain("when the file goes"),
    },
  }),
];

export const exportsStores: StoreDeclaration[] = [
  {
    store: "DATA_DIR/files (exports)",
    holds: "Files of contacts to be downloaded, named by the id of the export",
    subject: "end_customer",
    categories: ["user"],
    purpose: "service_operation",
    keep: "7 days",
    protection: "mode 0600 under a folder of mode 0700, named by id; encryption at rest is the disk's",
  },
];
