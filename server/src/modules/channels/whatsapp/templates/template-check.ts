import type { z } from "zod";
import { invalid } from "../../../../kernel/errors.ts";
import type { Ctx } from "../../../../kernel/module.ts";
import type { TemplateCheck } from "../../templates.api.ts";
import { requireNumber } from "../numbers/channel-view.ts";
import { factsFor, mostNames } from "./template-facts.ts";
import { checkTemplate } from "./template-rules.ts";
import { requireTemplate } from "./template-view.ts";

/** Everything that would be refused, for an editor that asks while one writes. Nothing leaves, nothing changes. */
export const checkWritten = (ctx: Ctx, { templateId, channelId, ...written }: z.output<typeof TemplateCheck>) =>
  ctx.transaction(async (tx) => {
    const self = templateId ? await requireTemplate(tx, ctx, templateId) : null;
    if (!self && !channelId) throw invalid("channelId", "Say for which number's account the template is.");
    const accountId = self ? self.account_id : (await requireNumber(tx, ctx, channelId ?? "")).account_id;
    const facts = await factsFor(tx, ctx.organizationId, accountId, written, self);
    return {
      problems: checkTemplate(written, facts),
      names: { used: facts.names, most: mostNames(facts.names) },
      createdThisHour: facts.createdThisHour,
    };
  });
