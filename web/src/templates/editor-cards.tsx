import { Plus, Trash2 } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button, IconButton, Section, Segmented } from "../ui/index.ts";
import { EditorButtons } from "./editor-buttons.tsx";
import { useEditing } from "./editor-context.ts";
import { PartProblem } from "./editor-field.tsx";
import { type Card, newCard } from "./form.ts";
import { SampleField } from "./sample-field.tsx";
import { TextWithVariables } from "./text-with-variables.tsx";

/** Two to ten cards of one build: a new one begins with the buttons of the first. */
export function EditorCards() {
  const t = useT();
  const { form, change } = useEditing();
  const { cards, cardHeader } = form;
  const changeCard = (at: number, part: Partial<Card>) => change({ cards: cards.with(at, { ...(cards[at] as Card), ...part }) });
  return (
    <Section
      title={t("templates.cards")}
      aside={t("templates.cards_text")}
      actions={
        <Segmented
          label={t("templates.card_header")}
          value={cardHeader}
          onChange={(kind) => change({ cardHeader: kind, cards: cards.map((card) => ({ ...card, sample: null })) })}
          options={[
            { value: "IMAGE", label: t("templates.image") },
            { value: "VIDEO", label: t("templates.video") },
          ]}
        />
      }
    >
      <PartProblem field="cards" />
      {cards.map((card, at) => (
        <fieldset key={card.key} className="flex flex-col gap-3 rounded-8 border p-3">
          <legend className="sr-only">{t("templates.place_card", { number: at + 1 })}</legend>
          <div className="flex items-center gap-2">
            <b className="flex-1 font-medium">{t("templates.place_card", { number: at + 1 })}</b>
            {cards.length > 2 && (
              <IconButton
                size="sm"
                label={t("common.remove_named", { name: t("templates.place_card", { number: at + 1 }) })}
                onClick={() => change({ cards: cards.toSpliced(at, 1) })}
              >
                <Trash2 size={14} />
              </IconButton>
            )}
          </div>
          <PartProblem field={`cards.${at}`} />
          <SampleField
            key={cardHeader}
            field={`cards.${at}.header`}
            kind={cardHeader}
            value={card.sample}
            onChange={(sample) => changeCard(at, { sample })}
          />
          <TextWithVariables
            optional
            rows={2}
            field={`cards.${at}.body`}
            label={t("templates.card_body")}
            value={card.body}
            onChange={(body) => changeCard(at, { body })}
            most={160}
          />
          <EditorButtons
            field={`cards.${at}.buttons`}
            buttons={card.buttons}
            onChange={(buttons) => changeCard(at, { buttons })}
            only={["QUICK_REPLY", "URL", "PHONE_NUMBER"]}
            most={2}
          />
        </fieldset>
      ))}
      {cards.length < 10 && (
        <span>
          <Button icon={<Plus size={14} />} onClick={() => change({ cards: [...cards, newCard(cards[0])] })}>
            {t("templates.add_card")}
          </Button>
        </span>
      )}
    </Section>
  );
}
