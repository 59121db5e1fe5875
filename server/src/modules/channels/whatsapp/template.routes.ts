import { z } from "zod";
import { type AnyRoute, route } from "../../../kernel/http.ts";
import { pageOf } from "../../../kernel/page.ts";
import { ChannelPath, Template, TemplateQuery } from "../channels.api.ts";
import { syncTemplates } from "./template-sync.ts";
import { templates } from "./templates.ts";

export const templateRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/templates",
    summary: "Message templates",
    tag: "templates",
    permission: "templates.read",
    query: TemplateQuery,
    returns: pageOf(Template),
    handler: (ctx, { query }) => templates(ctx, query),
  }),
  route({
    method: "POST",
    url: "/channels/:channelId/templates/sync",
    summary: "Fetch the templates of a number's account from Meta",
    tag: "templates",
    permission: "channels.manage",
    params: ChannelPath,
    returns: z.object({ templates: z.number().int() }),
    handler: (ctx, { params }) => syncTemplates(ctx, params.channelId),
  }),
];
