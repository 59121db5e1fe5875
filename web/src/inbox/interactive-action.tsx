// biome-ignore-all lint/suspicious/noArrayIndexKey: buttons, sections and rows are their place
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { Button, Field, IconButton, Input } from "../ui/index.ts";
import { Counted } from "./counted.tsx";
import { emptyRow, type InteractiveDraft, type Row, rowCount } from "./interactive-draft.ts";
import { limits } from "./message-limits.ts";

interface Part {
  draft: InteractiveDraft;
  onChange: (part: Partial<InteractiveDraft>) => void;
  /** What is wrong with the field at this place of the API's body. */
  says: (field: string) => string | undefined;
}

/** What the customer may press. */
export function InteractiveAction(props: Part) {
  const t = useT();
  switch (props.draft.kind) {
    case "buttons":
      return <Buttons {...props} />;
    case "list":
      return <List {...props} />;
    case "link":
      return <LinkButton {...props} />;
    case "flow":
      return <Flow {...props} />;
    default:
      return <p className="text-12 text-subtle">{t("sending.ask_location_hint")}</p>;
  }
}

function Buttons({ draft: { buttons }, onChange, says }: Part) {
  const t = useT();
  return (
    <Group>
      {buttons.map((title, index) => (
        <Counted
          key={index}
          label={t("sending.button", { number: index + 1 })}
          length={title.length}
          most={limits.buttonTitle}
          error={says(`action.buttons.${index}.title`) ?? says(`action.buttons.${index}.id`)}
        >
          <Input
            dir="auto"
            value={title}
            onChange={(event) => onChange({ buttons: replaced(buttons, index, event.target.value) })}
            end={
              buttons.length > 1 && (
                <Remove
                  name={title || t("sending.button", { number: index + 1 })}
                  onClick={() => onChange({ buttons: without(buttons, index) })}
                />
              )
            }
          />
        </Counted>
      ))}
      <Add
        label={t("sending.add_button")}
        full={buttons.length >= limits.buttons}
        why={t("sending.most_buttons", { count: limits.buttons })}
        onClick={() => onChange({ buttons: [...buttons, ""] })}
      />
    </Group>
  );
}

function List({ draft, onChange, says }: Part) {
  const t = useT();
  const { sections, listButton } = draft;
  const full = rowCount(draft) >= limits.rows;
  const change = (at: number, part: Partial<(typeof sections)[number]>) =>
    onChange({ sections: sections.map((section, index) => (index === at ? { ...section, ...part } : section)) });
  return (
    <Group>
      <Counted label={t("sending.list_button")} length={listButton.length} most={limits.listButton} error={says("action.button")}>
        <Input dir="auto" value={listButton} onChange={(event) => onChange({ listButton: event.target.value })} />
      </Counted>
      {sections.map((section, at) => (
        <fieldset key={at} className="flex min-w-0 flex-col gap-3 rounded-8 border p-3">
          <legend className="sr-only">{t("sending.section", { number: at + 1 })}</legend>
          <Counted
            label={t("sending.section", { number: at + 1 })}
            optional={sections.length === 1}
            length={section.title.length}
            most={limits.sectionTitle}
            error={says(`action.sections.${at}.title`)}
          >
            <Input
              dir="auto"
              value={section.title}
              onChange={(event) => change(at, { title: event.target.value })}
              end={
                sections.length > 1 && (
                  <Remove
                    name={section.title || t("sending.section", { number: at + 1 })}
                    onClick={() => onChange({ sections: without(sections, at) })}
                  />
                )
              }
            />
          </Counted>
          {section.rows.map((row, index) => (
            <RowFields
              key={index}
              row={row}
              number={index + 1}
              field={`action.sections.${at}.rows.${index}`}
              says={says}
              onChange={(next) => change(at, { rows: replaced(section.rows, index, next) })}
              onRemove={section.rows.length > 1 ? () => change(at, { rows: without(section.rows, index) }) : undefined}
            />
          ))}
          <Add
            label={t("sending.add_row")}
            full={full}
            why={t("sending.most_rows", { count: limits.rows })}
            onClick={() => change(at, { rows: [...section.rows, emptyRow] })}
          />
        </fieldset>
      ))}
      <Add
        label={t("sending.add_section")}
        full={full}
        why={t("sending.most_rows", { count: limits.rows })}
        onClick={() => onChange({ sections: [...sections, { title: "", rows: [emptyRow] }] })}
      />
    </Group>
  );
}

function RowFields({
  row,
  number,
  field,
  says,
  onChange,
  onRemove,
}: {
  row: Row;
  number: number;
  field: string;
  says: Part["says"];
  onChange: (row: Row) => void;
  onRemove: (() => void) | undefined;
}) {
  const t = useT();
  return (
    <div className="grid grid-cols-2 gap-2 phone:grid-cols-1">
      <Counted
        label={t("sending.row", { number })}
        length={row.title.length}
        most={limits.rowTitle}
        error={says(`${field}.title`) ?? says(`${field}.id`)}
      >
        <Input dir="auto" value={row.title} onChange={(event) => onChange({ ...row, title: event.target.value })} />
      </Counted>
      <Counted
        label={t("sending.row_description")}
        optional
        length={row.description.length}
        most={limits.rowDescription}
        error={says(`${field}.description`)}
      >
        <Input
          dir="auto"
          value={row.description}
          onChange={(event) => onChange({ ...row, description: event.target.value })}
          end={onRemove && <Remove name={row.title || t("sending.row", { number })} onClick={onRemove} />}
        />
      </Counted>
    </div>
  );
}

function LinkButton({ draft: { linkTitle, linkUrl }, onChange, says }: Part) {
  const t = useT();
  return (
    <Group>
      <Counted label={t("sending.button_words")} length={linkTitle.length} most={limits.linkTitle} error={says("action.title")}>
        <Input dir="auto" value={linkTitle} onChange={(event) => onChange({ linkTitle: event.target.value })} />
      </Counted>
      <Field label={t("sending.address")} error={says("action.url")}>
        <Input dir="ltr" inputMode="url" value={linkUrl} onChange={(event) => onChange({ linkUrl: event.target.value })} />
      </Field>
    </Group>
  );
}

function Flow({ draft: { flowId, flowTitle, flowScreen }, onChange, says }: Part) {
  const t = useT();
  return (
    <Group>
      <Field label={t("sending.flow_id")} hint={t("sending.flow_id_hint")} error={says("action.flowId")}>
        <Input dir="ltr" mono inputMode="numeric" value={flowId} onChange={(event) => onChange({ flowId: event.target.value })} />
      </Field>
      <Counted label={t("sending.button_words")} length={flowTitle.length} most={limits.flowTitle} error={says("action.title")}>
        <Input dir="auto" value={flowTitle} onChange={(event) => onChange({ flowTitle: event.target.value })} />
      </Counted>
      <Counted
        label={t("sending.flow_screen")}
        optional
        hint={t("sending.flow_screen_hint")}
        length={flowScreen.length}
        most={limits.flowScreen}
        error={says("action.screen")}
      >
        <Input dir="ltr" mono value={flowScreen} onChange={(event) => onChange({ flowScreen: event.target.value })} />
      </Counted>
    </Group>
  );
}

const Group = ({ children }: { children: ReactNode }) => <div className="flex flex-col gap-3">{children}</div>;

/** Stays where it is when nothing more fits, and says why. */
const Add = ({ label, full, why, onClick }: { label: string; full: boolean; why: string; onClick: () => void }) => (
  <div className="flex items-center gap-2">
    <Button size="xs" icon={<Plus size={13} />} disabled={full} onClick={onClick}>
      {label}
    </Button>
    {full && <span className="text-12 text-subtle">{why}</span>}
  </div>
);

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useT();
  return (
    <IconButton size="sm" label={t("common.remove_named", { name })} onClick={onClick}>
      <X size={14} />
    </IconButton>
  );
}

const replaced = <Item,>(items: Item[], at: number, item: Item) => items.map((each, index) => (index === at ? item : each));
const without = <Item,>(items: Item[], at: number) => items.filter((_, index) => index !== at);
