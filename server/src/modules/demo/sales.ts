import { demoHistory } from "@candor/sandbox";
import { sql } from "kysely";
import { contextFor, type Kernel } from "../../kernel/module.ts";
import { createDeal, createTask, finishTask, logActivity, moveDeal, pipelinesOf } from "../sales/index.ts";
import type { Team } from "./people.ts";
import { conversationWith } from "./shop-side.ts";

const day = 86_400_000;
/** What, in GBP, through which stages, expected in how many days, with whom of the demo's people. */
const deals: [title: string, value: number, way: string[], expectedIn: number | null, person: number | null][] = [
  ["40 kg of espresso a month", 1_180_00, ["new", "qualified", "proposal"], 12, 0],
  ["Coffee corner for the third floor", 3_450_00, ["new", "qualified", "proposal", "negotiation"], 5, 1],
  ["Guest roast for the summer menu", 960_00, ["new", "qualified"], 30, 2],
  ["Two grinders on loan", 1_240_00, ["new"], 21, 3],
  ["House blend under their own label", 8_900_00, ["new", "qualified", "proposal"], 45, 4],
  ["Wedding, 180 cups", 620_00, ["new", "qualified", "proposal", "negotiation"], -2, 5],
  ["Barista training for six", 780_00, ["new"], 14, 6],
  ["Filter coffee for the co-working", 540_00, ["new", "qualified"], 18, 7],
  ["Espresso machine, second hand", 2_100_00, ["new"], null, 8],
  ["Christmas boxes for the staff", 1_560_00, ["new", "proposal", "won"], -9, 9],
  ["Weekly delivery to the bakery", 410_00, ["new", "qualified", "won"], -20, 10],
  ["Decaf for the hotel", 1_900_00, ["new", "proposal", "lost"], -14, 11],
];
/** What, in how many hours, for which deal, to whom of the team. */
const tasks: [title: string, inHours: number, deal: number, member: number][] = [
  ["Send the offer with both grind sizes", -26, 0, 0],
  ["Measure the corner on the third floor", 3, 1, 0],
  ["Ask which weekend suits them", 5, 2, 1],
  ["Check whether the grinders are back from service", 26, 3, 0],
  ["Draft of the label", 75, 4, 2],
  ["Confirm the number of cups", -3, 5, 0],
];
const notes = ["call", "meeting", "note"] as const;
const said = [
  "They like the darker one, and want to know by Friday.",
  "Tasted three roasts together; the natural from Sidama won.",
  "Pays by invoice, thirty days.",
];

/** A board as a small roastery would have it: deals on their way, some decided, and what is to be done next. */
export const fillSales = async (kernel: Kernel, team: Team, channelId: string, now: number): Promise<void> => {
  const { organizationId } = team;
  const acting = (at: number) => {
    const member = team.members[at % team.members.length];
    return contextFor(kernel, organizationId, {
      kind: "member",
      memberId: member?.memberId ?? team.owner.memberId,
      userId: member?.userId ?? team.owner.userId,
      name: member?.name ?? "",
    });
  };
  const [pipeline] = await acting(0).transaction((tx) => pipelinesOf(tx, organizationId));
  if (!pipeline) return;
  const stage = (key: string) => pipeline.stages.find((each) => each.key === key)?.id ?? "";
  const people = await Promise.all(demoHistory.map(({ customer }) => conversationWith(kernel, organizationId, channelId, customer.userId)));

  const made: string[] = [];
  for (const [at, [title, value, way, expectedIn, person]] of deals.entries()) {
    const ctx = acting(at);
    const contactId = person === null ? undefined : people[person]?.contact_id;
    const { id } = await createDeal(ctx, {
      title,
      value: String(value),
      stageId: stage(way[0] ?? "new"),
      expectedOn: expectedIn === null ? null : new Date(now + expectedIn * day).toISOString().slice(0, 10),
      ...(contactId ? { contactIds: [contactId] } : {}),
      ...(at % 4 === 3 ? { probability: 45 } : {}),
    });
    for (const key of way.slice(1)) await moveDeal(ctx, id, { stageId: stage(key) });
    await sql`update deal_moves v set at = ${new Date(now)}::timestamptz - make_interval(days => (n.back * 4)::int, hours => ${at})
                from (select id, row_number() over (order by id desc) as back from deal_moves where organization_id = ${organizationId} and deal_id = ${id}) n
               where v.organization_id = ${organizationId} and v.id = n.id`.execute(kernel.db.system);
    await sql`update deals d set created_at = v.first, stage_since = v.last, closed_at = case when d.closed_at is null then null else v.last end
                from (select min(at) as first, max(at) as last from deal_moves where organization_id = ${organizationId} and deal_id = ${id}) v
               where d.organization_id = ${organizationId} and d.id = ${id}`.execute(kernel.db.system);
    made.push(id);
  }
  for (const [title, inHours, deal, member] of tasks)
    await createTask(acting(member), { title, dealId: made[deal] ?? "", dueAt: new Date(now + inHours * 3_600_000) });
  const done = await createTask(acting(0), { title: "Send samples of the natural", dealId: made[0] ?? "" });
  await finishTask(acting(0), done.id);
  for (const [at, kind] of notes.entries())
    await logActivity(acting(at), {
      kind,
      body: said[at] ?? "",
      dealId: made[at] ?? "",
      at: new Date(now - (at + 1) * day),
      ...(kind === "call" ? { minutes: 14 } : {}),
    });
};
