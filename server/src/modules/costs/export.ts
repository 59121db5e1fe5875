import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { audit } from "../../kernel/audit.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { Place } from "../../kernel/page.ts";
import { csvLine } from "./csv.ts";
import { type Filter, namesAround, readCosts } from "./messages.ts";
import { writeMicros } from "./micros.ts";

const stretch = 1000;
const head = [
  "time",
  "day",
  "message",
  "conversation",
  "contact",
  "number",
  "sender",
  "kind",
  "template",
  "category",
  "price_type",
  "charged",
  "country",
  "market",
  "currency",
  "amount",
  "exactness",
  "price_valid_from",
];

/** One line per priced message, streamed: a page at a time, each in a short transaction. */
export const exportCosts = async (ctx: Ctx, month: string, filter: Filter, reply: FastifyReply) => {
  await ctx.transaction((tx) => audit(tx, ctx, "costs.exported", {}, { month }));
  reply.headers({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="costs-${month}.csv"`,
    "cache-control": "no-store",
  });
  return reply.send(Readable.from(lines(ctx, month, filter)));
};

async function* lines(ctx: Ctx, month: string, filter: Filter) {
  // The mark by which spreadsheets know UTF-8.
  yield `\uFEFF${csvLine(head)}`;
  let after: Place | null = null;
  for (;;) {
    const from: Place | null = after;
    const { text, last, full } = await ctx.transaction(async (tx) => {
      const rows = await readCosts(tx, ctx.organizationId, month, filter, from, stretch);
      const names = await namesAround(tx, ctx.organizationId, rows);
      return {
        text: rows
          .map((row) =>
            csvLine([
              row.occurred_at.toISOString(),
              row.day,
              row.message_id,
              row.conversation_id,
              row.contact_id === null ? "" : (names.contacts.get(row.contact_id) ?? ""),
              row.channel_id === null ? "" : (names.channels.get(row.channel_id) ?? ""),
              names.senders.get(row.sender) ?? row.sender,
              row.message_type,
              row.template,
              row.category,
              row.pricing_type,
              row.charged ? "yes" : "no",
              row.country,
              row.market,
              row.currency,
              row.amount_micros === null ? "" : writeMicros(BigInt(row.amount_micros)),
              row.exactness,
              row.price_valid_from,
            ]),
          )
          .join(""),
        last: rows.at(-1),
        full: rows.length === stretch,
      };
    });
    if (text !== "") yield text;
    if (!full || !last) return;
    after = { at: last.at_text, id: last.message_id };
  }
}
