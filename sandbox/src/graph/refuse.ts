import { digitsOf, type Json, type PhoneNumber, type World } from "../world.ts";
import { GraphError } from "./error.ts";
import { type RefusalName, refusalNamed } from "./refusal-list.ts";

/** A refusal to come. Only for messages that fit all that is named; until it is lifted, unless `times` says how often. */
export type Script = {
  name: RefusalName;
  how?: "answer" | "status";
  times?: number;
  phoneNumberId?: string;
  accountId?: string;
  /** Phone or user id of the person written to. */
  to?: string;
  template?: string;
  /** Instead of the refusal's own HTTP status: Meta answers 500 to some of what it has taken. */
  status?: number;
};

/** Adds a script; answers how to lift it. */
export const refuse = (world: World, script: Script): (() => void) => {
  refusalNamed(script.name);
  const mine = { ...script };
  world.scripts.push(mine);
  return () => {
    world.scripts = world.scripts.filter((one) => one !== mine);
  };
};

/** A refusal in the answer, thrown before anything is taken. */
export const refuseAnswer = (world: World, number: PhoneNumber, body: Json): void => {
  const script = due(world, number, "answer", body);
  if (!script) return;
  const { code, title, details, status, subcode } = refusalNamed(script.name);
  const message = code === 190 ? title : `(#${code}) ${title}`;
  throw new GraphError(code, message, {
    status: script.status ?? status,
    details,
    extra: subcode ? { error_subcode: subcode } : {},
  });
};

/** The code of a refusal that comes as a failed status of a message already taken. */
export const refusedStatus = (world: World, number: PhoneNumber, body: Json): number | undefined => {
  const script = due(world, number, "status", body);
  return script && refusalNamed(script.name).code;
};

const due = (world: World, number: PhoneNumber, how: "answer" | "status", body: Json): Script | undefined => {
  const to = body.to ? digitsOf(String(body.to)) : String(body.recipient);
  const template = body.type === "template" ? String((body.template as Json | undefined)?.name) : undefined;
  const script = world.scripts.find(
    (one) =>
      (one.how ?? refusalNamed(one.name).how ?? "answer") === how &&
      (one.times === undefined || one.times > 0) &&
      (one.phoneNumberId === undefined || one.phoneNumberId === number.phoneNumberId) &&
      (one.accountId === undefined || one.accountId === number.accountId) &&
      (one.to === undefined || one.to === to || digitsOf(one.to) === to) &&
      (one.template === undefined || one.template === template),
  );
  if (script?.times !== undefined) script.times -= 1;
  return script;
};
