import type { Tx } from "../../../../kernel/db/pools.ts";
import {
  absorbTwin,
  identityIdOf,
  isLater,
  moveIdentity,
  type Resolved,
  recordConsent,
  resolveSightings,
  type Sighting,
  twinAfter,
} from "../../../contacts/index.ts";
import { applyChanges, completePlaceholders, joinThreads, type MessageDraft, recordMessages } from "../../../conversations/index.ts";
import { queueMedia } from "../media/media-queue.ts";
import type { ContactItem, Item, MessageItem, MoveItem, Person, PreferenceItem } from "./parse-shapes.ts";
import type { Parked, Route } from "./project-route.ts";

type Routed<I extends Item = Item> = { item: I; route: Route };
type Named = MessageItem | PreferenceItem | ContactItem;

/**
 * Messages, their changes, preferences and contacts of one organization. Somebody's change of number or id divides the batch: what was
 * said before it is theirs under the old id, what comes after it under the new one.
 */
export const projectPeople = async (tx: Tx, organizationId: string, routed: Routed[]): Promise<Parked[]> => {
  const parked: Parked[] = [];
  let segment: Routed[] = [];
  for (const one of routed) {
    if (one.item.kind !== "move") {
      segment.push(one);
      continue;
    }
    parked.push(...(await projectSegment(tx, organizationId, segment)));
    segment = [];
    await projectMove(tx, organizationId, one as Routed<MoveItem>);
  }
  return [...parked, ...(await projectSegment(tx, organizationId, segment))];
};

const projectSegment = async (tx: Tx, organizationId: string, segment: Routed[]): Promise<Parked[]> => {
  if (segment.length === 0) return [];
  const named = segment.filter((one): one is Routed<Named> => "person" in one.item);
  const people = await resolveSightings(tx, organizationId, sightingsOf(named));
  const messages: { item: MessageItem; draft: MessageDraft }[] = [];
  const parked: Parked[] = [];
  for (const { item, route } of named) {
    const person = people.get(keyOf(item.person, route));
    if (!person) parked.push({ item, reason: "malformed", detail: "it names nobody", route });
    else if (item.kind === "message") messages.push({ item, draft: draftOf(item, route, person) });
    else if (item.kind === "preference") await projectPreference(tx, organizationId, item, person);
  }
  const recorded = await recordMessages(
    tx,
    organizationId,
    messages.map(({ draft }) => draft),
  );
  await queueMedia(
    tx,
    organizationId,
    messages.map(({ item, draft }, at) => ({ item, channelId: draft.channelId, recorded: recorded[at] })),
  );
  // The files of an imported history follow it, as the same messages told again.
  const late = messages.filter(({ item }, at) => item.media && recorded[at]?.fresh === false && recorded[at]?.fileId === null);
  const completed = await completePlaceholders(
    tx,
    organizationId,
    late.map(({ draft }) => draft),
  );
  await queueMedia(
    tx,
    organizationId,
    late.map(({ item, draft }, at) => ({ item, channelId: draft.channelId, recorded: completed[at] ?? undefined })),
  );
  const changes = segment.flatMap(({ item, route }) =>
    item.kind === "change"
      ? [
          {
            channelId: route.channelId,
            target: item.target,
            change: item.change,
            by: item.by,
            at: item.at,
            emoji: item.emoji,
            body: item.body,
          },
        ]
      : [],
  );
  await applyChanges(tx, organizationId, changes);
  return parked;
};

const keyOf = (person: Person, route: Route) =>
  `${route.portfolioId} ${person.phone ?? ""} ${person.userId ?? ""} ${person.username ?? ""}`;

/** One per person, with the latest name told. */
const sightingsOf = (named: Routed<Named>[]): Sighting[] => {
  const sightings = new Map<string, Sighting>();
  for (const { item, route } of named) {
    const key = keyOf(item.person, route);
    const before = sightings.get(key);
    if (before) {
      if (item.at < (before.since ?? before.at)) before.since = item.at;
      if (item.at > before.at) before.at = item.at;
      const told = item.person.name === null ? null : { name: item.person.name, at: item.at };
      if (told && (before.name === null || isLater(told, { name: before.name, at: before.namedAt ?? before.at })))
        Object.assign(before, { name: told.name, namedAt: told.at });
      continue;
    }
    const { phone, userId, username, name } = item.person;
    const identities: Sighting["identities"] = [];
    // What can be neither dialled nor kept as a key is no way to find anybody.
    if (phone !== null && /\d{3}/.test(phone) && phone.length <= 60) identities.push({ kind: "phone", scope: "", value: phone });
    if (userId !== null) identities.push({ kind: "whatsapp_user_id", scope: route.portfolioId, value: userId });
    if (username !== null) identities.push({ kind: "whatsapp_username", scope: "", value: username });
    sightings.set(key, {
      key,
      identities,
      name,
      at: item.at,
      since: item.at,
      namedAt: item.at,
      evidence: { source: "whatsapp", channelId: route.channelId, field: item.field },
    });
  }
  return [...sightings.values()];
};

const draftOf = (item: MessageItem, route: Route, person: Resolved): MessageDraft => ({
  channelId: route.channelId,
  contactId: person.contactId,
  identityId: person.identityId,
  direction: item.direction,
  origin: item.origin,
  type: item.type,
  body: item.body,
  content: item.content,
  occurredAt: item.at,
  providerId: item.providerId,
  replyToProviderId: item.replyTo,
  state: item.state,
  file: item.media ? { name: item.media.filename, mime: item.media.mime } : null,
});

const projectPreference = (tx: Tx, organizationId: string, item: PreferenceItem, person: Resolved) =>
  recordConsent(tx, organizationId, {
    contactId: person.contactId,
    channel: "whatsapp",
    purpose: "marketing",
    action: item.action,
    source: "provider_preference",
    proof: { value: item.value, detail: item.detail, phoneNumberId: item.phoneNumberId },
    actor: { kind: "contact", contactId: person.contactId },
    occurredAt: item.at,
    identityId: person.identityId,
  });

/**
 * The history stays with the contact; a line in the thread says what changed. What was written under the new number before this notice
 * came has made a contact of its own, which is joined now.
 */
const projectMove = async (tx: Tx, organizationId: string, { item, route }: Routed<MoveItem>) => {
  const scope = item.identity === "phone" ? "" : route.portfolioId;
  const to = { kind: item.identity, scope, value: item.to };
  const evidence = { source: "whatsapp", channelId: route.channelId, providerId: item.providerId, what: item.what };
  const move = item.from === null ? null : { from: { kind: item.identity, scope, value: item.from }, to, at: item.at, evidence };
  const twin = move && (await twinAfter(tx, organizationId, move));
  if (twin && (await joinThreads(tx, organizationId, twin))) await absorbTwin(tx, organizationId, twin);
  const moved = move && (await moveIdentity(tx, organizationId, move));
  // Nobody we know: then it is somebody new, under the new id, who had the old one.
  const contactId =
    moved ??
    (await resolveSightings(tx, organizationId, [{ key: "new", identities: [to], name: null, at: item.at, evidence }])).get("new")
      ?.contactId;
  if (!contactId) return;
  if (move && !moved) await moveIdentity(tx, organizationId, move);
  await recordMessages(tx, organizationId, [
    {
      channelId: route.channelId,
      contactId,
      identityId: null,
      via: await identityIdOf(tx, organizationId, to),
      direction: "system",
      origin: "customer",
      type: "system",
      body: item.body,
      content: { kind: item.what, ...(item.from === null ? {} : { from: item.from }), to: item.to },
      occurredAt: item.at,
      providerId: item.providerId,
    },
  ]);
};
