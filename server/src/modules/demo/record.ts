import { demoHistory } from "@candor/sandbox";
import type { z } from "zod";
import { contextFor, type Kernel } from "../../kernel/module.ts";
import { addAddress, type ContactWrite, type FieldRequest, makeField, makeScoreRule, makeStage, writeContacts } from "../contacts/index.ts";
import type { Team } from "./people.ts";
import { conversationWith } from "./shop-side.ts";

const day = 86_400_000;
const ofKind = <Request extends z.input<typeof FieldRequest>>(field: Request) => field;
const fields = [
  ofKind({
    name: "Roast",
    key: "roast",
    type: "choice",
    category: "user.behavior",
    help: "What they ask for at the counter",
    options: [{ name: "Light" }, { name: "Medium" }, { name: "Dark" }],
  }),
  ofKind({
    name: "Brews with",
    key: "brews_with",
    type: "choices",
    category: "user.behavior",
    options: [{ name: "V60" }, { name: "Espresso" }, { name: "Moka pot" }, { name: "French press" }],
  }),
  ofKind({ name: "Birthday", key: "birthday", type: "date", category: "user.demographic" }),
  ofKind({ name: "Spent so far", key: "spent", type: "money", currency: "GBP", category: "user.behavior" }),
  ofKind({ name: "Bags a month", key: "bags", type: "number", category: "user.behavior" }),
  ofKind({ name: "Next delivery", key: "next_delivery", type: "time", category: "user.behavior" }),
  ofKind({ name: "Invoice wanted", key: "invoice", type: "yes_no", category: "user.financial", default: false }),
  ofKind({ name: "Website", key: "website", type: "link", category: "user.workplace" }),
  ofKind({ name: "Accounts e-mail", key: "accounts_email", type: "email", category: "user.contact" }),
  ofKind({
    name: "At the door",
    key: "at_the_door",
    type: "long_text",
    category: "user.content.private",
    help: "What the courier has to know",
  }),
];
const companies = ["Fernhill Offices", "Tide & Table", null, null, "Nook Bakery", null];
const doors = ["Side door, then first floor. The bell does not ring: call.", "Leave it with number 12 when nobody is in."];

/** What the shop knows of its people beyond their names: fields, a stage of its own, addresses, and what makes a score. */
export const fillRecord = async (kernel: Kernel, team: Team, channelId: string, now: number): Promise<void> => {
  const { organizationId, owner } = team;
  const ctx = contextFor(kernel, organizationId, {
    kind: "member",
    memberId: owner.memberId,
    userId: owner.userId,
    name: "Mara Lindqvist",
  });
  for (const field of fields) await makeField(ctx, field);
  await makeStage(ctx, { name: "Tasting", hue: 2 });
  await makeScoreRule(ctx, {
    name: "Writes to us",
    points: 10,
    active: true,
    rule: { kind: "event", event: "message.received", atMost: 5, windowDays: 90, halfLifeDays: 30 },
  });
  await makeScoreRule(ctx, {
    name: "Drinks a lot of it",
    points: 25,
    active: true,
    rule: { kind: "condition", condition: { about: "field", field: "fields.bags", op: "at_least", value: 3 } },
  });
  await makeScoreRule(ctx, {
    name: "Has gone elsewhere",
    points: -40,
    active: true,
    rule: { kind: "condition", condition: { about: "field", field: "stage", op: "is", value: "lost" } },
  });

  const writes: ContactWrite[] = [];
  for (const [at, { customer }] of demoHistory.entries()) {
    const found = await conversationWith(kernel, organizationId, channelId, customer.userId);
    if (!found) continue;
    const company = companies[at % companies.length] ?? null;
    writes.push({
      contactId: found.contact_id,
      facts: company === null ? {} : { company },
      fields: {
        roast: ["light", "medium", "dark"][at % 3],
        brews_with: [["v60", "moka_pot"], ["espresso"], ["french_press"]][at % 3],
        bags: 1 + (at % 5),
        spent: 4_250 + at * 1_730,
        ...(at % 2 === 0 ? { birthday: new Date(Date.UTC(1978 + at, (at * 5) % 12, 1 + ((at * 7) % 28))) } : {}),
        ...(at % 3 === 0
          ? { next_delivery: new Date(Math.ceil(now / day + 1 + at) * day + 9.5 * 3_600_000), at_the_door: doors[at % 2] }
          : {}),
        ...(company === null
          ? {}
          : {
              invoice: true,
              website: `https://${company.toLowerCase().replace(/[^a-z]+/g, "-")}.example`,
              accounts_email: `accounts@${company.toLowerCase().replace(/[^a-z]+/g, "-")}.example`,
            }),
      },
    });
    if (at % 2 === 0)
      await addAddress(ctx, found.contact_id, {
        label: "Home",
        lines: `${12 + at * 3} Long Lane`,
        postalCode: "E8 4QN",
        city: "London",
        country: "GB",
      });
    if (company !== null)
      await addAddress(ctx, found.contact_id, {
        label: company,
        lines: `Unit ${at + 1}\nWharf Road`,
        postalCode: "N1 7GS",
        city: "London",
        country: "GB",
      });
  }
  await ctx.transaction((tx) => writeContacts(tx, ctx, writes));
};
