import type { Db } from "../../../../kernel/db/pools.ts";
import type { ClaimedDelivery, Failure } from "../../../../kernel/deliveries.ts";
import { mayContactAll } from "../../../contacts/index.ts";
import { restingAll, windowOpen } from "../../../conversations/index.ts";
import type { NumberRow } from "../numbers/number.ts";
import { templateWrong } from "./plan.ts";
import type { Payload } from "./request.ts";

/** Planning leaves three minutes; here the message is on its way. */
const dispatchMarginMs = 15_000;

export type Judged = Pick<ClaimedDelivery, "contactId" | "conversationId" | "purpose" | "content">;
export type Verdict = { windowOpen: boolean; failure: Failure | null };

/** The rules that may have changed since planning: the customer's window, the template's state, consent, peace. One answer for each, in order. */
export const judge = async (db: Db, number: NumberRow, deliveries: Judged[]): Promise<Verdict[]> => {
  const open = await openWindows(db, number, deliveries);
  const templates = await templatesOf(db, number, deliveries);
  // Planned as utility, a template may have been turned into marketing since: the rules of what it is now hold.
  const isMarketing = (delivery: Judged) => delivery.purpose === "marketing" || templates(delivery)?.category === "MARKETING";
  const marketing = deliveries.filter(isMarketing).map((delivery) => delivery.contactId);
  const permit = await mayContactAll(db, number.organization_id, marketing, "whatsapp", "marketing");
  const resting = await restingAll(db, number.organization_id, marketing);
  return deliveries.map((delivery) => {
    const content = delivery.content as Payload;
    const inWindow = delivery.conversationId !== null && open.has(delivery.conversationId);
    if (content.type !== "template") return { windowOpen: inWindow, failure: inWindow ? null : windowClosed };
    const failure = templateFailure(templates(delivery));
    if (failure || !isMarketing(delivery)) return { windowOpen: inWindow, failure };
    const allowed = permit(delivery.contactId);
    if (!allowed.allowed)
      return {
        windowOpen: inWindow,
        failure: { code: allowed.reason, message: "This person has not agreed to marketing messages.", remedy: "none" },
      };
    const peace = resting.get(delivery.contactId);
    return { windowOpen: inWindow, failure: peace ? { ...heldBack, code: peace.code } : null };
  });
};

/** Not sent, so not a refusal that makes the wait longer: it carries no `until` of its own. */
const heldBack: Omit<Failure, "code"> = { message: "WhatsApp holds back marketing to this person for now.", remedy: "wait" };

const windowClosed: Failure = {
  code: "window_closed",
  message: "The 24 hours after the customer's last message ended before this could be sent.",
  remedy: "send_template",
};

const openWindows = async (db: Db, number: NumberRow, deliveries: Judged[]): Promise<Set<string>> => {
  const ids = deliveries.flatMap((delivery) => delivery.conversationId ?? []);
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("conversations")
    .select(["id", "window_until"])
    .where("organization_id", "=", number.organization_id)
    .where("id", "in", ids)
    .execute();
  return new Set(rows.filter((row) => windowOpen(row.window_until, dispatchMarginMs)).map((row) => row.id));
};

type Template = { name: string; language: string; state: string; category: string };

const templatesOf = async (db: Db, number: NumberRow, deliveries: Judged[]): Promise<(delivery: Judged) => Template | undefined> => {
  const names = deliveries.flatMap((delivery) => {
    const content = delivery.content as Payload;
    return content.type === "template" ? [content.template.name] : [];
  });
  const rows =
    names.length === 0
      ? []
      : await db
          .selectFrom("whatsapp_templates")
          .select(["name", "language", "state", "category"])
          .where("organization_id", "=", number.organization_id)
          .where("account_id", "=", number.account_id)
          .where("name", "in", [...new Set(names)])
          .execute();
  const known = new Map(rows.map((row) => [`${row.name} ${row.language}`, row]));
  return (delivery) => {
    const content = delivery.content as Payload;
    return content.type === "template" ? known.get(`${content.template.name} ${content.template.language.code}`) : undefined;
  };
};

const templateFailure = (template: Template | undefined): Failure | null => {
  const wrong = template
    ? templateWrong(template)
    : { code: "template_missing", message: "There is no template of this name and language any more." };
  return wrong ? { ...wrong, remedy: "fix_template" } : null;
};
