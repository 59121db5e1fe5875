import { z } from "zod";
import { type AnyRoute, route } from "../../../../kernel/http.ts";
import { pageOf } from "../../../../kernel/page.ts";
import { ChannelPath } from "../../channels.api.ts";
import {
  NewTemplate,
  Template,
  TemplateCheck,
  TemplateContent,
  TemplateCopy,
  TemplateLanguages,
  TemplatePath,
  TemplateQuery,
  TemplateRemoval,
  TemplateRevision,
  TemplateVerdict,
} from "../../templates.api.ts";
import { checkWritten } from "./template-check.ts";
import { deleteTemplate } from "./template-delete.ts";
import { copyTemplate, createDraft, saveDraft } from "./template-draft.ts";
import { reviseTemplate } from "./template-edit.ts";
import { submitTemplate } from "./template-submit.ts";
import { syncTemplates } from "./template-sync.ts";
import { languages, template, templates } from "./templates.ts";

const tag = "templates";

export const templateRoutes: AnyRoute[] = [
  route({
    method: "GET",
    url: "/templates",
    summary: "Message templates",
    tag,
    permission: "templates.read",
    query: TemplateQuery,
    returns: pageOf(Template),
    handler: (ctx, { query }) => templates(ctx, query),
  }),
  route({
    method: "GET",
    url: "/templates/languages",
    summary: "The languages templates can be written in",
    tag,
    permission: "templates.read",
    returns: TemplateLanguages,
    handler: (ctx) => languages(ctx),
  }),
  route({
    method: "GET",
    url: "/templates/:templateId",
    summary: "A message template",
    tag,
    permission: "templates.read",
    params: TemplatePath,
    returns: Template,
    handler: (ctx, { params }) => template(ctx, params.templateId),
  }),
  route({
    method: "POST",
    url: "/templates",
    summary: "Write a template: a draft, which stays here until it is submitted",
    tag,
    permission: "templates.manage",
    body: NewTemplate,
    status: 201,
    returns: Template,
    handler: (ctx, { body }) => createDraft(ctx, body),
  }),
  route({
    method: "POST",
    url: "/templates/check",
    summary: "What Meta would refuse, field by field; nothing is sent or changed",
    tag,
    permission: "templates.manage",
    body: TemplateCheck,
    returns: TemplateVerdict,
    handler: (ctx, { body }) => checkWritten(ctx, body),
  }),
  route({
    method: "PUT",
    url: "/templates/:templateId",
    summary: "Save a draft",
    tag,
    permission: "templates.manage",
    params: TemplatePath,
    body: TemplateContent,
    returns: Template,
    handler: (ctx, { params, body }) => saveDraft(ctx, params.templateId, body),
  }),
  route({
    method: "POST",
    url: "/templates/:templateId/submission",
    summary: "Hand a draft to Meta for review",
    description:
      "Idempotent for the draft. 422 names the field Meta would refuse. `submission: unknown` in the answer means that Meta did not answer: it is asked what it has before anything is sent again.",
    tag,
    permission: "templates.manage",
    params: TemplatePath,
    returns: Template,
    handler: (ctx, { params }) => submitTemplate(ctx, params.templateId),
  }),
  route({
    method: "POST",
    url: "/templates/:templateId/revision",
    summary: "Change a template that Meta has; it is reviewed again and cannot be sent meanwhile",
    tag,
    permission: "templates.manage",
    params: TemplatePath,
    body: TemplateRevision,
    returns: Template,
    handler: (ctx, { params, body }) => reviseTemplate(ctx, params.templateId, body),
  }),
  route({
    method: "POST",
    url: "/templates/:templateId/copies",
    summary: "Copy a template to a draft: under another name, or as a translation",
    tag,
    permission: "templates.manage",
    params: TemplatePath,
    body: TemplateCopy,
    status: 201,
    returns: Template,
    handler: (ctx, { params, body }) => copyTemplate(ctx, params.templateId, body),
  }),
  route({
    method: "DELETE",
    url: "/templates/:templateId",
    summary: "Delete a template, one language or all of its name",
    description: "At Meta too. What is queued with it is not sent; its name and language cannot be used again for 30 days.",
    tag,
    permission: "templates.manage",
    params: TemplatePath,
    query: TemplateRemoval,
    handler: (ctx, { params, query }) => deleteTemplate(ctx, params.templateId, query),
  }),
  route({
    method: "POST",
    url: "/channels/:channelId/templates/sync",
    summary: "Fetch the templates of a number's account from Meta",
    tag,
    permission: "templates.manage",
    params: ChannelPath,
    returns: z.object({ templates: z.number().int() }),
    handler: (ctx, { params }) => syncTemplates(ctx, params.channelId),
  }),
];
