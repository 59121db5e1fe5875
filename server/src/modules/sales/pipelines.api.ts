import { z } from "zod";

const hue = z.number().int().min(1).max(6).describe("One of six colours");
export const Currency = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{3}$/, "A currency is three letters, such as EUR."));
const Percent = z.number().int().min(0).max(100);

export const DealStage = z
  .object({
    id: z.uuid(),
    key: z
      .string()
      .nullable()
      .describe("Which of the stages we bring it is; told in the reader's language while it has no name of its own"),
    name: z.string().nullable(),
    kind: z.enum(["open", "won", "lost"]),
    probability: Percent.describe("How likely a deal in it is won: 100 in the won stage, 0 in the lost one"),
    hue,
  })
  .meta({ id: "DealStage" });
export const Pipeline = z
  .object({
    id: z.uuid(),
    name: z.string().nullable().describe("Null: the one we bring, told in the reader's language"),
    currency: z.string().describe("What new deals in it are in"),
    stages: z.array(DealStage).describe("In their order; the last two are won and lost"),
  })
  .meta({ id: "Pipeline" });
export const PipelineList = z.object({ items: z.array(Pipeline), next: z.null() });

export const mostPipelines = 20;
export const mostStages = 20;
const name = z.string().trim().min(1).max(80);
export const PipelineRequest = z.object({
  name: name.describe(`At most 80 characters; at most ${mostPipelines} pipelines`),
  currency: Currency.optional().describe("Three letters of ISO 4217; the first pipeline's where it is missing"),
});
export const PipelineChange = z.object({
  name: name.optional(),
  currency: Currency.optional().describe("Of new deals; deals there are keep theirs"),
  position: z.number().int().min(1).max(mostPipelines).optional().describe("Its place among the pipelines, from 1"),
});
export const PipelinePath = z.object({ pipelineId: z.uuid() });

export const StageRequest = z.object({
  name: z.string().trim().min(1).max(60),
  probability: Percent.default(50),
  hue: hue.optional(),
});
export const StageChange = z.object({
  name: z.string().trim().min(1).max(60).optional(),
  probability: Percent.optional().describe("Of open stages only"),
  hue: hue.optional(),
});
export const StagePath = PipelinePath.extend({ stageId: z.uuid() });
export const StageOrder = z.object({ stageIds: z.array(z.uuid()).max(mostStages).describe("All open stages, in their new order") });
export const StageRemoval = z.object({ successorId: z.uuid().describe("An open stage of the same pipeline: where the deals in it go") });

export const DealReason = z
  .object({ id: z.uuid(), kind: z.enum(["won", "lost"]), key: z.string().nullable(), name: z.string().nullable() })
  .meta({ id: "DealReason" });
export const ReasonList = z.object({ items: z.array(DealReason), next: z.null() });
export const mostReasons = 50;
export const ReasonRequest = z.object({ kind: z.enum(["won", "lost"]), name });
export const ReasonChange = z.object({ name });
export const ReasonPath = z.object({ reasonId: z.uuid() });
