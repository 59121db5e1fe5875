import type { Tx } from "../../../../kernel/db/pools.ts";
import { emitMany } from "../../../../kernel/events.ts";
import { newId } from "../../../../kernel/id.ts";
import { stepAside } from "../templates/template-aside.ts";
import { isObject, type Json, listOf, objectOf, textOf } from "./parse-json.ts";
import type { AccountItem } from "./parse-shapes.ts";

type Row = { id: string; name: string; state: string; category: string; submission: string | null; components: unknown };
type Change = {
  state?: string;
  reason?: string | null;
  quality?: string;
  category?: string;
  correct_category?: string | null;
  previous_category?: string;
  category_changed_at?: Date;
  components?: string;
  provider_id?: string;
  submission?: null;
  taken_at?: Date;
  deleted_at?: Date | null;
};

/** State, quality, texts and category of a template, made known here if it was not. `event` is the state, but for the ways back. */
export const projectTemplate = async (tx: Tx, organizationId: string, item: AccountItem, at: Date): Promise<void> => {
  const { value, accountId } = item;
  const [name, language] = [textOf(value.message_template_name), textOf(value.message_template_language)];
  const providerId = textOf(value.message_template_id);
  if (accountId === null || ((name === null || language === null) && providerId === null)) return;
  let found = tx
    .selectFrom("whatsapp_templates")
    .select(["id", "name", "state", "category", "submission", "components"])
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", accountId);
  found =
    name !== null && language !== null
      ? found.where("name", "=", name).where("language", "=", language)
      : found.where("provider_id", "=", providerId);
  let row = (await found.forUpdate().executeTakeFirst()) as Row | undefined;
  if (row?.state === "DRAFT" && row.submission === null) {
    await stepAside(tx, { organization_id: organizationId, id: row.id, name: row.name });
    row = undefined;
  }
  const change: Change = { ...changeOf(item.field, value, row, at), ...(providerId === null ? {} : { provider_id: providerId }) };
  // Two of a kind may overtake one another (a warning of a category its change, too); which is the later is said by their own clock.
  if (await laterNews(tx, organizationId, item, at)) return;
  let id = row?.id;
  if (row)
    await tx
      .updateTable("whatsapp_templates")
      .set({ ...change, updated_at: new Date() })
      .where("organization_id", "=", organizationId)
      .where("id", "=", row.id)
      .execute();
  else if (name !== null && language !== null) {
    id = newId();
    await tx
      .insertInto("whatsapp_templates")
      .values({
        organization_id: organizationId,
        id,
        account_id: accountId,
        name,
        language,
        ...change,
        state: change.state ?? "UNKNOWN",
        category: change.category ?? textOf(value.message_template_category) ?? "UNKNOWN",
      })
      .execute();
  }
  if (id)
    await emitMany(tx, [
      {
        organizationId,
        name: "template.updated",
        actor: { kind: "system", name: "whatsapp" },
        payload: { templateId: id, what: item.field },
      },
    ]);
};

const laterNews = async (tx: Tx, organizationId: string, item: AccountItem, at: Date): Promise<boolean> => {
  const later = await tx
    .selectFrom("channel_notices")
    .select("payload")
    .where("organization_id", "=", organizationId)
    .where("account_id", "=", item.accountId ?? "")
    .where("kind", "=", item.field)
    .where("occurred_at", ">", at)
    .limit(1000)
    .execute();
  const keys = ["message_template_name", "message_template_language", "message_template_id"];
  // What one of the two does not name cannot tell them apart.
  const same = (payload: Json) =>
    keys.every(
      (key) => textOf(payload[key]) === null || textOf(item.value[key]) === null || textOf(payload[key]) === textOf(item.value[key]),
    );
  return later.some((notice) => same(objectOf(notice.payload)));
};

/** Events that end a state give the template back; a template that may be sent says APPROVED. */
const back: Record<string, string> = { REINSTATED: "APPROVED", UNARCHIVED: "APPROVED", UNPAUSED: "APPROVED" };

const changeOf = (field: string, value: Json, row: Row | undefined, at: Date): Change => {
  if (field === "message_template_status_update") {
    const event = textOf(value.event) ?? "UNKNOWN";
    const category = textOf(value.message_template_category);
    return {
      state: back[event] ?? event,
      reason: reasonOf(value),
      ...(category ? recategorised(category, row, at) : {}),
      deleted_at: event === "DELETED" ? at : null,
      // Meta has it, whatever became of our own request.
      ...(row?.submission ? { submission: null } : {}),
      ...(row?.state === "DRAFT" ? { taken_at: new Date() } : {}),
    };
  }
  if (field === "message_template_quality_update") return { quality: textOf(value.new_quality_score) ?? "UNKNOWN" };
  if (field === "template_category_update") {
    const category = textOf(value.new_category);
    const correct = textOf(value.correct_category);
    const previous = textOf(value.previous_category);
    return {
      ...(category ? recategorised(category, row, at, previous) : {}),
      correct_category: correct === category ? null : correct,
    };
  }
  return { components: JSON.stringify(componentsWith(value, listOf(row?.components))) };
};

/** A utility template that became marketing costs more, needs consent and stops at an opt-out: what it was is kept, so that people are told. */
const recategorised = (category: string, row: Row | undefined, at: Date, previous: string | null = null): Change => {
  const was = previous ?? (row && !["DRAFT", "UNKNOWN"].includes(row.state) ? row.category : null);
  if (was === null || was === "UNKNOWN" || was === category) return { category };
  return { category, previous_category: was, category_changed_at: at };
};

const reasonOf = (value: Json): string | null => {
  const info = objectOf(value.rejection_info);
  const said = [
    textOf(value.reason),
    textOf(info.reason),
    textOf(info.recommendation),
    textOf(objectOf(value.other_info).description),
  ].filter((text) => text !== null && text !== "NONE");
  return said.length > 0 ? said.join(". ").replaceAll("..", ".").slice(0, 1000) : null;
};

/** The webhook names the texts that are there now; what it does not name stays as it was. */
const componentsWith = (value: Json, before: unknown[]): unknown[] => {
  const parts: [string, Json | null][] = [
    [
      "HEADER",
      textOf(value.message_template_title) === null ? null : { type: "HEADER", format: "TEXT", text: textOf(value.message_template_title) },
    ],
    ["BODY", textOf(value.message_template_element) === null ? null : { type: "BODY", text: textOf(value.message_template_element) }],
    ["FOOTER", textOf(value.message_template_footer) === null ? null : { type: "FOOTER", text: textOf(value.message_template_footer) }],
    [
      "BUTTONS",
      Array.isArray(value.message_template_buttons)
        ? { type: "BUTTONS", buttons: value.message_template_buttons.filter(isObject).map(buttonOf) }
        : null,
    ],
  ];
  const old = before.filter(isObject);
  const known = parts.flatMap(([type, part]) => {
    const was = old.find((component) => component.type === type);
    return part ? [{ ...was, ...part }] : was ? [was] : [];
  });
  return [...known, ...old.filter((component) => !parts.some(([type]) => type === component.type))];
};

const buttonOf = (button: Json): Json => ({
  type: textOf(button.message_template_button_type) ?? textOf(button.type) ?? "UNKNOWN",
  text: textOf(button.message_template_button_text) ?? textOf(button.text) ?? "",
  ...(textOf(button.message_template_button_url) === null ? {} : { url: textOf(button.message_template_button_url) }),
  ...(textOf(button.message_template_button_phone_number) === null
    ? {}
    : { phone_number: textOf(button.message_template_button_phone_number) }),
});
