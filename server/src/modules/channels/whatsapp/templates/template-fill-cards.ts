import { invalid } from "../../../../kernel/errors.ts";
import { fillBody } from "./template-fill-body.ts";
import { fillButtons } from "./template-fill-buttons.ts";
import { fillHeader } from "./template-fill-header.ts";
import type { Filling, TemplateComponent, TemplateParameters } from "./template-filling.ts";
import type { Parts } from "./template-text.ts";

/** Every card of a carousel, in order: a file above, a text and buttons of its own. */
export const fillCards = (
  filling: Filling,
  cards: { components: TemplateComponent[] }[],
  given: NonNullable<TemplateParameters["cards"]>,
): void => {
  if (given.length !== cards.length)
    throw invalid("parameters.cards", `This template has ${cards.length} cards; there is content for ${given.length}.`);
  const sent: Parts = [];
  const rendered: Parts = [];
  cards.forEach(({ components }, index) => {
    const card: Filling = { ...filling, sent: [], rendered: [], at: `parameters.cards.${index}.` };
    const content = given[index] ?? {};
    for (const part of components) {
      if (part.type === "HEADER") fillHeader(card, part, content);
      else if (part.type === "BODY") fillBody(card, part, content.body);
      else if (part.type === "BUTTONS") fillButtons(card, part.buttons ?? [], content.buttons ?? []);
      else
        throw invalid(
          "name",
          `Cards with a part of the kind ${part.type.toLowerCase()} cannot be sent from here.`,
          "Choose another template.",
        );
    }
    if (content.headerFileId && !components.some((part) => part.type === "HEADER"))
      throw invalid(`${card.at}headerFileId`, "This card takes no file.");
    if (content.body && Object.keys(content.body).length > 0 && !components.some((part) => part.type === "BODY"))
      throw invalid(`${card.at}body`, "This card has no text.");
    if (content.buttons?.length && !components.some((part) => part.type === "BUTTONS"))
      throw invalid(`${card.at}buttons`, "This card has no buttons.");
    sent.push({ card_index: index, components: card.sent });
    rendered.push({ components: card.rendered });
  });
  filling.sent.push({ type: "carousel", cards: sent });
  filling.rendered.push({ type: "carousel", cards: rendered });
};
