import type { DeliveryChannel, Objection } from "../../../../kernel/deliveries.ts";
import { ruleBehind } from "../graph/errors.ts";
import { numberOf } from "../numbers/number.ts";
import { templateNamed, templateStamp } from "./refused-templates.ts";

/** What a refusal says about sending the very same once more. */
export const sendAgain: NonNullable<DeliveryChannel["again"]> = async (db, delivery, failure) => {
  const rule = ruleBehind(failure);
  if (rule?.again === "never")
    return refuse(failure.code, `${failure.message} The same message would be refused again.`, "Write something else, or leave it.");
  if (rule?.again === "until" && failure.until && new Date(failure.until) > new Date())
    return refuse(
      failure.code,
      `WhatsApp holds back marketing to this person. It may be tried again from ${failure.until} on.`,
      "Wait until then; trying sooner makes the wait longer.",
    );
  if (rule?.again === "confirm")
    return {
      code: failure.code,
      message: failure.message,
      remedy: 'Make sure who it is, then send { "confirm": true }.',
      confirm: true,
    };
  if (rule?.again !== "template_changed" || !failure.template) return null;
  const [named, number] = [templateNamed(delivery.content), await numberOf(db, delivery.organizationId, delivery.channelId)];
  if (!named || !number || (await templateStamp(db, delivery.organizationId, number.account_id, named)) !== failure.template) return null;
  return refuse(failure.code, `${failure.message} The template ${named.name} has not changed since.`, "fix_template");
};

const refuse = (code: string, message: string, remedy: string): Objection => ({ code, message, remedy, confirm: false });
