import { addCustomer, type Customer, customerOf, type NewCustomer } from "./customers/customer.ts";
import { startLife } from "./customers/life.ts";
import { customerPrefers, customerSends, phoneSends, type SendOptions } from "./customers/sends.ts";
import type { Faults, GraphFaults } from "./faults.ts";
import type { Permission } from "./graph/access.ts";
import { challenge } from "./graph/apps.ts";
import { holdTemplate, judgeTemplate } from "./graph/quality-hold.ts";
import { refuse, type Script } from "./graph/refuse.ts";
import { addTemplate, type NewTemplate, recategoriseTemplate, setTemplateStatus } from "./graph/templates.ts";
import { waitFor } from "./received.ts";
import { addAccount, addApp, addNumber, addToken, type NewAccount, type NewApp, type NewNumber } from "./setup.ts";
import type { Delivery } from "./webhooks/deliver.ts";
import type { CustomerContent } from "./webhooks/message.ts";
import { type Account, type App, accountOf, chatOf, type Json, numberOf, type PhoneNumber, type World } from "./world.ts";

export type Sandbox = ReturnType<typeof sandboxVerbs> & { url: string; port: number };

/** All that a test, a demo or a benchmark can do to the sandbox beside speaking Graph to it. */
export const sandboxVerbs = (world: World, delivery: Delivery, closeServer: () => Promise<void>) => {
  let stopLife = () => {};
  let closing: Promise<void> | undefined;
  const forget = () => {
    world.received.messages.length = 0;
    world.received.reads.length = 0;
    world.received.uploads.length = 0;
    world.received.refused.length = 0;
    world.received.requests = 0;
  };

  return {
    // Who is there
    addApp: (app: NewApp) => addApp(world, app),
    addAccount: (account: NewAccount) => addAccount(world, account),
    addNumber: (number: NewNumber) => addNumber(world, number),
    addToken: (token: { token: string; appId: string; accountIds: string[] }) => addToken(world, token),
    addTemplate: (accountId: string, template: NewTemplate) => addTemplate(world, accountId, template),
    addCustomer: (customer: NewCustomer) => addCustomer(world, customer),
    customers: world.customers,
    customer: (who: string): Customer => customerOf(world, who),

    // What people do
    /** Posts the webhook of a customer's message; answers its wamid at once. */
    customerSends: (phoneNumberId: string, customer: Customer | string, message: CustomerContent, options?: SendOptions): string =>
      customerSends(world, delivery, phoneNumberId, customer, message, options).id,
    /** The shop writes from its own phone: an echo on a coexistence number. */
    phoneSends: (phoneNumberId: string, customer: Customer | string, message: CustomerContent): string =>
      phoneSends(world, delivery, phoneNumberId, customer, message).id,
    customerPrefers: (phoneNumberId: string, customer: Customer | string, marketing: "stop" | "resume") =>
      customerPrefers(world, delivery, phoneNumberId, customer, marketing),
    startLife: ({ everySeconds }: { everySeconds: number }) => {
      stopLife();
      stopLife = startLife(world, delivery, everySeconds);
    },
    stopLife: () => stopLife(),

    // What Meta does
    expireToken: (token: string) => change(world.tokens.get(token), "token", (one) => (one.expired = true)),
    renewToken: (token: string) => change(world.tokens.get(token), "token", (one) => (one.expired = false)),
    denyPermission: (token: string, permission: Permission) =>
      change(world.tokens.get(token), "token", (one) => one.denied.push(permission)),
    /** When a token and its access to data end, in seconds since 1970; 0 is never. */
    tokenEnds: (token: string, ends: { expiresAt?: number; dataAccessExpiresAt?: number }) =>
      change(world.tokens.get(token), "token", (one) => Object.assign(one, ends)),
    /** Meta's judgement of a number changes without a word; `accountEvent` is the word. */
    changeNumber: (
      phoneNumberId: string,
      how: Partial<Pick<PhoneNumber, "quality" | "limit" | "throughput" | "nameStatus" | "coexistence">>,
    ) => change(world.numbers.get(phoneNumberId), "number", (one) => Object.assign(one, how)),
    /** The owner takes a number to another account of the same app: its id stays. */
    moveNumber: (phoneNumberId: string, accountId: string) =>
      change(world.numbers.get(phoneNumberId), "number", (one) => {
        one.accountId = accountOf(world, accountId).accountId;
      }),
    /** Where an app's webhooks go and which it gets, as somebody else might set it on Meta's page. */
    changeApp: (appId: string, how: Partial<Pick<App, "webhookUrl" | "fields">>) =>
      change(world.apps.get(appId), "app", (one) => Object.assign(one, how)),
    changeAccount: (accountId: string, how: Partial<Pick<Account, "subscribed" | "usage" | "portfolioId">>) =>
      change(world.accounts.get(accountId), "account", (one) => Object.assign(one, how)),
    account: (accountId: string): Account => accountOf(world, accountId),
    /** Ends the 24-hour window and any free entry point, as a day would. */
    closeWindow: (phoneNumberId: string, customer: Customer | string) => {
      const chat = chatOf(world, numberOf(world, phoneNumberId), customerOf(world, customer).userId);
      chat.lastInbound = undefined;
      chat.freeEntryUntil = undefined;
    },
    /** Opens the window as if the customer had last written at `at` (milliseconds), for history the sandbox did not see. */
    openWindow: (phoneNumberId: string, customer: Customer | string, at = Date.now()) => {
      const chat = chatOf(world, numberOf(world, phoneNumberId), customerOf(world, customer).userId);
      chat.lastInbound = Math.max(chat.lastInbound ?? 0, at);
    },
    setTemplateStatus: (accountId: string, template: { name: string; language?: string }, event: string, reason?: string) =>
      setTemplateStatus(world, delivery, accountId, template, event, reason),
    /** Meta finds another category right (`correct`), or changes it (`category`). */
    recategoriseTemplate: (
      accountId: string,
      template: { name: string; language?: string },
      what: { correct?: string; category?: string },
    ) => recategoriseTemplate(world, delivery, accountId, template, what),
    /** How templates fare that are created or edited from now on; with `category`, Meta puts them there. */
    reviewTemplates: (review: { outcome?: "APPROVED" | "REJECTED"; reason?: string; delayMs?: number; category?: string }) => {
      Object.assign(world.templateReview, review);
    },
    /** Posts any change of an account, for the events that have no verb here. */
    accountEvent: (accountId: string, field: string, value: Json) =>
      delivery.post({ accountId, field, value, order: `${accountId}:${field}` }),
    /** Asks the app's webhook for the challenge; throws when it is not answered rightly. */
    verifyWebhook: (appId: string): Promise<void> => {
      const app = world.apps.get(appId);
      if (!app) throw new Error(`the sandbox has no app ${appId}`);
      return challenge(app.webhookUrl, app.verifyToken);
    },

    // What goes wrong, and when
    /** Replaces the faults of webhooks; `{}` ends them. */
    faults: (faults: Faults) => {
      world.faults = faults;
    },
    /** Replaces the faults of Graph answers; `{}` ends them. */
    graphFaults: (faults: GraphFaults) => {
      world.graphFaults = faults;
    },
    /** Refuses messages by name, in the answer or by a failed status; answers how to lift it. */
    refuse: (script: Script) => refuse(world, script),
    /** No refusal is scripted any longer. */
    relent: () => {
      world.scripts = [];
    },
    /** From now on messages of a template are taken and kept back, as Meta does with new ones. */
    holdTemplate: (accountId: string, template: string) => holdTemplate(world, accountId, template),
    /** Lets what was kept back go; it fails when the template was paused or disabled meanwhile. Answers how many. */
    judgeTemplate: (accountId: string, template: string) => judgeTemplate(world, accountId, template),
    hold: () => delivery.hold(),
    release: (count?: number) => delivery.release(count),
    held: () => delivery.held(),

    // What was seen
    received: world.received,
    webhooks: delivery.counts,
    /** What was received of one number. */
    receivedBy: (phoneNumberId: string) => world.received.messages.filter((one) => one.phoneNumberId === phoneNumberId),
    forget,
    waitFor: <T>(look: () => T, timeoutMs?: number) => waitFor(world, look, timeoutMs),
    /** Resolves when no webhook, retry, reading or answering is under way; what is held does not count. */
    idle: () => world.clock.idle(),

    close: (): Promise<void> => {
      closing ??= (async () => {
        stopLife();
        world.clock.stop();
        delivery.stop();
        await closeServer();
      })();
      return closing;
    },
  };
};

const change = <T>(found: T | undefined, what: string, how: (found: T) => unknown): void => {
  if (!found) throw new Error(`the sandbox has no such ${what}`);
  how(found);
};
