import { personal, plain, type StoreDeclaration, table } from "../../kernel/register.ts";

const keep = { after: "imports.changed_at", days: 7 };

export const importsData = [
  table("imports", {
    subject: { kind: "member", path: "created_by" },
    purpose: "service_operation",
    basis: "legitimate_interest",
    keep: { with: "the organization" },
    erase: "none",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      id: plain("surrogate key"),
      state: plain("which step it is at"),
      file_name: personal("user.content.private", { protection: "clear", reason: "people name files after people", subject: "member" }),
      file_size: plain("bytes"),
      format: plain("how the file is written"),
      reading: plain("encoding, separator and sheet"),
      settings: plain("which column goes where; emptied with the file"),
      checked: plain("what the dry run counted"),
      counts: plain("what became of the rows"),
      cursor: plain("how many rows are done"),
      share: plain("how much of the file is done"),
      failure: plain("why it stopped: a stable code"),
      created_by: personal("user.unique_id", { protection: "clear", reason: "tells who took it in", subject: "member" }),
      created_at: plain("order of the history"),
      changed_at: plain("clock of retention"),
      finished_at: plain("shown in the history"),
      undone_at: plain("shown in the history"),
      emptied_at: plain("when file and rows were removed"),
    },
  }),
  table("import_problems", {
    subject: { kind: "end_customer", path: "cells: a row that became no contact" },
    purpose: "service_operation",
    basis: "legitimate_interest",
    keep,
    erase: "none",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      import_id: plain("belongs to"),
      row_number: plain("place in the file"),
      kind: plain("wrong, or the same person as another row"),
      reasons: plain("what is wrong, by column"),
      cells: personal("user", { protection: "clear", reason: "given back so that it can be corrected" }),
    },
  }),
  table("import_contacts", {
    subject: { kind: "end_customer", path: "contact_id" },
    purpose: "service_operation",
    basis: "legitimate_interest",
    keep,
    erase: "delete",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      import_id: plain("belongs to"),
      contact_id: personal("user.unique_id", { protection: "clear", reason: "tells whom an undo may take away" }),
      row_number: plain("place in the file"),
      made: plain("whether the import made the contact"),
    },
  }),
];

export const importsStores: StoreDeclaration[] = [
  {
    store: "DATA_DIR/files (imports)",
    holds: "Files of contacts as they were uploaded, named by the id of the import",
    subject: "end_customer",
    categories: ["user"],
    purpose: "service_operation",
    keep: "7 days after the last step of the import",
    protection: "mode 0600 under a folder of mode 0700, named by id; encryption at rest is the disk's",
  },
];
