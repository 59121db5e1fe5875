import { conflict, Refusal } from "../../../../kernel/errors.ts";
import { failureOf, ruleOf } from "../graph/errors.ts";
import type { GraphProblem } from "../graph/graph.ts";

/** Meta's refusals of templates by `error_subcode`, beside code 100: which field, and what to say where Meta says nothing. */
const bySubcode: Record<number, { field: string; code: string; message: string }> = {
  2388000: { field: "name", code: "name_format", message: "A name has lower-case letters, digits and underscores only." },
  2388019: { field: "name", code: "names_full", message: "This account has reached a limit of Meta's for templates." },
  2388023: {
    field: "name",
    code: "name_blocked",
    message: "A template of this name was deleted in this language; Meta keeps the name back for 30 days.",
  },
  2388024: { field: "name", code: "name_taken", message: "There is already a template of this name in this language." },
  2388025: { field: "category", code: "category_fixed", message: "The category of an approved template cannot be changed." },
  2388028: {
    field: "state",
    code: "edits_limit",
    message: "An approved template can be edited once in 24 hours and ten times in 30 days.",
  },
  2388040: { field: "components", code: "text_length", message: "A part of the template is too long." },
  2388042: { field: "components", code: "part_twice", message: "The template's parts do not fit together." },
  2388043: { field: "body.example", code: "example_missing", message: "An example for a variable is missing." },
  2388047: { field: "header.text", code: "header_format", message: "The header has the wrong format." },
  2388050: { field: "buttons", code: "buttons_order", message: "The buttons do not fit together." },
  2388072: { field: "body.text", code: "body_format", message: "The text has the wrong format." },
  2388073: { field: "footer.text", code: "footer_format", message: "The footer has the wrong format." },
  2388273: { field: "header.sample", code: "sample_refused", message: "Meta does not know the sample that was uploaded." },
  2388293: { field: "body.text", code: "too_many_variables", message: "The text has too many variables for its length." },
  2388299: { field: "body.text", code: "variable_first", message: "A variable may not stand at the start or the end of the text." },
};

/** There is one already; ours from a try whose answer got lost, perhaps. */
export const alreadyThere = (problem: GraphProblem) => problem.subcode === 2388024;
export const notThere = (problem: GraphProblem) => problem.subcode === 2593002 || (problem.code === 100 && problem.subcode === 33);

/** What a person is told when Meta refuses a template: the field, Meta's own sentence, what to do. */
export const templateRefusal = (problem: GraphProblem): Refusal => {
  const rule = ruleOf(problem.code);
  if (rule.code === "rate_limited" || problem.code === 80008)
    return new Refusal(429, "rate_limited", "WhatsApp asks to slow down.", {
      retryAfter: Math.max(60, rule.waitSeconds ?? 0),
      remedy: "Try again in a few minutes.",
    });
  if (rule.then === "token" || rule.then === "stop") {
    const failure = failureOf({ code: problem.code, error_data: { details: problem.details } });
    return conflict(failure.code, failure.message, failure.remedy);
  }
  const known = problem.subcode === null ? undefined : bySubcode[problem.subcode];
  const says = problem.userMessage ?? (known ? known.message : problem.details || problem.message);
  return new Refusal(422, known?.code ?? "template_refused", says === "" ? "Meta refused the template." : says, {
    field: known?.field ?? "components",
    remedy: "Change it and submit it again.",
  });
};
