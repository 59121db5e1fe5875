import type { Consent, Settings } from "./api.ts";
import { digest, uuid } from "./id.ts";
import { slotFor } from "./storage.ts";

/** All that is known of the visitor on this device: i(d), s(ince when), u(ser, as a digest), c(onsent). */
type Known = { i?: string; s?: number; u?: string; c?: Consent };
export type Visitor = ReturnType<typeof visitorOf>;

const day = 86_400_000;

/** Every question reads the storage again: another tab may have withdrawn consent or signed out. */
export const visitorOf = (name: string, settings: Settings) => {
  const slot = slotFor(name, settings);
  const required = settings.consent === "required";
  let refused = false;

  const known = (): Known => {
    try {
      return (JSON.parse(slot.read() ?? "{}") as Known | null) ?? {};
    } catch {
      return {};
    }
  };
  const keep = (what: Known) => slot.write(JSON.stringify(what));

  return {
    consent: (): Consent => (refused ? "denied" : (known().c ?? (required ? "pending" : "granted"))),
    grant: () => {
      refused = false;
      // Where consent is assumed nothing has to be remembered but its withdrawal.
      if (required) keep({ ...known(), c: "granted" });
      else if (known().c) slot.clear();
    },
    /** Forgets everything. The refusal itself is remembered only where its absence would mean yes. */
    refuse: () => {
      refused = true;
      if (required) slot.clear();
      else keep({ c: "denied" });
    },
    /** A refusal given earlier outlives a browser setting that is switched off again. */
    forget: () => known().c !== "denied" && slot.clear(),
    id: (): string => {
      const now = known();
      if (!now.i || Date.now() - (now.s ?? 0) > (settings.idDays ?? 365) * day) {
        now.i = uuid();
        now.s = Date.now();
        keep(now);
      }
      return now.i;
    },
    /** A second person on the same device gets an id of their own, also when the first did not sign out. */
    isUser: (userId: string) => {
      const [now, user] = [known(), digest(userId)];
      keep(now.u && now.u !== user ? { c: now.c, u: user } : { ...now, u: user });
    },
    /** Signed out; the choice about consent stays. */
    reset: () => {
      const { c } = known();
      if (c) keep({ c });
      else slot.clear();
    },
  };
};
