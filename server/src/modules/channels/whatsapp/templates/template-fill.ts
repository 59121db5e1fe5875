import { invalid } from "../../../../kernel/errors.ts";
import { fillBody, fillLimitedOffer } from "./template-fill-body.ts";
import { fillButtons } from "./template-fill-buttons.ts";
import { fillCards } from "./template-fill-cards.ts";
import { fillHeader } from "./template-fill-header.ts";
import type { ButtonValue, Filling, TemplateComponent, TemplateParameters, TemplateToFill } from "./template-filling.ts";

export type { TemplateButton, TemplateComponent, TemplateParameters } from "./template-filling.ts";
export { variablesOf } from "./template-text.ts";

export const bodyOf = (components: TemplateComponent[]): string => components.find((one) => one.type === "BODY")?.text ?? "";

/**
 * Fills a template: `rendered` as the customer sees it (frozen into the message), `sent` as Graph wants it, `files` the places in it that
 * take a file. Refuses parameters that are missing, too many or of the wrong kind, naming the field.
 */
export const fillTemplate = (template: TemplateToFill, given: TemplateParameters) => {
  const filling: Filling = {
    named: template.parameterFormat === "NAMED",
    category: template.category ?? "",
    sent: [],
    rendered: [],
    files: [],
    at: "parameters.",
  };
  for (const part of template.components) {
    if (part.type === "HEADER") fillHeader(filling, part, given);
    else if (part.type === "BODY") fillBody(filling, part, given.body);
    else if (part.type === "FOOTER") fillFooter(filling, part);
    else if (part.type === "BUTTONS") fillButtons(filling, part.buttons ?? [], withCode(filling, given));
    else if (part.type === "LIMITED_TIME_OFFER") fillLimitedOffer(filling, part, given.offerEndsAt);
    else if (part.type === "CAROUSEL") fillCards(filling, part.cards ?? [], given.cards ?? []);
    else
      throw invalid(
        "name",
        `Templates with a part of the kind ${part.type.toLowerCase()} cannot be sent from here.`,
        "Choose another template.",
      );
  }
  refuseWhatNobodyAskedFor(template.components, given);
  const { sent, rendered, files } = filling;
  return { sent, rendered, files, text: String(rendered.find((part) => part.type === "body")?.text ?? "") };
};

const fillFooter = ({ rendered }: Filling, part: TemplateComponent) => {
  const minutes = part.code_expiration_minutes;
  const text = part.text ?? (minutes ? `This code expires in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.` : "");
  rendered.push({ type: "footer", text });
};

/** The code of an authentication template stands in its text and in its button, and is asked for once. */
const withCode = ({ category }: Filling, given: TemplateParameters): ButtonValue[] => {
  const buttons = given.buttons ?? [];
  if (category !== "AUTHENTICATION") return buttons;
  const [code] = Object.values(given.body ?? []);
  if (code === undefined) return buttons;
  const other = buttons.find((button) => button.index === 0);
  if (other && other.value !== code)
    throw invalid("parameters.buttons.0", "The code of the button is the code of the text.", "Leave it out here.");
  return [{ index: 0, value: code }, ...buttons.filter((button) => button.index !== 0)];
};

const refuseWhatNobodyAskedFor = (components: TemplateComponent[], given: TemplateParameters) => {
  const header = components.find((part) => part.type === "HEADER");
  const format = header?.format ?? (header ? "TEXT" : "none");
  const has = (type: string) => components.some((part) => part.type === type);
  if (given.header && Object.keys(given.header).length > 0 && format !== "TEXT")
    throw invalid("parameters.header", header ? "This template's header is no text." : "This template has no header.");
  if (given.headerFileId && !["IMAGE", "VIDEO", "DOCUMENT"].includes(format))
    throw invalid("parameters.headerFileId", "This template's header takes no file.");
  if (given.location && format !== "LOCATION") throw invalid("parameters.location", "This template's header is no location.");
  if (given.buttons?.length && !has("BUTTONS")) throw invalid("parameters.buttons", "This template has no buttons.");
  if (given.cards?.length && !has("CAROUSEL")) throw invalid("parameters.cards", "This template is no carousel.");
  if (given.offerEndsAt && !has("LIMITED_TIME_OFFER")) throw invalid("parameters.offerEndsAt", "This template is no limited-time offer.");
};
