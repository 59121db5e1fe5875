import { demoHistory } from "@candor/sandbox";
import { contextFor, type Kernel } from "../../kernel/module.ts";
import { addContactNote, createContact, mergeContacts } from "../contacts/index.ts";
import type { Team } from "./people.ts";
import { conversationWith } from "./shop-side.ts";

/** People who stand there twice: two pairs that wait for an answer, and one that was merged and can be told apart again. */
export const fillDuplicates = async (kernel: Kernel, team: Team, channelId: string): Promise<void> => {
  const { organizationId, owner } = team;
  const ctx = contextFor(kernel, organizationId, {
    kind: "member",
    memberId: owner.memberId,
    userId: owner.userId,
    name: "Mara Lindqvist",
  });
  const person = (facts: Partial<Parameters<typeof createContact>[1]> & { name: string }) =>
    createContact(ctx, { identities: [], fields: {}, ...facts });
  const [first, , , , fifth] = demoHistory;
  const [known, baker] = await Promise.all(
    [first, fifth].map((each) => each && conversationWith(kernel, organizationId, channelId, each.customer.userId)),
  );

  if (first && known) {
    const twin = await person({
      name: first.customer.name ?? "",
      country: "GB",
      identities: [{ kind: "email", value: "amara@studio-okafor.example" }],
    });
    await addContactNote(ctx, twin.id, "Met at the tasting in May, asked about beans for the studio.");
    await mergeContacts(ctx, known.contact_id, { otherContactId: twin.id, winners: {} });
  }
  if (fifth && baker)
    await person({
      name: [...(fifth.customer.name ?? "").split(" ")].reverse().join(", "),
      company: "Nook Bakery",
      language: "en",
      stage: "customer",
      identities: [{ kind: "email", value: "chloe@nook-bakery.example" }],
    });
  await person({
    name: "Jonas Weber",
    company: "Weber & Söhne",
    identities: [
      { kind: "email", value: "jonas@weber-soehne.example" },
      { kind: "phone", value: "+49 30 901820114" },
    ],
  });
  await person({ name: "J. Weber", stage: "customer", country: "DE", fields: { accounts_email: "jonas+invoices@weber-soehne.example" } });
};
