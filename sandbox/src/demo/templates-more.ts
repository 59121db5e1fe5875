import type { NewTemplate } from "../graph/templates.ts";
import type { Json } from "../world.ts";

const card = (sample: string, text: string, end: string): Json => ({
  components: [
    { type: "HEADER", format: "IMAGE", example: { header_handle: [`https://example.com/img/${sample}.jpg`] } },
    { type: "BODY", text },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Reserve a bag" },
        { type: "URL", text: "Read more", url: `https://example.com/coffee/${end}` },
      ],
    },
  ],
});

/** Other states, languages and builds than the shop's daily ones. */
export const moreDemoTemplates: NewTemplate[] = [
  {
    name: "order_shipped",
    language: "ar",
    category: "UTILITY",
    status: "APPROVED",
    parameter_format: "POSITIONAL",
    quality_score: { score: "UNKNOWN" },
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["https://example.com/img/parcel.jpg"] } },
      {
        type: "BODY",
        text: "مرحبا {{1}}، غادر طلبك {{2}} المحمصة اليوم وسيصلك خلال يومي عمل.",
        example: { body_text: [["أمارا", "1042"]] },
      },
      { type: "FOOTER", text: "Fernhill Coffee" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "URL", text: "تتبع الشحنة", url: "https://example.com/track/{{1}}", example: ["https://example.com/track/1042"] },
          { type: "QUICK_REPLY", text: "اطلب مرة أخرى" },
        ],
      },
    ],
  },
  {
    name: "winter_tasting",
    language: "en_GB",
    category: "MARKETING",
    status: "PENDING",
    parameter_format: "NAMED",
    components: [
      { type: "HEADER", format: "TEXT", text: "Winter tasting" },
      {
        type: "BODY",
        text: "Hello {{first_name}}, we open three new lots on {{day}} at the roastery. Shall we keep you a seat at the table?",
        example: {
          body_text_named_params: [
            { param_name: "first_name", example: "Priya" },
            { param_name: "day", example: "Saturday, 12 December" },
          ],
        },
      },
      { type: "FOOTER", text: "Reply STOP to hear no more offers" },
      {
        type: "BUTTONS",
        buttons: [
          { type: "QUICK_REPLY", text: "Yes, please" },
          { type: "QUICK_REPLY", text: "Not this time" },
        ],
      },
    ],
  },
  {
    name: "new_this_month",
    language: "en_GB",
    category: "MARKETING",
    status: "APPROVED",
    parameter_format: "POSITIONAL",
    quality_score: { score: "GREEN" },
    components: [
      {
        type: "BODY",
        text: "Hello {{1}}, these three coffees are new at the roastery this month.",
        example: { body_text: [["Siân"]] },
      },
      {
        type: "CAROUSEL",
        cards: [
          card("beans", "Kenya Gatomboya: blackcurrant, brown sugar, long and bright.", "gatomboya"),
          card("green_beans", "Huehuetenango: milk chocolate, red apple, for every day.", "huehuetenango"),
          card("cup", "Sidama decaf: peach and honey, late into the evening.", "sidama-decaf"),
        ],
      },
    ],
  },
  {
    name: "sign_in_code",
    language: "en_GB",
    category: "AUTHENTICATION",
    status: "APPROVED",
    parameter_format: "POSITIONAL",
    quality_score: { score: "UNKNOWN" },
    components: [
      {
        type: "BODY",
        text: "*{{1}}* is your verification code. For your security, do not share this code.",
        add_security_recommendation: true,
        example: { body_text: [["123456"]] },
      },
      { type: "FOOTER", text: "This code expires in 10 minutes.", code_expiration_minutes: 10 },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Copy code",
            url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
            example: ["https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456"],
          },
        ],
      },
    ],
  },
];
