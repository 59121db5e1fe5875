import { invalid } from "../../../../kernel/errors.ts";
import type { Filling, TemplateComponent } from "./template-filling.ts";
import { fillText, type Values, variablesOf } from "./template-text.ts";

/** Meta keeps the words of an authentication template to itself where it was made without a text. */
const codeText = "{{1}} is your verification code.";

export const fillBody = (filling: Filling, part: TemplateComponent, given: Values | undefined): void => {
  const { sent, rendered, named, category, at } = filling;
  const authentication = category === "AUTHENTICATION";
  const template = part.text ?? (authentication ? codeText : "");
  const field = `${at}body`;
  const { text, parameters } = fillText({ field, what: "This template", text: template, named, most: 1024 }, given);
  const code = authentication ? parameters.find((one) => String(one.text).length > 15) : undefined;
  if (code) throw invalid(field, "A code has at most 15 characters.");
  if (variablesOf(template).length > 0) sent.push({ type: "body", parameters });
  rendered.push({ type: "body", text });
};

/** The offer's clock runs on the customer's screen, in milliseconds since 1970. */
export const fillLimitedOffer = ({ sent, rendered, at }: Filling, part: TemplateComponent, endsAt: string | undefined): void => {
  const offer = part.limited_time_offer;
  const field = `${at}offerEndsAt`;
  if (!offer?.has_expiration) {
    if (endsAt !== undefined) throw invalid(field, "This offer does not end.");
    rendered.push({ type: "limited_time_offer", text: offer?.text ?? "" });
    return;
  }
  if (endsAt === undefined) throw invalid(field, "This template needs the moment at which the offer ends.");
  const ends = Date.parse(endsAt);
  if (!(ends > Date.now())) throw invalid(field, "The offer would have ended already.");
  sent.push({
    type: "limited_time_offer",
    parameters: [{ type: "limited_time_offer", limited_time_offer: { expiration_time_ms: ends } }],
  });
  rendered.push({ type: "limited_time_offer", text: offer.text ?? "", endsAt: new Date(ends).toISOString() });
};
