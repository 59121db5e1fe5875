import { expect, test } from "vitest";
import { bodyOf, emptyInteractive, hasField, type InteractiveDraft, type InteractiveKind, problemsOf } from "./interactive-draft.ts";

const draft = (kind: InteractiveKind, part: Partial<InteractiveDraft>): InteractiveDraft => ({
  ...emptyInteractive(kind),
  text: "Which?",
  ...part,
});

test("buttons get ids of their titles, told apart where two would be the same", () => {
  expect(bodyOf(draft("buttons", { buttons: ["Yes, please!", " نعم ", "🙂"], footer: " Fernhill " }))).toEqual({
    type: "interactive",
    text: "Which?",
    footer: "Fernhill",
    action: {
      kind: "buttons",
      buttons: [
        { title: "Yes, please!", id: "yes_please" },
        { title: "نعم", id: "نعم" },
        { title: "🙂", id: "choice_3" },
      ],
    },
  });
});

test("a list keeps its sections; what it cannot have is left out", () => {
  const list = draft("list", {
    header: "file",
    headerText: "unused",
    listButton: "Choose",
    sections: [
      {
        title: "",
        rows: [
          { title: "Kenya", description: "" },
          { title: "Kenya", description: "Decaf" },
        ],
      },
    ],
  });
  expect(problemsOf(list)).toEqual({});
  expect(bodyOf(list)).toEqual({
    type: "interactive",
    text: "Which?",
    action: {
      kind: "list",
      button: "Choose",
      sections: [
        {
          rows: [
            { id: "kenya", title: "Kenya" },
            { id: "kenya_2", title: "Kenya", description: "Decaf" },
          ],
        },
      ],
    },
  });
});

test("every limit is named at its field before anything is sent", () => {
  expect(problemsOf(draft("buttons", { text: "x".repeat(1025), buttons: ["a".repeat(21), "", "Same", "same"], header: "text" }))).toEqual({
    text: { key: "sending.too_long", params: { count: 1 } },
    "header.text": { key: "sending.needed" },
    "action.buttons.0.title": { key: "sending.too_long", params: { count: 1 } },
    "action.buttons.1.title": { key: "sending.needed" },
    "action.buttons.3.title": { key: "sending.same_title" },
  });
  expect(problemsOf(draft("list", { text: "x".repeat(4096), listButton: "Open" }))).toEqual({
    "action.sections.0.rows.0.title": { key: "sending.needed" },
  });
  expect(problemsOf(draft("link", { linkTitle: "Shop", linkUrl: "http://shop.example" }))).toEqual({
    "action.url": { key: "sending.needs_https" },
  });
  expect(problemsOf(draft("flow", { flowId: "12", flowTitle: "Book" }))).toEqual({ "action.flowId": { key: "sending.needs_flow_id" } });
  expect(problemsOf(draft("ask_location", { footer: "x".repeat(99), header: "text" }))).toEqual({});
});

test("several sections each need a title of their own", () => {
  const rows = [{ title: "A", description: "" }];
  const sections = [
    { title: "Beans", rows },
    { title: "", rows: [{ title: "B", description: "" }] },
    { title: "beans", rows: [{ title: "C", description: "" }] },
  ];
  expect(problemsOf(draft("list", { listButton: "Open", sections }))).toEqual({
    "action.sections.1.title": { key: "sending.needed" },
    "action.sections.2.title": { key: "sending.same_title" },
  });
});

test("the server's refusals have a field, or are said below them all", () => {
  expect(["text", "header.fileId", "action.buttons.2.title", "action.sections.0.rows.9.description", "action.url"].every(hasField)).toBe(
    true,
  );
  expect(["type", "action.sections", undefined].some(hasField)).toBe(false);
});
