import type { Json } from "../world.ts";
import { invalid, missing, templateFormat } from "./error.ts";
import type { Component } from "./template-send.ts";
import { variables } from "./templates.ts";

/** Template buttons: what each takes as sub_type and parameter, and whether it must be given. */
const kinds: Record<string, { subType: string; parameter: string; needed: (button: Json) => boolean }> = {
  URL: { subType: "url", parameter: "text", needed: (button) => variables(String(button.url ?? "")).length > 0 },
  OTP: { subType: "url", parameter: "text", needed: () => true },
  COPY_CODE: { subType: "copy_code", parameter: "coupon_code", needed: () => true },
  // A quick reply may carry a payload or leave it to its text.
  QUICK_REPLY: { subType: "quick_reply", parameter: "payload", needed: () => false },
  FLOW: { subType: "flow", parameter: "action", needed: () => false },
  CATALOG: { subType: "catalog", parameter: "action", needed: () => false },
  MPM: { subType: "mpm", parameter: "action", needed: () => true },
};

export const checkButtons = (buttons: Json[], given: Component[], at: string): void => {
  const filled = given.filter((one) => one.type.toLowerCase() === "button");
  const places = filled.map((one) => Number(one.index));
  if (new Set(places).size < places.length) throw invalid("components[button]['index']", "is given twice");
  const stray = places.find((index) => index >= buttons.length);
  if (stray !== undefined) throw templateFormat(`${at}buttons: there is no button at index ${stray}`);
  buttons.forEach((button, index) => {
    const own = filled.find((one) => Number(one.index) === index);
    const kind = kinds[String(button.type)];
    const where = `${at}buttons: Button at index ${index} of type ${String(button.type)}`;
    if (!kind) {
      if (own?.parameters?.length) throw templateFormat(`${where} takes no parameter`);
      return;
    }
    const parameter = own?.parameters?.[0];
    if (kind.needed(button) && !parameter) throw missing(`${where} requires a parameter`);
    if (!own) return;
    if (String(own.sub_type).toLowerCase() !== kind.subType)
      throw templateFormat(`${where} does not match sub_type ${String(own.sub_type)}`);
    if (button.type === "URL" && parameter && !kind.needed(button)) throw templateFormat(`${where} takes no parameter`);
    if (parameter && parameter.type !== kind.parameter) throw templateFormat(`${where} takes a parameter of type ${kind.parameter}`);
  });
};
