import { expect, test } from "vitest";
import { type AccountFacts, checkTemplate, firstError } from "./template-rules.ts";
import { type Button, type Part, type Written, writable } from "./template-shape.ts";

const words = "Your order has left the roastery and will be with you";
const body = (text: string, ...examples: string[]): Part => ({ type: "BODY", text, example: { body_text: [examples] } });
const header = (text: string, ...examples: string[]): Part => ({
  type: "HEADER",
  format: "TEXT",
  text,
  example: { header_text: examples },
});
const buttons = (...given: Button[]): Part => ({ type: "BUTTONS", buttons: given });
const quick = (text: string): Button => ({ type: "QUICK_REPLY", text });
const link = (url: string, more: Partial<Button> = {}): Button => ({ type: "URL", text: "Open", url, ...more });
const of = (length: number) =>
  "a "
    .repeat(length)
    .slice(0, length - 1)
    .concat("b");

const written = (components: Part[], more: Partial<Written> = {}): Written => ({
  name: "order_left",
  language: "en_GB",
  category: "UTILITY",
  parameterFormat: "POSITIONAL",
  components,
  samples: {},
  ...more,
});
const facts = (more: Partial<AccountFacts> = {}): AccountFacts => ({
  now: new Date("2026-11-20T10:00:00Z"),
  sameName: [],
  names: 3,
  createdThisHour: 0,
  samples: {},
  ...more,
});
const codes = (components: Part[], more: Partial<Written> = {}, known: Partial<AccountFacts> = {}) =>
  checkTemplate(written(components, more), facts(known)).map(({ field, code }) => `${field} ${code}`);

const picture = { mime: "image/png", size: 1000 };
const card = (more: Part[] = []): NonNullable<Part["cards"]>[number] => ({
  components: [{ type: "HEADER", format: "IMAGE" }, ...(more as never[]), { type: "BUTTONS", buttons: [quick("Yes")] }],
});
const cardSamples = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`cards.${at}.header`, picture]));

test.each<[string, Part[], Partial<Written>]>([
  ["the least there is", [body("Hello there.")], {}],
  ["every part at its limit", [header(of(60)), body(of(1024)), { type: "FOOTER", text: of(60) }, buttons(quick(of(25)))], {}],
  ["variables with examples", [body(`Hello {{1}}, ${words} on {{2}}.`, "Ada", "Monday")], {}],
  [
    "named variables",
    [
      {
        type: "BODY",
        text: `Hello {{first_name}}, ${words} soon.`,
        example: { body_text_named_params: [{ param_name: "first_name", example: "Ada" }] },
      },
    ],
    { parameterFormat: "NAMED" },
  ],
  ["a variable in the header", [header("Order {{1}}", "1042"), body(words)], {}],
  [
    "links with a variable at their end",
    [body(words), buttons(link("https://example.com/t/{{1}}", { example: ["https://example.com/t/1"] }))],
    {},
  ],
  ["ten quick replies", [body(words), buttons(...Array.from({ length: 10 }, (_, at) => quick(`Reply ${at}`)))], {}],
  ["quick replies after links", [body(words), buttons(link("https://example.com"), quick("Yes"))], {}],
  ["a place as header", [{ type: "HEADER", format: "LOCATION" }, body(words)], {}],
  [
    "an authentication template",
    [
      { type: "BODY", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 10 },
      buttons({ type: "OTP", otp_type: "COPY_CODE", text: "Copy" }),
    ],
    { category: "AUTHENTICATION" },
  ],
])("nothing is wrong with %s", (_what, components, more) => {
  expect(codes(components, more)).toEqual([]);
});

test.each<[string, Part[], string, Partial<Written>?]>([
  ["no body", [header("Hi")], "body.text text_missing"],
  ["an empty body", [body("  ")], "body.text text_missing"],
  ["a body of 1,025 characters", [body(of(1025))], "body.text text_length"],
  ["a variable at the start", [body(`{{1}}, ${words}.`, "Ada")], "body.text variable_first"],
  ["a variable at the end", [body(`${words} {{1}}`, "soon")], "body.text variable_last"],
  ["variables side by side", [body(`${words} {{1}} {{2}} now`, "20", "%")], "body.text variables_adjacent"],
  ["numbers with a gap", [body(`${words} {{1}} or {{3}} now`, "1", "2")], "body.text variable_numbers"],
  ["numbers that begin at two", [body(`${words} {{2}} now`, "1")], "body.text variable_numbers"],
  ["names where numbers belong", [body(`${words} {{day}} now`, "1")], "body.text variable_kind"],
  ["names in capitals", [body(`${words} {{Day}} now`)], "body.text variable_names", { parameterFormat: "NAMED" }],
  ["one brace too few", [body(`${words} {{1} now`)], "body.text variable_braces"],
  ["a variable of two words", [body(`${words} {{first name}} now`)], "body.text variable_braces"],
  ["too many variables for the text", [body("Hello {{1}} and {{2}} bye", "a", "b")], "body.text too_many_variables"],
  ["no example", [body(`${words} {{1}} now`)], "body.example.1 example_missing"],
  ["an empty example", [body(`${words} {{1}} now`, " ")], "body.example.1 example_missing"],
  ["three line breaks", [body("Hello\n\n\nthere")], "body.text blank_lines"],
  ["a tab", [body("Hello\tthere")], "body.text spaces"],
  ["five spaces", [body("Hello     there")], "body.text spaces"],
  ["a header of 61 characters", [header(of(61)), body(words)], "header.text text_length"],
  ["a header of nothing", [header(""), body(words)], "header.text text_missing"],
  ["a header of two lines", [header("Hello\nthere"), body(words)], "header.text header_line_break"],
  ["a header with an emoji", [header("Hello ☕️"), body(words)], "header.text header_emoji"],
  ["a header with a star", [header("*Hello*"), body(words)], "header.text header_formatting"],
  ["two variables in the header", [header("{{1}} to {{2}}", "a", "b"), body(words)], "header.text header_variables"],
  ["no example in the header", [header("Order {{1}}"), body(words)], "header.example.1 example_missing"],
  ["no sample", [{ type: "HEADER", format: "IMAGE" }, body(words)], "header.sample sample_missing"],
  ["a footer of 61 characters", [body(words), { type: "FOOTER", text: of(61) }], "footer.text text_length"],
  ["a variable in the footer", [body(words), { type: "FOOTER", text: "For {{1}}" }], "footer.text footer_variables"],
  ["a footer of two lines", [body(words), { type: "FOOTER", text: "a\nb" }], "footer.text footer_line_break"],
  ["two bodies", [body(words), body(words)], "body part_twice"],
  ["no button among the buttons", [body(words), buttons()], "buttons buttons_none"],
  ["eleven buttons", [body(words), buttons(...Array.from({ length: 11 }, (_, at) => quick(`Reply ${at}`)))], "buttons buttons_many"],
  ["a button of 26 characters", [body(words), buttons(quick(of(26)))], "buttons.0.text text_length"],
  ["a button that says nothing", [body(words), buttons(quick(""))], "buttons.0.text text_missing"],
  ["a button with an emoji", [body(words), buttons(quick("Yes 🎉"))], "buttons.0.text button_plain"],
  ["a button with a variable", [body(words), buttons(quick("Yes {{1}}"))], "buttons.0.text button_plain"],
  ["two buttons that say the same", [body(words), buttons(quick("Yes"), quick("yes"))], "buttons.1.text button_twice"],
  ["quick replies on both sides", [body(words), buttons(quick("Yes"), link("https://example.com"), quick("No"))], "buttons buttons_order"],
  [
    "three links",
    [
      body(words),
      buttons(
        link("https://a.example.com", { text: "a" }),
        link("https://b.example.com", { text: "b" }),
        link("https://c.example.com", { text: "c" }),
      ),
    ],
    "buttons buttons_of_kind",
  ],
  ["an address of 2,001 characters", [body(words), buttons(link(`https://example.com/${"a".repeat(1981)}`))], "buttons.0.url text_length"],
  ["an address that is none", [body(words), buttons(link("example.com/a"))], "buttons.0.url url_format"],
  ["a variable inside an address", [body(words), buttons(link("https://example.com/{{1}}/a"))], "buttons.0.url url_variable"],
  ["a second variable in an address", [body(words), buttons(link("https://example.com/{{2}}"))], "buttons.0.url url_variable"],
  ["a link to WhatsApp", [body(words), buttons(link("https://wa.me/12025550143"))], "buttons.0.url url_whatsapp"],
  ["an address without its example", [body(words), buttons(link("https://example.com/{{1}}"))], "buttons.0.example example_missing"],
  [
    "a phone number of letters",
    [body(words), buttons({ type: "PHONE_NUMBER", text: "Call", phone_number: "call us" })],
    "buttons.0.phone_number phone_format",
  ],
  ["a code of 16 letters", [body(words), buttons({ type: "COPY_CODE", example: "ABCDEFGHIJKLMNOP" })], "buttons.0.example code_format"],
  ["no code", [body(words), buttons({ type: "COPY_CODE" })], "buttons.0.example example_missing"],
  ["a flow without its id", [body(words), buttons({ type: "FLOW", text: "Book" })], "buttons.0.flow_id flow_missing"],
  ["a one-time code button", [body(words), buttons({ type: "OTP", text: "Copy" })], "buttons button_otp"],
  ["one card", [body(words), { type: "CAROUSEL", cards: [card()] }], "cards cards_count"],
  [
    "a footer beside cards",
    [body(words), { type: "FOOTER", text: "a" }, { type: "CAROUSEL", cards: [card(), card()] }],
    "footer cards_alone",
  ],
  [
    "cards of different build",
    [body(words), { type: "CAROUSEL", cards: [card(), card([body("Some words here")])] }],
    "cards.1 cards_differ",
  ],
  [
    "161 characters on a card",
    [body(words), { type: "CAROUSEL", cards: [card([body(of(161))]), card([body("a")])] }],
    "cards.0.body.text text_length",
  ],
  [
    "an offer that is utility",
    [body(words), { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Sale" } }],
    "offer offer_marketing",
  ],
  [
    "an offer of 17 characters",
    [body(words), { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: of(17) } }, buttons(link("https://example.com"))],
    "offer.text text_length",
    { category: "MARKETING" },
  ],
  ["words in an authentication template", [body("Your code")], "body.text code_text", { category: "AUTHENTICATION" }],
  ["no button to copy the code", [{ type: "BODY" }], "buttons code_button", { category: "AUTHENTICATION" }],
  [
    "a code that lives 91 minutes",
    [{ type: "BODY" }, { type: "FOOTER", code_expiration_minutes: 91 }, buttons({ type: "OTP" })],
    "footer.code_expiration_minutes code_minutes",
    { category: "AUTHENTICATION" },
  ],
  ["a name of capitals", [body(words)], "name name_format", { name: "Order" }],
  ["a name of 513 characters", [body(words)], "name name_length", { name: "a".repeat(513) }],
  ["no name", [body(words)], "name name_missing", { name: "" }],
  ["a language Meta does not have", [body(words)], "language language_unknown", { language: "xx" }],
])("%s is named", (_what, components, problem, more = {}) => {
  const found = checkTemplate(written(components, more), facts());
  expect(found.map(({ field, code }) => `${field} ${code}`)).toContain(problem);
  expect(firstError(found)).toBeDefined();
});

test("samples have to be of a kind the reviewers take", () => {
  const image: Part[] = [{ type: "HEADER", format: "IMAGE" }, body(words)];
  expect(codes(image, {}, { samples: { header: picture } })).toEqual([]);
  expect(codes(image, {}, { samples: { header: { mime: "image/webp", size: 10 } } })).toEqual(["header.sample sample_kind"]);
  expect(codes(image, {}, { samples: { header: { mime: "image/png", size: 5_000_001 } } })).toEqual(["header.sample sample_kind"]);
  expect(codes(image, {}, { samples: { header: null } })).toEqual(["header.sample sample_missing"]);
  const cards: Part[] = [body(words), { type: "CAROUSEL", cards: [card(), card()] }];
  expect(codes(cards, { category: "MARKETING" }, { samples: cardSamples(2) })).toEqual([]);
  expect(codes(cards, { category: "MARKETING" }, { samples: cardSamples(1) })).toEqual(["cards.1.header.sample sample_missing"]);
});

test("what the account has already is asked, too", () => {
  const plain = [body(words)];
  const other = { language: "en_GB", category: "UTILITY", state: "APPROVED", deletedAt: null };
  expect(codes(plain, {}, { sameName: [other] })).toEqual(["name name_taken"]);
  expect(codes(plain, {}, { sameName: [{ ...other, language: "ar" }] })).toEqual([]);
  const gone = { ...other, state: "DELETED", deletedAt: new Date("2026-11-01T10:00:00Z") };
  expect(codes(plain, {}, { sameName: [gone] })).toEqual(["name name_blocked"]);
  expect(codes(plain, {}, { sameName: [{ ...gone, deletedAt: new Date("2026-10-01T10:00:00Z") }] })).toEqual([]);
  expect(codes(plain, {}, { createdThisHour: 100 })).toEqual(["name created_too_many"]);
  expect(codes(plain, {}, { names: 6000 })).toEqual(["name names_full"]);
});

test("an approved template is edited once a day and ten times a month, and keeps its category", () => {
  const now = new Date("2026-11-20T10:00:00Z");
  const changing = { name: "order_left", language: "en_GB", category: "UTILITY", state: "APPROVED", edits: [] as Date[] };
  const edited = (edits: string[], more: Partial<Written> = {}, state = "APPROVED") =>
    codes([body(words)], more, { now, changing: { ...changing, state, edits: edits.map((at) => new Date(at)) } });
  expect(edited([])).toEqual([]);
  expect(edited(["2026-11-19T11:00:00Z"])).toEqual(["state edits_day"]);
  expect(edited(["2026-11-19T09:00:00Z"])).toEqual([]);
  const ten = Array.from({ length: 10 }, (_, at) => `2026-11-${String(at + 2).padStart(2, "0")}T09:00:00Z`);
  expect(edited(ten)).toEqual(["state edits_month"]);
  expect(edited(ten, {}, "REJECTED")).toEqual([]);
  expect(edited([], { category: "MARKETING" })).toEqual(["category category_fixed"]);
  expect(edited([], { category: "MARKETING" }, "REJECTED")).toEqual([]);
  expect(edited([], {}, "PENDING")).toEqual(["state not_editable"]);
});

test("hints tell what reviewers dislike and stop nobody", () => {
  const hinted = checkTemplate(written([body("Our autumn sale begins now, see bit.ly/abc today")]), facts({ names: 250 }));
  expect(hinted.map(({ field, code }) => `${field} ${code}`)).toEqual([
    "name names_many",
    "category sounds_promotional",
    "body.text short_link",
  ]);
  expect(firstError(hinted)).toBeUndefined();
  expect(codes([body("Our autumn sale begins now")], { category: "MARKETING" })).toEqual([]);
});

test("Meta's components come back without what only Meta may write, and whole or not at all", () => {
  expect(
    writable([
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["https://scontent.example"] } },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Yes", id: "7" }] },
    ]),
  ).toEqual([
    { type: "HEADER", format: "IMAGE" },
    { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Yes" }] },
  ]);
  expect(
    writable([
      { type: "BODY", text: "a" },
      { type: "BUTTONS", buttons: [{ type: "CATALOG", text: "See" }] },
    ]),
  ).toBeNull();
  expect(
    writable(
      [
        { type: "BODY", text: "*{{1}}* is your code.", add_security_recommendation: true },
        {
          type: "BUTTONS",
          buttons: [{ type: "URL", text: "Copy code", url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}" }],
        },
      ],
      "AUTHENTICATION",
    ),
  ).toEqual([
    { type: "BODY", add_security_recommendation: true },
    { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy code" }] },
  ]);
});
