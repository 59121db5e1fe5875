import { personal, plain, table } from "../../../../kernel/register.ts";

const clear = (reason: string) => ({ protection: "clear", reason }) as const;

export const unfetchedData = [
  table("whatsapp_unfetched", {
    subject: { kind: "end_customer", path: "file_id -> messages.file_id" },
    purpose: "customer_support",
    basis: "legitimate_interest",
    keep: { after: "expires_at", days: 1 },
    erase: "delete",
    export: null,
    columns: {
      organization_id: plain("tenant key"),
      file_id: plain("which file"),
      channel_id: plain("which number it was sent to"),
      media_id: personal("user.unique_id", clear("Meta's own name of a customer's file, so that it can be fetched once more")),
      url: personal("user.unique_id", clear("where it was last found")),
      sha256: plain("what its bytes have to give"),
      mime: plain("what kind of file it is"),
      failed_at: plain("when fetching it was given up"),
      expires_at: plain("when Meta forgets it: seven days after it came"),
    },
  }),
];
