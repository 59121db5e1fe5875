import type { Selectable } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { Messages } from "../../kernel/db/schema.types.ts";
import { filesOf } from "../files/index.ts";
import { type Message, messageTypes } from "./conversations.api.ts";
import { deliveriesShown } from "./delivery-view.ts";
import { type KeptReaction, presentReactions } from "./reaction-view.ts";

export type MessageView = z.input<typeof Message>;
export const messageColumns = [
  "id",
  "conversation_id",
  "channel_id",
  "direction",
  "origin",
  "type",
  "body",
  "content",
  "file_id",
  "author_id",
  "reply_to_provider_id",
  "occurred_at",
  "state",
  "failure",
  "delivery_id",
  "reactions",
  "edited_at",
  "revoked_at",
] as const;
export type MessageRow = Pick<Selectable<Messages>, (typeof messageColumns)[number]>;

/** Rows as the world sees them, in the order given: four queries at most, however many rows. */
export const presentMessages = async (tx: Tx, organizationId: string, rows: MessageRow[]): Promise<MessageView[]> => {
  const [files, quoted, members, deliveries] = [
    await filesOf(tx, organizationId, known(rows.map((row) => row.file_id))),
    await quotedBy(tx, organizationId, rows),
    await memberNames(tx, organizationId, known(rows.map((row) => row.author_id))),
    await deliveriesShown(tx, organizationId, known(rows.map((row) => row.delivery_id))),
  ];
  return rows.map((row) => {
    const content = row.content as Record<string, unknown>;
    const delivery = deliveries.get(row.delivery_id ?? "");
    // What was sent with an API key has no member as its author, but its delivery knows who asked for it.
    const nameless = delivery?.sender ?? (typeof content.byName === "string" ? content.byName : undefined);
    const author = row.author_id
      ? { id: row.author_id, name: members.get(row.author_id) ?? "" }
      : nameless === undefined
        ? null
        : { id: null, name: nameless };
    const shown = withdrawn(row)
      ? { text: null, content: {}, file: null }
      : { text: row.body, content, file: files.get(row.file_id ?? "") ?? null };
    return {
      id: row.id,
      conversationId: row.conversation_id,
      direction: row.direction as MessageView["direction"],
      origin: row.origin as MessageView["origin"],
      ...typed(row.type, shown.content),
      text: shown.text,
      file: shown.file,
      replyTo:
        row.reply_to_provider_id === null
          ? null
          : (quoted.get(row.reply_to_provider_id) ?? { id: null, direction: null, type: null, text: null }),
      author,
      reactions: presentReactions(row.reactions as unknown as KeptReaction[]),
      state: row.state as MessageView["state"],
      failure: row.failure as MessageView["failure"],
      heldForQuality: delivery?.heldForQuality ?? false,
      waiting: delivery?.waiting ?? null,
      saidByMember: delivery?.saidByMember ?? false,
      at: row.occurred_at,
      editedAt: row.edited_at,
      revokedAt: row.revoked_at,
    };
  });
};

export const presentMessage = async (tx: Tx, organizationId: string, row: MessageRow): Promise<MessageView> => {
  const [message] = await presentMessages(tx, organizationId, [row]);
  if (!message) throw new Error("one row gives one message");
  return message;
};

/** Who took a message back does not want it read any longer, whatever is still stored. */
const withdrawn = (row: Pick<MessageRow, "revoked_at">) => row.revoked_at !== null;

/** A type this version does not know is shown as unsupported instead of failing the page. */
const typed = (type: string, content: Record<string, unknown>) =>
  (messageTypes as readonly string[]).includes(type)
    ? { type: type as MessageView["type"], content }
    : { type: "unsupported" as const, content: { ...content, providerType: type } };

/** A provider's id is unique within a channel, and a page belongs to one channel or few. */
const quotedBy = async (tx: Tx, organizationId: string, rows: MessageRow[]) => {
  const ids = known(rows.map((row) => row.reply_to_provider_id));
  if (ids.length === 0) return new Map<string, NonNullable<MessageView["replyTo"]>>();
  const channels = known(rows.filter((row) => row.reply_to_provider_id !== null).map((row) => row.channel_id));
  const found = await tx
    .selectFrom("messages")
    .select(["id", "provider_id", "direction", "type", "body", "revoked_at"])
    .where("organization_id", "=", organizationId)
    .where("channel_id", "in", channels)
    .where("provider_id", "in", ids)
    .execute();
  return new Map(
    found.map((row) => [
      row.provider_id ?? "",
      {
        id: row.id,
        direction: row.direction as MessageView["direction"],
        type: row.type,
        text: withdrawn(row) ? null : (row.body?.slice(0, 300) ?? null),
      },
    ]),
  );
};

const memberNames = async (tx: Tx, organizationId: string, ids: string[]) => {
  if (ids.length === 0) return new Map<string, string>();
  const rows = await tx
    .selectFrom("members")
    .select(["id", "name"])
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
};

const known = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
