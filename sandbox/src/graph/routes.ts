import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Delivery } from "../webhooks/deliver.ts";
import { type Account, accountOf, type Json, type PhoneNumber, type World } from "../world.ts";
import { accountFor, numberFor, tokenOf } from "./access.ts";
import { appNode, debugToken, subscribeAccount, subscribeApp, subscribedApps, subscriptions } from "./apps.ts";
import { GraphError, notFound, unknownPath } from "./error.ts";
import { page, select } from "./fields.ts";
import { describe, download, forget, mediaById, upload } from "./media.ts";
import { postMessages } from "./messages.ts";
import { mishap } from "./mishaps.ts";
import { accountNode, numberNode, usualAccountFields, usualNumberFields } from "./nodes.ts";
import { createTemplate, deleteTemplate, editTemplate } from "./templates.ts";
import { openUpload, takeUpload } from "./uploads.ts";
import { countCall } from "./usage.ts";

type Query = Record<string, string | undefined>;
const query = (request: FastifyRequest) => request.query as Query;
const bodyOf = (request: FastifyRequest) => (request.body ?? {}) as Json;
const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;

/** Every path of the Graph API that the sandbox speaks, on one page. */
export const graphRoutes = (server: FastifyInstance, world: World, delivery: Delivery): void => {
  const number = (request: FastifyRequest, need: Parameters<typeof numberFor>[3]): PhoneNumber => {
    const found = world.numbers.get(idOf(request));
    if (!found) throw notFound(idOf(request));
    return numberFor(world, request, found, need);
  };
  const account = (request: FastifyRequest): Account => {
    const found = world.accounts.get(idOf(request));
    if (!found) throw notFound(idOf(request));
    return accountFor(world, request, found, "whatsapp_business_management");
  };
  const graph = (method: "GET" | "POST" | "DELETE", path: string, handler: (request: FastifyRequest, reply: FastifyReply) => unknown) =>
    server.route({
      method,
      url: `/:version/${path}`,
      preHandler: async (request, reply) => {
        world.received.requests += 1;
        checkVersion(request);
        countCall(world, request, reply);
        if (world.graphFaults.on === "all") await mishap(world, request, reply, "before");
      },
      handler,
    });

  graph("GET", "app", (request) => appNode(world, request));
  graph("GET", "debug_token", (request) => debugToken(world, request));
  graph("POST", ":id/messages", (request, reply) =>
    postMessages(world, delivery, number(request, "whatsapp_business_messaging"), request, reply),
  );
  graph("POST", ":id/media", (request) => upload(world, number(request, "whatsapp_business_messaging"), request));
  graph("POST", ":id/register", (request) => {
    number(request, "whatsapp_business_management");
    return { success: true };
  });
  graph("GET", ":id/phone_numbers", (request) => {
    const { accountId } = account(request);
    const mine = [...world.numbers.values()].filter((one) => one.accountId === accountId);
    const items = mine.map((one) =>
      select(query(request).fields, numberNode(world, one), "WhatsAppBusinessPhoneNumber", usualNumberFields),
    );
    return page(items, query(request), addressOf(request));
  });
  graph("GET", ":id/subscribed_apps", (request) => subscribedApps(world, account(request)));
  graph("POST", ":id/subscribed_apps", (request) => subscribeAccount(world, account(request), bodyOf(request)));
  graph("DELETE", ":id/subscribed_apps", (request) => {
    account(request).subscribed = false;
    return { success: true };
  });
  graph("GET", ":id/subscriptions", (request) => {
    const app = world.apps.get(idOf(request));
    if (!app) throw notFound(idOf(request));
    return subscriptions(world, request, app);
  });
  graph("POST", ":id/subscriptions", (request) => {
    const app = world.apps.get(idOf(request));
    if (!app) throw notFound(idOf(request));
    return subscribeApp(world, request, app, bodyOf(request));
  });
  graph("GET", ":id/message_templates", (request) => {
    const { name, status, language, category } = query(request);
    const wanted: [string, string | undefined][] = Object.entries({ name, status, language, category });
    const items = account(request)
      .templates.map((template): Json => ({ ...template }))
      .filter((one) => wanted.every(([field, value]) => value === undefined || String(one[field]) === value));
    const usual = ["name", "parameter_format", "components", "language", "status", "category"];
    const known = { quality_score: undefined, rejected_reason: undefined, previous_category: undefined };
    return page(
      items.map((one) => select(query(request).fields, { ...known, ...one }, "WhatsAppMessageTemplate", usual)),
      query(request),
      addressOf(request),
    );
  });
  graph("POST", ":id/message_templates", async (request, reply) => {
    const owner = account(request);
    if (await templateMishap(world, request, reply, "before")) return;
    const made = createTemplate(world, delivery, owner, bodyOf(request));
    return (await templateMishap(world, request, reply, "after")) ? undefined : made;
  });
  graph("POST", ":id/uploads", (request) => openUpload(world, request, idOf(request)));
  graph("POST", ":id", async (request, reply) => {
    if (idOf(request).startsWith("upload:")) return takeUpload(world, request, idOf(request));
    const token = tokenOf(world, request);
    for (const accountId of token.accountIds) {
      const owner = accountOf(world, accountId);
      const template = owner.templates.find((one) => one.id === idOf(request));
      if (!template) continue;
      accountFor(world, request, owner, "whatsapp_business_management");
      if (await templateMishap(world, request, reply, "before")) return;
      const done = editTemplate(world, delivery, owner, template, bodyOf(request));
      return (await templateMishap(world, request, reply, "after")) ? undefined : done;
    }
    throw notFound(idOf(request));
  });
  graph("DELETE", ":id/message_templates", (request) =>
    deleteTemplate(world, account(request), query(request).name, query(request).hsm_id),
  );
  graph("GET", ":id", (request) => node(world, request, number, account));
  graph("DELETE", ":id", (request) => {
    const token = tokenOf(world, request);
    const media = world.media.get(idOf(request));
    if (!media) throw notFound(idOf(request));
    const owner = token.accountIds.includes(media.accountId ?? "") ? accountOf(world, media.accountId ?? "") : undefined;
    return forget(world, owner, media);
  });
  server.get("/whatsapp_business/attachments/", (request, reply) => download(world, request, reply));
};

/** Scripted faults of creating and editing templates, with `on: "templates"`. */
const templateMishap = async (world: World, request: FastifyRequest, reply: FastifyReply, when: "before" | "after"): Promise<boolean> =>
  world.graphFaults.on === "templates" && (await mishap(world, request, reply, when));

const node = (
  world: World,
  request: FastifyRequest,
  number: (request: FastifyRequest, need: "whatsapp_business_management") => PhoneNumber,
  account: (request: FastifyRequest) => Account,
): Json => {
  const id = idOf(request);
  const { fields } = query(request);
  if (world.numbers.has(id)) {
    const found = number(request, "whatsapp_business_management");
    return select(fields, numberNode(world, found), "WhatsAppBusinessPhoneNumber", usualNumberFields);
  }
  if (world.accounts.has(id)) {
    return select(fields, accountNode(world, account(request)), "WhatsAppBusinessAccount", usualAccountFields);
  }
  const media = mediaById(world, id);
  if (media) return describe(world, request, media);
  const token = tokenOf(world, request);
  if (id === token.appId) return appNode(world, request);
  for (const accountId of token.accountIds) {
    const template = accountOf(world, accountId).templates.find((one) => one.id === id);
    if (template) return { ...template };
  }
  throw notFound(id);
};

const checkVersion = (request: FastifyRequest): void => {
  const { version } = request.params as { version: string };
  const major = Number(/^v(\d+)\.0$/.exec(version)?.[1]);
  if (Number.isNaN(major) || major > 26) throw unknownPath(request.url.split("?")[0] ?? "");
  if (major < 22) {
    throw new GraphError(2635, `(#2635) You are calling a deprecated version of the Graph API. Please update to v26.0.`);
  }
};

const addressOf = (request: FastifyRequest) => `http://${request.headers.host}${request.url}`;
