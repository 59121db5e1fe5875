import type { FastifyInstance } from "fastify";
import type { Customer } from "./customers/customer.ts";
import type { SendOptions } from "./customers/sends.ts";
import { openDemoShop } from "./demo/open.ts";
import type { Permission } from "./graph/access.ts";
import type { Script } from "./graph/refuse.ts";
import type { NewTemplate } from "./graph/templates.ts";
import type { sandboxVerbs } from "./sandbox.ts";
import type { CustomerContent } from "./webhooks/message.ts";
import type { Json } from "./world.ts";

type Verbs = ReturnType<typeof sandboxVerbs>;

/** The verbs of sandbox.ts over HTTP, so that another process can drive this one: POST /_sandbox/{verb} with JSON. */
export const controlRoutes = (server: FastifyInstance, sandbox: Verbs): void => {
  type Chat = { phoneNumberId: string; customer: string };
  const verbs: Record<string, (body: never) => unknown> = {
    addApp: sandbox.addApp,
    addAccount: sandbox.addAccount,
    addNumber: sandbox.addNumber,
    addToken: sandbox.addToken,
    addCustomer: sandbox.addCustomer,
    addTemplate: (body: { accountId: string; template: NewTemplate }) => sandbox.addTemplate(body.accountId, body.template),
    customerSends: (body: Chat & { message: CustomerContent; options?: SendOptions }) => ({
      id: sandbox.customerSends(body.phoneNumberId, body.customer, body.message, body.options),
    }),
    phoneSends: (body: Chat & { message: CustomerContent }) => ({
      id: sandbox.phoneSends(body.phoneNumberId, body.customer, body.message),
    }),
    customerPrefers: (body: Chat & { marketing: "stop" | "resume" }) =>
      sandbox.customerPrefers(body.phoneNumberId, body.customer, body.marketing),
    changeCustomer: ({ customer, ...changes }: { customer: string } & Partial<Customer>) =>
      Object.assign(sandbox.customer(customer), changes),
    startLife: sandbox.startLife,
    stopLife: sandbox.stopLife,
    expireToken: (body: { token: string }) => sandbox.expireToken(body.token),
    renewToken: (body: { token: string }) => sandbox.renewToken(body.token),
    denyPermission: (body: { token: string; permission: Permission }) => sandbox.denyPermission(body.token, body.permission),
    tokenEnds: ({ token, ...ends }: { token: string; expiresAt?: number; dataAccessExpiresAt?: number }) => sandbox.tokenEnds(token, ends),
    changeNumber: ({ phoneNumberId, ...how }: { phoneNumberId: string } & Parameters<typeof sandbox.changeNumber>[1]) =>
      sandbox.changeNumber(phoneNumberId, how),
    moveNumber: (body: { phoneNumberId: string; accountId: string }) => sandbox.moveNumber(body.phoneNumberId, body.accountId),
    changeApp: ({ appId, ...how }: { appId: string } & Parameters<typeof sandbox.changeApp>[1]) => sandbox.changeApp(appId, how),
    changeAccount: ({ accountId, ...how }: { accountId: string } & Parameters<typeof sandbox.changeAccount>[1]) =>
      sandbox.changeAccount(accountId, how),
    closeWindow: (body: Chat) => sandbox.closeWindow(body.phoneNumberId, body.customer),
    openWindow: (body: Chat & { at?: number }) => sandbox.openWindow(body.phoneNumberId, body.customer, body.at),
    openDemoShop: (body: { phoneNumberId: string; accountId: string }) => openDemoShop(sandbox, body),
    setTemplateStatus: (body: { accountId: string; template: { name: string; language?: string }; event: string; reason?: string }) =>
      sandbox.setTemplateStatus(body.accountId, body.template, body.event, body.reason),
    recategoriseTemplate: (body: {
      accountId: string;
      template: { name: string; language?: string };
      correct?: string;
      category?: string;
    }) => sandbox.recategoriseTemplate(body.accountId, body.template, body),
    reviewTemplates: sandbox.reviewTemplates,
    accountEvent: (body: { accountId: string; field: string; value: Json }) => sandbox.accountEvent(body.accountId, body.field, body.value),
    verifyWebhook: (body: { appId: string }) => sandbox.verifyWebhook(body.appId),
    faults: sandbox.faults,
    graphFaults: sandbox.graphFaults,
    refuse: (body: Script) => void sandbox.refuse(body),
    relent: sandbox.relent,
    holdTemplate: (body: { accountId: string; template: string }) => sandbox.holdTemplate(body.accountId, body.template),
    judgeTemplate: (body: { accountId: string; template: string }) => ({ went: sandbox.judgeTemplate(body.accountId, body.template) }),
    hold: sandbox.hold,
    release: (body: { count?: number }) => sandbox.release(body.count),
    idle: sandbox.idle,
    forget: sandbox.forget,
  };

  server.post("/_sandbox/:verb", async (request, reply) => {
    const { verb } = request.params as { verb: string };
    const run = verbs[verb];
    if (!run) return reply.code(404).send({ error: `no verb ${verb}; there are ${Object.keys(verbs).join(", ")}` });
    try {
      return (await run((request.body ?? {}) as never)) ?? { ok: true };
    } catch (problem) {
      return reply.code(400).send({ error: (problem as Error).message });
    }
  });
  server.get("/_sandbox/received", (request): Json => {
    const { phone_number_id: asked } = request.query as { phone_number_id?: string };
    return { ...sandbox.received, messages: asked ? sandbox.receivedBy(asked) : sandbox.received.messages };
  });
  server.get("/_sandbox/webhooks", (): Json => ({ ...sandbox.webhooks, held: sandbox.held() }));
  server.get("/_sandbox/customers", (): Json => ({ data: [...sandbox.customers.values()] }));
};
