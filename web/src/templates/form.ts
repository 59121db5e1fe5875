import type { Category, Content, Template, TemplateButton, TemplateComponent } from "./template-data.ts";
import { examplesOf, variablesIn, withExamples } from "./variables.ts";

export type HeaderKind = "NONE" | "TEXT" | "IMAGE" | "VIDEO" | "DOCUMENT" | "LOCATION";
export type Build = "plain" | "carousel" | "offer";
export interface FormButton {
  /** For React alone: buttons are moved and removed. */
  key: string;
  type: "QUICK_REPLY" | "URL" | "PHONE_NUMBER" | "COPY_CODE" | "FLOW";
  text: string;
  url: string;
  phone: string;
  flowId: string;
  /** How a flow opens, as it came: nothing here changes it. */
  opens: Pick<TemplateButton, "flow_action" | "navigate_screen">;
  example: string;
}
export interface Text {
  text: string;
  examples: Record<string, string>;
}
export interface Card {
  key: string;
  sample: string | null;
  body: Text;
  buttons: FormButton[];
}
/** What the editor holds: every part always there, whether it is used now or not, so that trying another build loses nothing. */
export interface Form {
  name: string;
  language: string;
  category: Category;
  format: "POSITIONAL" | "NAMED";
  build: Build;
  header: Text & { kind: HeaderKind; sample: string | null };
  body: Text;
  footer: string;
  buttons: FormButton[];
  cardHeader: "IMAGE" | "VIDEO";
  cards: Card[];
  offer: string;
  code: { safety: boolean; minutes: number | null; button: string };
}

let keys = 0;
export const newButton = (type: FormButton["type"], text = ""): FormButton => ({
  key: `button-${++keys}`,
  type,
  text,
  url: "",
  phone: "",
  flowId: "",
  opens: { flow_action: "navigate" },
  example: "",
});
const nothing = (): Text => ({ text: "", examples: {} });
export const newCard = (like?: Card): Card => ({
  key: `card-${++keys}`,
  sample: null,
  body: nothing(),
  buttons: (like?.buttons ?? [newButton("QUICK_REPLY")]).map((button) => ({ ...newButton(button.type), text: button.text })),
});

export const blankForm = (): Form => ({
  name: "",
  language: "",
  category: "UTILITY",
  format: "NAMED",
  build: "plain",
  header: { ...nothing(), kind: "NONE", sample: null },
  body: nothing(),
  footer: "",
  buttons: [],
  cardHeader: "IMAGE",
  cards: [newCard(), newCard()],
  offer: "",
  code: { safety: true, minutes: 10, button: "" },
});

const kindsOfButtons = ["QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "FLOW"];
const find = (components: TemplateComponent[], type: string) => components.find((part) => part.type === type);

export const formOf = (template: Template): Form => {
  const { components, samples } = template;
  const blank = blankForm();
  const header = find(components, "HEADER");
  const cards = find(components, "CAROUSEL")?.cards;
  const code = find(components, "BUTTONS")?.buttons?.[0];
  return {
    name: template.name,
    language: template.language,
    category: template.category as Category,
    format: template.parameterFormat,
    build: cards ? "carousel" : find(components, "LIMITED_TIME_OFFER") ? "offer" : "plain",
    header: {
      kind: header ? ((header.format ?? "TEXT") as HeaderKind) : "NONE",
      text: header?.text ?? "",
      examples: header ? examplesOf(header) : {},
      sample: samples.header ?? null,
    },
    body: textOf(find(components, "BODY")),
    footer: find(components, "FOOTER")?.text ?? "",
    buttons: buttonsOf(find(components, "BUTTONS")),
    cardHeader: cards?.[0]?.components.find((part) => part.type === "HEADER")?.format === "VIDEO" ? "VIDEO" : "IMAGE",
    cards: cards
      ? cards.map((card, at) => ({
          key: `card-${++keys}`,
          sample: samples[`cards.${at}.header`] ?? null,
          body: textOf(find(card.components, "BODY")),
          buttons: buttonsOf(find(card.components, "BUTTONS")),
        }))
      : blank.cards,
    offer: find(components, "LIMITED_TIME_OFFER")?.limited_time_offer?.text ?? "",
    code:
      template.category === "AUTHENTICATION"
        ? {
            safety: find(components, "BODY")?.add_security_recommendation === true,
            minutes: find(components, "FOOTER")?.code_expiration_minutes ?? null,
            button: code?.text ?? "",
          }
        : blank.code,
  };
};

const textOf = (part: TemplateComponent | undefined): Text => ({ text: part?.text ?? "", examples: part ? examplesOf(part) : {} });

const buttonsOf = (part: TemplateComponent | undefined): FormButton[] =>
  (part?.buttons ?? [])
    .filter((button) => kindsOfButtons.includes(button.type))
    .map((button) => ({
      ...newButton(button.type as FormButton["type"], button.text ?? ""),
      url: button.url ?? "",
      phone: button.phone_number ?? "",
      flowId: button.flow_id ?? "",
      ...(button.type === "FLOW" ? { opens: { flow_action: button.flow_action, navigate_screen: button.navigate_screen } } : {}),
      example: (Array.isArray(button.example) ? button.example[0] : button.example) ?? "",
    }));

/** As the API takes it: Graph's components, and the samples that belong to a part that is there. */
export const contentOf = (form: Form): Content => {
  const { name, language, category, format } = form;
  const samples: Record<string, string> = {};
  const components = category === "AUTHENTICATION" ? codeParts(form) : partsOf(form, samples);
  return { name, language, category, parameterFormat: format, components, samples };
};

const codeParts = ({ code }: Form): TemplateComponent[] => [
  { type: "BODY", ...(code.safety ? { add_security_recommendation: true } : {}) },
  ...(code.minutes === null ? [] : [{ type: "FOOTER", code_expiration_minutes: code.minutes }]),
  { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", ...(code.button ? { text: code.button } : {}) }] },
];

const partsOf = (form: Form, samples: Record<string, string>): TemplateComponent[] => {
  const { build, header, format } = form;
  const body = textPart("BODY", form.body, format);
  if (build === "carousel") {
    return [
      body,
      {
        type: "CAROUSEL",
        cards: form.cards.map((card, at) => {
          if (card.sample) samples[`cards.${at}.header`] = card.sample;
          return {
            components: [
              { type: "HEADER", format: form.cardHeader },
              ...(card.body.text ? [textPart("BODY", card.body, format)] : []),
              { type: "BUTTONS", buttons: card.buttons.map(buttonPart) },
            ],
          };
        }),
      },
    ];
  }
  if (header.sample && !["NONE", "TEXT", "LOCATION"].includes(header.kind)) samples.header = header.sample;
  const headers: TemplateComponent[] =
    header.kind === "NONE"
      ? []
      : header.kind === "TEXT"
        ? [{ ...textPart("HEADER", header, format), format: "TEXT" }]
        : [{ type: "HEADER", format: header.kind }];
  const offer: TemplateComponent[] =
    build === "offer" ? [{ type: "LIMITED_TIME_OFFER", limited_time_offer: { text: form.offer, has_expiration: true } }] : [];
  return [
    ...headers,
    ...offer,
    body,
    ...(form.footer && build !== "offer" ? [{ type: "FOOTER", text: form.footer }] : []),
    ...(form.buttons.length > 0 ? [{ type: "BUTTONS", buttons: form.buttons.map(buttonPart) }] : []),
  ];
};

const textPart = (type: "HEADER" | "BODY", { text, examples }: Text, format: Form["format"]): TemplateComponent => ({
  type,
  text,
  ...withExamples(type, variablesIn(text), examples, format),
});

const buttonPart = (button: FormButton): TemplateButton => {
  const { type, text, url, phone, flowId, example } = button;
  if (type === "URL") return { type, text, url, ...(variablesIn(url).length > 0 && example ? { example: [example] } : {}) };
  if (type === "PHONE_NUMBER") return { type, text, phone_number: phone };
  if (type === "COPY_CODE") return { type, ...(example ? { example } : {}) };
  if (type === "FLOW") return { type, text, flow_id: flowId, ...button.opens };
  return { type, text };
};
