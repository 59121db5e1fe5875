import { personal, plain, type StoreDeclaration, table } from "../../kernel/register.ts";

export const filesData = [
  table("files", {
    subject: { kind: "end_customer", path: "id -> messages.file_id, messages.contact_id" },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { with: "the message it belongs to; an upload nobody sends goes after a day" },
    erase: "delete",
    export: "files",
    columns: {
      organization_id: plain("tenant key"),
      id: plain("surrogate key"),
      state: plain("whether the bytes are here"),
      name: personal("user.content.private", { protection: "clear", reason: "shown beside the message; people name files after people" }),
      mime: plain("type of the bytes, as sniffed"),
      size: plain("bytes"),
      sha256: personal("user.unique_id", {
        protection: "clear",
        reason: "recognises the same bytes again: cache validation and integrity",
      }),
      width: plain("pixels, so that a page does not jump"),
      height: plain("pixels"),
      source: plain("where it came from"),
      failure: plain("why it is not here: a stable code"),
      created_at: plain("clock of retention"),
      stored_at: plain("when the bytes were complete"),
    },
  }),
];

export const filesStores: StoreDeclaration[] = [
  {
    store: "DATA_DIR/files",
    holds: "The bytes of every row of `files`: pictures, voice messages, documents of customers and the team",
    subject: "end_customer",
    categories: ["user.content.private"],
    purpose: "customer_support",
    keep: "with its row",
    protection: "mode 0600 under a folder of mode 0700, named by id; encryption at rest is the disk's",
  },
];
