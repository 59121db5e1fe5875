import { Readable } from "node:stream";
import { type DemoStep, demoHistory, demoTemplates, sample } from "@candor/sandbox";
import { idAt, newId } from "../../kernel/id.ts";
import type { Kernel } from "../../kernel/module.ts";
import { fillTemplate, type TemplateComponent } from "../channels/whatsapp/index.ts";
import { applyEarly, applyStatuses, type StatusDraft } from "../conversations/index.ts";
import { stepId } from "./history.ts";
import type { Team } from "./people.ts";

type Shop = Extract<DemoStep, { from: "shop" }>["message"];

/** What the shop itself wrote in the demo's past: rows of origin `demo`, for nothing of it is sent to anybody. */
export const writeShopSide = async (kernel: Kernel, team: Team, channelId: string, now: number): Promise<void> => {
  for (const [at, { customer, steps }] of demoHistory.entries()) {
    const conversation = await conversationWith(kernel, team.organizationId, channelId, customer.userId);
    if (!conversation) continue;
    const author = team.members[at % team.members.length];
    const ids: string[] = [];
    const statuses: StatusDraft[] = [];
    for (const [step, { from, message, minutesAgo, about }] of steps.entries()) {
      if (from !== "shop") continue;
      const moment = new Date(now - minutesAgo * 60_000);
      const answeredLater = steps.slice(step + 1).some((later) => later.from === "customer");
      const part = await contentOf(kernel, team.organizationId, message as Shop);
      await kernel.db.system
        .insertInto("messages")
        .values({
          organization_id: team.organizationId,
          id: idAt(moment),
          conversation_id: conversation.id,
          channel_id: channelId,
          contact_id: conversation.contact_id,
          direction: "outbound",
          origin: "demo",
          type: part.type,
          body: part.body,
          content: JSON.stringify(part.content),
          file_id: part.fileId,
          provider_id: stepId(at, step),
          author_id: author?.memberId ?? null,
          reply_to_provider_id: about === undefined ? null : stepId(at, about),
          occurred_at: moment,
          state: answeredLater || at % 3 > 0 ? "read" : "delivered",
          created_at: moment,
        })
        .execute();
      ids.push(stepId(at, step));
      statuses.push({
        channelId,
        providerId: stepId(at, step),
        state: "delivered",
        at: moment,
        deliveryId: null,
        failure: null,
        pricing: pricingOf(message as Shop, steps.slice(0, step)),
      });
    }
    await kernel.db.system.transaction().execute(async (tx) => {
      await applyEarly(tx, team.organizationId, channelId, ids);
      await applyStatuses(tx, team.organizationId, statuses);
    });
  }
};

/** What WhatsApp would have said each cost: free after an ad, free replies, templates at their category's price. */
const pricingOf = (message: Shop, before: DemoStep[]) => {
  const adClick = before.some((step) => step.from === "customer" && "referral" in step.message);
  if (adClick) return { pricing_model: "PMP", type: "free_entry_point", category: "referral_conversion" };
  if (message.type !== "template") return { pricing_model: "PMP", type: "free_customer_service", category: "service" };
  const template = demoTemplates.find((one) => one.name === message.template.name);
  return { pricing_model: "PMP", type: "regular", category: (template?.category ?? "UTILITY").toLowerCase() };
};

export const conversationWith = (kernel: Kernel, organizationId: string, channelId: string, userId: string) =>
  kernel.db.system
    .selectFrom("conversations as c")
    .innerJoin("identities as i", (join) =>
      join.onRef("i.organization_id", "=", "c.organization_id").onRef("i.contact_id", "=", "c.contact_id"),
    )
    .select(["c.id", "c.contact_id"])
    .where("c.organization_id", "=", organizationId)
    .where("c.channel_id", "=", channelId)
    .where("i.kind", "=", "whatsapp_user_id")
    .where("i.value", "=", userId)
    .executeTakeFirst();

const contentOf = async (kernel: Kernel, organizationId: string, message: Shop) => {
  if (message.type === "text") return { type: "text", body: message.text.body, content: {}, fileId: null };
  if (message.type === "template") return { ...template(message.template), fileId: null };
  const media = message.type === "image" ? message.image : message.document;
  const name = message.type === "document" ? (message.document.filename ?? "document.pdf") : null;
  const fileId = await storeSample(kernel, organizationId, media.sample ?? (message.type === "image" ? "photo" : "invoice"), name);
  return { type: message.type, body: media.caption ?? null, content: name ? { filename: name } : {}, fileId };
};

const template = (sent: Extract<Shop, { type: "template" }>["template"]) => {
  const found = demoTemplates.find((one) => one.name === sent.name && one.language === sent.language.code);
  const body = (sent.components.find((part) => part.type === "body")?.parameters ?? []) as { text: string; parameter_name?: string }[];
  const values = body.some((parameter) => parameter.parameter_name)
    ? Object.fromEntries(body.map((parameter) => [parameter.parameter_name ?? "", parameter.text]))
    : body.map((parameter) => parameter.text);
  const filled = fillTemplate(
    { parameterFormat: found?.parameter_format ?? "POSITIONAL", components: (found?.components ?? []) as TemplateComponent[] },
    { body: values },
  );
  return { type: "template", body: filled.text, content: { name: sent.name, language: sent.language.code, components: filled.rendered } };
};

const storeSample = async (kernel: Kernel, organizationId: string, name: string, fileName: string | null) => {
  const id = newId();
  const found = sample(name);
  const stored = await kernel.files.write(organizationId, id, Readable.from([found.bytes]), 20_000_000, found.mimeType);
  const size =
    stored.mime === "image/png"
      ? { width: found.bytes.readUInt32BE(16), height: found.bytes.readUInt32BE(20) }
      : { width: null, height: null };
  await kernel.db.system
    .insertInto("files")
    .values({
      organization_id: organizationId,
      id,
      state: "stored",
      name: fileName,
      mime: stored.mime,
      size: String(stored.size),
      sha256: stored.sha256,
      ...size,
      source: "demo",
      stored_at: new Date(),
    })
    .execute();
  return id;
};
