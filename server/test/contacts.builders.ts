import { newId } from "../src/kernel/id.ts";
import { type Resolved, resolveSightings, type Sighting } from "../src/modules/contacts/index.ts";
import type { Shop } from "./builders.ts";

type Seen = {
  name?: string | null;
  phone?: string;
  userId?: string;
  username?: string;
  email?: string;
  scope?: string;
  at?: Date;
  key?: string;
};

/** A person as a channel names them. */
export const aSighting = (seen: Seen): Sighting => ({
  key: seen.key ?? newId(),
  identities: [
    ...(seen.phone === undefined ? [] : [{ kind: "phone" as const, scope: "", value: seen.phone }]),
    ...(seen.userId === undefined ? [] : [{ kind: "whatsapp_user_id" as const, scope: seen.scope ?? "portfolio", value: seen.userId }]),
    ...(seen.username === undefined ? [] : [{ kind: "whatsapp_username" as const, scope: "", value: seen.username }]),
    ...(seen.email === undefined ? [] : [{ kind: "email" as const, scope: "", value: seen.email }]),
  ],
  name: seen.name ?? null,
  at: seen.at ?? new Date(),
  evidence: { source: "test" },
});

/** Resolves in one transaction of the system role, the way the projector does; answers in the order given. */
export const sight = async (shop: Shop, ...people: Seen[]): Promise<Resolved[]> => {
  const sightings = people.map(aSighting);
  const resolved = await shop.world.kernel.db.system.transaction().execute((tx) => resolveSightings(tx, shop.id, sightings));
  return sightings.map((sighting) => {
    const found = resolved.get(sighting.key);
    if (!found) throw new Error("a sighting without a usable identity");
    return found;
  });
};

let lastNumber = 79460000;
/** A contact that wrote once; with a phone number of its own unless told otherwise. */
export const aContact = async (shop: Shop, seen: Seen = {}): Promise<{ id: string; identityId: string }> => {
  const named = seen.phone ?? seen.userId ?? seen.username ?? seen.email;
  const [found] = await sight(shop, named === undefined ? { ...seen, phone: `4420${lastNumber++}` } : seen);
  if (!found) throw new Error("one sighting gives one contact");
  return { id: found.contactId, identityId: found.identityId };
};
