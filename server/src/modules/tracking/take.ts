import { hash } from "node:crypto";
import { newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import { takeIdentity } from "./identify.ts";
import { type Entry, type Ingest, openIngest } from "./ingest.ts";
import { keepContext, keepPage, type Surroundings } from "./kept-context.ts";
import { limits } from "./limits.ts";
import { isObject, isWrong, type Json, type Message, readMessage, type Wrong } from "./message.ts";
import { isReserved, reservedWords } from "./names.ts";
import { ensurePeople } from "./people.ts";
import { openRejects, type Rejects } from "./rejects.ts";
import { knownRules, type NameRules } from "./rules.ts";
import type { Sender } from "./senders.ts";
import { storable } from "./storable.ts";
import { openTally, type Tally } from "./tally.ts";

/** What became of one message. */
export type Verdict = { status: "accepted" | "duplicate" } | { status: "dropped"; reason: string } | ({ status: "refused" } & Wrong);
export type Around = Surroundings & { /** The browser asks not to be followed (Sec-GPC). */ gpc: boolean };
/** A browser's request is around all its messages; a server tells of each where it comes from. */
export type AroundOf = (context: Json) => Around;
export type Taking = {
  take: (sender: Sender, messages: unknown[], sentAt: unknown, around: AroundOf) => Promise<Verdict[]>;
  close: () => Promise<void>;
};

const accepted: Verdict = { status: "accepted" };

/** Takes messages of one sender: checks each, writes the events in one go with those of others, then links people in the order told. */
export const openTaking = (kernel: Kernel): Taking => {
  const inside: Inside = {
    kernel,
    reserved: reservedWords(kernel),
    rules: knownRules(kernel),
    tally: openTally(kernel),
    rejects: openRejects(kernel),
    ingest: openIngest(kernel),
  };
  return {
    take: (sender, messages, sentAt, aroundOf) => take(inside, sender, messages, sentAt, aroundOf),
    close: async () => {
      inside.rules.close();
      await inside.ingest.close();
      await inside.tally.close();
      await inside.rejects.close();
    },
  };
};

type Inside = {
  kernel: Kernel;
  reserved: ReadonlySet<string>;
  rules: ReturnType<typeof knownRules>;
  tally: Tally;
  rejects: Rejects;
  ingest: Ingest;
};

const take = async (inside: Inside, sender: Sender, raws: unknown[], sentAt: unknown, aroundOf: AroundOf): Promise<Verdict[]> => {
  const { organizationId } = sender;
  const receivedAt = Date.now();
  const rules = await inside.rules.of(organizationId);
  const actor = JSON.stringify(sender.actor);
  const verdicts: Verdict[] = [];
  const events: { at: number; message: Message; entry: Entry; shown: Json }[] = [];
  const identities: { at: number; message: Message; around: Around }[] = [];

  for (const [at, raw] of raws.entries()) {
    const around = aroundOf(isObject(raw) && isObject(raw.context) ? raw.context : {});
    const message = judge(inside, sender, raw, sentAt, receivedAt, rules, around);
    if ("status" in message) verdicts[at] = message;
    else if (message.kind === "identify" || message.kind === "alias") identities.push({ at, message, around });
    else {
      const made = entryOf(sender, message, rules, around, actor);
      if ("code" in made) verdicts[at] = { status: "refused", ...made };
      else events.push({ at, message, ...made });
    }
  }

  if (sender.trusted)
    await ensurePeople(
      inside.kernel,
      sender,
      events.flatMap(({ entry }) => entry.externalId ?? []),
    );
  if (events.length > 0) {
    const outcomes = await inside.ingest.append(events.map(({ entry }) => entry));
    for (const [index, { at, entry, shown }] of events.entries()) {
      const outcome = outcomes[index] ?? "accepted";
      verdicts[at] = outcome === "accepted" ? accepted : { status: "duplicate" };
      if (outcome === "accepted") inside.tally.took(organizationId, entry.name, shown, entry.bot);
    }
  }
  for (const { at, message, around } of identities)
    verdicts[at] = await takeIdentity(inside.kernel, sender, message, messageOf(sender, message), around);
  noteRejects(inside, sender, raws, verdicts, aroundOf);
  return verdicts;
};

/** The message, or why it goes no further. */
const judge = (
  inside: Inside,
  sender: Sender,
  raw: unknown,
  sentAt: unknown,
  receivedAt: number,
  rules: NameRules,
  around: Around,
): Message | Exclude<Verdict, { status: "accepted" | "duplicate" }> => {
  const message = readMessage(raw, sentAt, receivedAt, sender.trusted);
  if (isWrong(message)) return { status: "refused", ...message };
  if (around.gpc && !sender.trusted) {
    if (sender.gpc === "drop") return { status: "dropped", reason: "gpc" };
    if (message.kind !== "track" && message.kind !== "page") return { status: "dropped", reason: "gpc" };
    message.anonymousId = null;
  } else if (message.anonymousId === null && !(sender.trusted && message.userId !== null))
    return refused(
      "anonymousId",
      "id_missing",
      sender.trusted ? "Say whose it is: userId or anonymousId." : "A browser says which visitor it is: anonymousId.",
    );
  if (message.kind !== "track" && message.kind !== "page") return message;

  if (isReserved(inside.reserved, message.name))
    return refused(
      "event",
      "reserved_name",
      `Names that begin with ${message.name.split(".")[0]}. are told by Candor itself; choose another.`,
    );
  const rule = rules.get(message.name);
  if (rule?.blocked) return refused("event", "blocked_name", "This name was blocked by the organization.");
  if (rule?.renamedTo) message.name = rule.renamedTo;
  if (!rules.has(message.name)) {
    if (rules.size >= limits.names) return refused("event", "too_many_names", `There are ${limits.names} different names already.`);
    rules.set(message.name, { blocked: false, renamedTo: null, personal: new Set(), dropped: new Set() });
  }
  return message;
};

const refused = (field: string, code: string, message: string) => ({ status: "refused", field, code, message }) as const;

/** The row to write; what is personal stands apart in it, so that whoever shows properties does not have to know. */
const entryOf = (
  sender: Sender,
  message: Message,
  rules: NameRules,
  around: Around,
  actor: string,
): { entry: Entry; shown: Json } | Wrong => {
  const anonymous = around.gpc && !sender.trusted;
  const rule = rules.get(message.name);
  const all = message.kind === "page" && !sender.trusted ? keepPage(message.properties) : message.properties;
  const { shown, personal } =
    rule && (rule.personal.size > 0 || rule.dropped.size > 0) ? sorted(all, rule) : { shown: all, personal: null };
  const context = keepContext(message.context, anonymous ? { ...around, address: null } : around);
  const payload = storable(
    JSON.stringify({
      type: message.kind,
      ...(message.messageId === null ? {} : { messageId: message.messageId }),
      key: sender.keyId,
      properties: shown,
      ...(personal ? { personal } : {}),
      context,
    }),
  );
  if (payload.length > limits.eventBytes)
    return { field: "", code: "too_large", message: `A message has at most ${limits.eventBytes} bytes.` };
  const bot = around.agent.bot || (isObject(message.context) && message.context.automation === true);
  return {
    shown: all,
    entry: {
      organizationId: sender.organizationId,
      id: newId(),
      message: messageOf(sender, message),
      name: message.name,
      actor,
      payload,
      occurredAt: message.happenedAt,
      visitor:
        message.anonymousId === null
          ? null
          : {
              key: message.anonymousId,
              agent: around.agent,
              language: (context.locale as string | undefined) ?? null,
              timeZone: (context.timezone as string | undefined) ?? null,
              country: (context.country as string | undefined) ?? null,
            },
      // A browser's word for who it is counts nothing: its visitor is who it was linked to.
      externalId: sender.trusted ? message.userId : null,
      bot,
    },
  };
};

const sorted = (properties: Json, rule: { personal: ReadonlySet<string>; dropped: ReadonlySet<string> }) => {
  const [shown, personal]: [Json, Json] = [{}, {}];
  for (const name in properties) if (!rule.dropped.has(name)) (rule.personal.has(name) ? personal : shown)[name] = properties[name];
  return { shown, personal: Object.keys(personal).length > 0 ? personal : null };
};

/** The first half of a digest, as a uuid: sixteen bytes whatever the sender's ids look like. */
const messageOf = (sender: Sender, message: Message): string | null =>
  message.messageId === null
    ? null
    : hash("sha256", `${sender.scope}\n${message.messageId}`)
        .slice(0, 32)
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

const noteRejects = ({ tally, rejects }: Inside, sender: Sender, raws: unknown[], verdicts: Verdict[], aroundOf: AroundOf) => {
  for (const [at, verdict] of verdicts.entries()) {
    if (verdict.status === "accepted") continue;
    const raw = raws[at];
    const told = isObject(raw) ? raw : {};
    const kind = typeof told.type === "string" ? told.type.slice(0, 20) : "";
    const name = (typeof told.event === "string" ? told.event : kind).slice(0, limits.nameLength).toWellFormed().replaceAll("\u0000", "");
    if (verdict.status === "refused") tally.refused(sender.organizationId, name);
    rejects.note({
      organizationId: sender.organizationId,
      keyId: sender.keyId,
      outcome: verdict.status,
      kind: kind.toWellFormed().replaceAll("\u0000", ""),
      name,
      bot: aroundOf(isObject(told.context) ? told.context : {}).agent.bot,
      field: verdict.status === "refused" ? verdict.field.slice(0, 200) : null,
      reason: verdict.status === "refused" ? verdict.code : verdict.status === "dropped" ? verdict.reason : "duplicate",
      raw,
    });
  }
};
