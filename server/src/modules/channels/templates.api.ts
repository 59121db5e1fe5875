import { z } from "zod";
import { PageQuery } from "../../kernel/page.ts";

export const TemplatePath = z.object({ templateId: z.uuid() });

const Text = z.string().max(5000);
const Example = z.record(z.string(), z.unknown()).describe("As Meta keeps it: body_text, body_text_named_params, header_text, …");
const Button = z.object({
  type: z.enum(["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW", "OTP"]),
  text: Text.optional(),
  url: z.string().max(5000).optional().describe("May end in one variable"),
  phone_number: z.string().max(60).optional(),
  example: z.union([Text, z.array(Text).max(5)]).optional(),
  flow_id: z.string().max(60).optional(),
  flow_action: z.enum(["navigate", "data_exchange"]).optional(),
  navigate_screen: z.string().max(200).optional(),
  otp_type: z.enum(["COPY_CODE"]).optional(),
});
const plainParts = {
  format: z.enum(["TEXT", "IMAGE", "VIDEO", "DOCUMENT", "LOCATION"]).optional(),
  text: Text.optional(),
  example: Example.optional(),
  buttons: z.array(Button).max(30).optional(),
};
const CardPart = z.object({ type: z.enum(["HEADER", "BODY", "BUTTONS"]), ...plainParts });
export const TemplatePart = z
  .object({
    type: z.enum(["HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER"]),
    ...plainParts,
    add_security_recommendation: z.boolean().optional(),
    code_expiration_minutes: z.number().int().optional(),
    cards: z
      .array(z.object({ components: z.array(CardPart).max(3) }))
      .max(20)
      .optional(),
    limited_time_offer: z.object({ text: Text.optional(), has_expiration: z.boolean().optional() }).optional(),
  })
  .meta({ id: "TemplatePart", description: "A component as Graph writes it. A header's sample file is named in `samples` instead." });

const Samples = z
  .record(z.string().regex(/^(header|cards\.\d{1,2}\.header)$/), z.uuid())
  .describe("The file Meta's reviewers see in a media header: `header` or `cards.0.header` -> file id");
const content = {
  name: z.string().max(1000).describe("Lower-case letters, digits and underscores, at most 512"),
  language: z.string().max(20),
  category: z.enum(["MARKETING", "UTILITY", "AUTHENTICATION"]),
  parameterFormat: z.enum(["POSITIONAL", "NAMED"]).default("POSITIONAL"),
  components: z.array(TemplatePart).max(12),
  samples: Samples.default({}),
};

export const NewTemplate = z.object({ channelId: z.uuid().describe("A number of the account it is for"), ...content }).meta({
  id: "NewTemplate",
});
export const TemplateContent = z.object(content).meta({ id: "TemplateContent" });
export const TemplateRevision = z
  .object({ category: content.category.optional(), components: content.components, samples: Samples.default({}) })
  .meta({ id: "TemplateRevision", description: "What of a template may change once Meta has it; name and language may not" });
export const TemplateCopy = z
  .object({
    name: z.string().max(1000).optional().describe("Found for you when left out"),
    language: z.string().max(20).optional().describe("Given alone: a translation, under the same name"),
    channelId: z.uuid().optional().describe("A number of another account to make it for"),
  })
  .meta({ id: "TemplateCopy" });
export const TemplateRemoval = z.object({
  confirm: z.string().max(1000).describe("The template's name, typed by who means it"),
  languages: z.enum(["one", "all"]).default("one").describe("This language alone, or every language of the name"),
});
export const TemplateCheck = z
  .object({ templateId: z.uuid().optional().describe("Which one is being changed"), channelId: z.uuid().optional(), ...content })
  .meta({ id: "TemplateCheck" });

export const TemplateProblem = z
  .object({
    field: z.string().describe("name, category, header.text, body.example.1, buttons.0.url, cards.1.body.text, …"),
    code: z.string(),
    message: z.string(),
    severity: z.enum(["error", "hint"]),
    params: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .describe("What the sentence names, for who says it in another language"),
  })
  .meta({ id: "TemplateProblem" });
export const TemplateVerdict = z
  .object({
    problems: z.array(TemplateProblem),
    names: z.object({ used: z.number().int(), most: z.number().int() }),
    createdThisHour: z.number().int(),
  })
  .meta({ id: "TemplateVerdict" });

export const Template = z
  .object({
    id: z.uuid(),
    accountId: z.string(),
    name: z.string(),
    language: z.string(),
    category: z.string(),
    state: z.string().describe("DRAFT: only here. Anything else is Meta's word; only APPROVED can be sent"),
    quality: z.string().nullable(),
    reason: z.string().nullable().describe("Why Meta rejected or paused it, or refused a draft"),
    parameterFormat: z.enum(["POSITIONAL", "NAMED"]),
    components: z.array(z.record(z.string(), z.unknown())),
    samples: z.record(z.string(), z.uuid()),
    variables: z.array(z.string()).describe("Names, or 1, 2, … of the body's variables"),
    correctCategory: z.string().nullable().describe("Meta will make it this within a day or so"),
    previousCategory: z.string().nullable().describe("What it was before Meta changed it"),
    categoryChangedAt: z.date().nullable(),
    submission: z
      .enum(["sending", "unknown"])
      .nullable()
      .describe("On its way to Meta; unknown: Meta did not answer and is asked what it has"),
    editable: z.object({ allowed: z.boolean(), code: z.string().nullable(), until: z.date().nullable() }),
    use: z.object({ sends30Days: z.number().int(), lastAt: z.date().nullable() }),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .meta({ id: "Template" });
export const TemplateQuery = PageQuery.extend({
  channel: z.uuid().optional(),
  account: z.string().max(40).optional(),
  state: z.string().max(30).optional(),
  category: z.string().max(30).optional(),
  language: z.string().max(20).optional(),
  name: z.string().max(512).optional().describe("Exactly this name: the languages of one template"),
  search: z.string().max(100).optional().describe("In name and texts"),
});
export const TemplateLanguages = z.object({
  all: z.array(z.string()).describe("What Meta takes"),
  used: z.array(z.string()).describe("What the organization's templates are written in"),
});
