import type { NewTemplate } from "../graph/templates.ts";
import { moreDemoTemplates } from "./templates-more.ts";

export const demoTemplates: NewTemplate[] = [
  {
    name: "order_shipped",
    language: "en_GB",
    category: "UTILITY",
    status: "APPROVED",
    parameter_format: "POSITIONAL",
    quality_score: { score: "GREEN" },
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["https://example.com/img/parcel.jpg"] } },
      {
        type: "BODY",
        text: "Hello {{1}}, your order {{2}} left the roastery today and should reach you within two working days.",
        example: { body_text: [["Amara", "1042"]] },
      },
      { type: "FOOTER", text: "Fernhill Coffee" },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Track parcel",
            url: "https://example.com/track/{{1}}",
            example: ["https://example.com/track/1042"],
          },
          { type: "QUICK_REPLY", text: "Order again" },
        ],
      },
    ],
  },
  {
    name: "order_shipped_named",
    language: "en_GB",
    category: "UTILITY",
    status: "APPROVED",
    parameter_format: "NAMED",
    quality_score: { score: "GREEN" },
    components: [
      {
        type: "BODY",
        text: "Hello {{first_name}}, your order {{order_no}} is on its way to you.",
        example: {
          body_text_named_params: [
            { param_name: "first_name", example: "Amara" },
            { param_name: "order_no", example: "1042" },
          ],
        },
      },
    ],
  },
  {
    name: "time_to_reorder",
    language: "en_GB",
    category: "MARKETING",
    status: "APPROVED",
    parameter_format: "NAMED",
    quality_score: { score: "GREEN" },
    components: [
      { type: "HEADER", format: "TEXT", text: "Running low?" },
      {
        type: "BODY",
        text: "Hi {{first_name}}, your {{product}} should be nearly finished by now. Shall we roast you a fresh bag this week?",
        example: {
          body_text_named_params: [
            { param_name: "first_name", example: "Siân" },
            { param_name: "product", example: "Harbour blend" },
          ],
        },
      },
      { type: "FOOTER", text: "Reply STOP to hear no more offers" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "Yes, the same again" },
          { type: "QUICK_REPLY", text: "Not this month" },
        ],
      },
    ],
  },
  {
    name: "delivery_slot",
    language: "en_GB",
    category: "UTILITY",
    status: "APPROVED",
    parameter_format: "POSITIONAL",
    quality_score: { score: "YELLOW" },
    components: [
      {
        type: "BODY",
        text: "Your delivery is planned for {{1}}. Is somebody at home then?",
        example: { body_text: [["Thursday morning"]] },
      },
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "Yes" },
          { type: "QUICK_REPLY", text: "Another day" },
        ],
      },
    ],
  },
  {
    name: "autumn_sale",
    language: "en_GB",
    category: "MARKETING",
    status: "REJECTED",
    rejected_reason: "INVALID_FORMAT",
    parameter_format: "POSITIONAL",
    components: [
      {
        type: "BODY",
        text: "Autumn sale: {{1}} {{2}} off everything this weekend!",
        example: { body_text: [["20", "percent"]] },
      },
    ],
  },
  {
    name: "new_single_origin",
    language: "en_GB",
    category: "MARKETING",
    status: "PAUSED",
    parameter_format: "POSITIONAL",
    quality_score: { score: "RED" },
    components: [
      {
        type: "BODY",
        text: "A new single origin from {{1}} has landed at the roastery. Would you like to taste it first?",
        example: { body_text: [["Huehuetenango"]] },
      },
    ],
  },
  ...moreDemoTemplates,
];
