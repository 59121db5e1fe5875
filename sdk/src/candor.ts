import type { Candor, Message, Page, Properties, Settings } from "./api.ts";
import { uuid } from "./id.ts";
import { outboxOf } from "./outbox.ts";
import { contextOf, pageNow, watchPages } from "./page.ts";
import { senderOf } from "./sender.ts";
import { version } from "./version.ts";
import { visitorOf } from "./visitor.ts";

type Started = ReturnType<typeof start>;
type Said = Pick<Message, "type"> & Partial<Message>;

const [mostHeld, titleDelay] = [100, 60];

/** An SDK of its own: nothing happens, and nothing is stored, before `init`. Never throws into the page. */
export const createCandor = (): Candor => {
  let started: Started | undefined;
  let talkative = false;
  const early: (() => void)[] = [];
  const say = (...words: unknown[]) => {
    if (talkative) console.info("[candor]", ...words);
  };
  const safely = <T>(run: () => T, otherwise: T): T => {
    try {
      return run();
    } catch (error) {
      say("failed", error);
      return otherwise;
    }
  };
  /** What is called before `init` waits for it. */
  const when = <T>(run: (running: Started) => T, otherwise: T): T => {
    if (started) return safely(() => run(started as Started), otherwise);
    if (early.length < mostHeld) early.push(() => when(run, otherwise));
    return otherwise;
  };

  return {
    version,
    init: (writeKey, settings = {}) => {
      if (started || typeof document === "undefined") return;
      talkative ||= !!settings.debug;
      safely(() => {
        started = start(writeKey, settings, say);
        started.begin();
        for (const call of early.splice(0)) call();
      }, undefined);
    },
    track: (event, properties) => when(({ tell }) => tell({ type: "track", event: text(event), properties }), undefined),
    page: (name, properties) => when(({ view }) => view(name, properties), undefined),
    identify: (userId, traits, proof) =>
      when(({ tell }) => tell({ type: "identify", userId: text(userId), traits, userHash: proof?.signature }), undefined),
    alias: (userId, previousId, proof) =>
      when(({ tell }) => tell({ type: "alias", userId: text(userId), previousId, userHash: proof?.signature }), undefined),
    reset: () => when(({ reset }) => reset(), undefined),
    consent: (choice) => when(({ consent }) => consent(choice), "pending"),
    flush: () => when(({ flush }) => flush(), Promise.resolve()),
    visitorId: () => when(({ visitorId }) => visitorId(), null),
    debug: (on = true) => {
      talkative = on;
    },
  };
};

/** Ids are often numbers where they come from. Without a name or an id there is nothing to tell. */
const text = (value: unknown): string => {
  const said = String(value ?? "").trim();
  if (!said) throw new Error("a name or an id is missing");
  return said;
};

const start = (writeKey: string, settings: Settings, say: (...words: unknown[]) => void) => {
  const name = settings.name ?? "candor";
  const visitor = visitorOf(name, settings);
  const outbox = outboxOf(name, settings.buffer !== "memory");
  let held: Message[] = [];
  let referrer = document.referrer;
  let here: string | undefined;
  let viewing: { message: Message; page: Page } | undefined;
  let began = false;

  /** For what the browser calls: nothing of ours becomes the page's error. */
  const guarded = (run: () => unknown) => () => {
    try {
      run();
    } catch (error) {
      say("failed", error);
    }
  };
  const objected = () =>
    (settings.respectGpc !== false && (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl === true) ||
    (settings.respectDnt !== false && (navigator.doNotTrack === "1" || (window as { doNotTrack?: string }).doNotTrack === "1"));
  const allowed = () => !objected() && visitor.consent() === "granted";
  const forgetAll = () => {
    held = [];
    viewing = undefined;
    outbox.clear();
  };
  const sender = senderOf({ address: `${settings.host ?? ""}/api/v1/events`, writeKey, name, outbox, allowed, say });

  const make = (said: Said, page?: Page): Message => ({
    ...said,
    messageId: uuid(),
    timestamp: new Date().toISOString(),
    context: contextOf(page),
  });
  const deliver = (message: Message) => {
    if (!allowed()) {
      if (!objected() && settings.beforeConsent === "keep" && visitor.consent() === "pending") held = [...held, message].slice(-mostHeld);
      return say("not taken: the visitor objects or has not consented", message);
    }
    if (message.type === "identify") visitor.isUser(message.userId as string);
    message.anonymousId = visitor.id();
    if (message.type === "alias") message.previousId ??= message.anonymousId;
    const looked = settings.beforeSend ? settings.beforeSend(message) : message;
    if (!looked) return say("dropped by beforeSend", message);
    say(outbox.add(looked) ? "taken" : "dropped: larger than 30,000 bytes", looked);
    sender.soon();
  };
  /** Single-page apps set the title after the address: a page view waits a moment for it, but nothing overtakes it. */
  const settle = () => {
    if (!viewing) return;
    const { message, page } = viewing;
    viewing = undefined;
    page.title = document.title.slice(0, 300);
    message.properties = { ...page, ...message.properties };
    deliver(message);
  };
  const view = (title?: string, properties?: Properties) => {
    settle();
    if (here && here !== location.href) referrer = here;
    here = location.href;
    viewing = { message: make({ type: "page", name: title, properties }), page: pageNow(settings, referrer) };
    setTimeout(guarded(settle), titleDelay);
  };

  return {
    view,
    tell: (said: Said) => {
      settle();
      deliver(make(said, pageNow(settings, referrer)));
    },
    reset: () => {
      settle();
      visitor.reset();
    },
    flush: async () => {
      settle();
      await sender.flush();
    },
    visitorId: () => (allowed() ? visitor.id() : null),
    consent: (choice?: "granted" | "denied") => {
      if (choice === "denied") {
        visitor.refuse();
        forgetAll();
      } else if (choice === "granted" && !objected() && visitor.consent() !== "granted") {
        visitor.grant();
        // Dropped before the choice: what the visitor looks at now is counted from now.
        if (began && settings.beforeConsent !== "keep" && settings.pages !== false && !viewing) view();
        for (const message of held.splice(0)) deliver(message);
        sender.soon();
      }
      return objected() ? "denied" : visitor.consent();
    },
    begin: () => {
      began = true;
      if (objected()) visitor.forget();
      if (!allowed()) outbox.clear();
      if (settings.pages !== false) watchPages(settings, () => view());
      const leave = guarded(() => {
        settle();
        sender.leave();
      });
      addEventListener("pagehide", leave);
      document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
      addEventListener("online", sender.now);
      // What an earlier page left behind.
      if (outbox.keys().length > 0) sender.soon();
    },
  };
};
