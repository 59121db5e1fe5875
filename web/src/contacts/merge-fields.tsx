import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import { useMembers } from "./contact-data.ts";
import { shownText } from "./field-words.ts";
import type { Preview, Winner } from "./merge-data.ts";
import { useFields, useStageOf } from "./record-data.ts";
import { factKeys } from "./timeline-facts.ts";

/** Where the two differ one chooses; where only one knows something, or both say the same, it is taken as it is. */
export function FieldChoices({
  preview,
  chosen,
  onChoose,
}: {
  preview: Preview;
  chosen: Record<string, Winner>;
  onChoose: (field: string, winner: Winner) => void;
}) {
  const t = useT();
  const told = useTold(preview);
  const open = preview.fields.filter(({ field, differs }) => differs && told(field, "contact") !== "" && told(field, "other") !== "");
  const settled = preview.fields.filter(
    (each) => !open.includes(each) && (told(each.field, "contact") !== "" || told(each.field, "other") !== ""),
  );
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-13 font-semibold">{t(open.length > 0 ? "merge.choose" : "merge.no_conflict")}</h2>
      {open.map(({ field, suggested }) => (
        <fieldset key={field} className="grid grid-cols-2 gap-x-4 gap-y-1">
          <legend className="mb-1 text-12 font-medium text-subtle">{told.label(field)}</legend>
          {(["this", "other"] as const).map((winner) => (
            <label
              key={winner}
              className={cx(
                "flex min-h-9 min-w-0 cursor-pointer items-center gap-2 rounded-6 border px-3 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-accent",
                (chosen[field] ?? suggested) === winner ? "border-accent bg-surface-selected" : "hover:bg-surface-hover",
              )}
            >
              <input
                type="radio"
                name={field}
                className="accent-accent"
                checked={(chosen[field] ?? suggested) === winner}
                onChange={() => onChoose(field, winner)}
              />
              <span className="min-w-0 break-words" dir="auto">
                {told(field, winner === "this" ? "contact" : "other")}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {settled.length > 0 && (
        <dl className="grid grid-cols-[minmax(0,12rem)_1fr] gap-x-4 gap-y-1 border-t pt-3">
          {settled.map(({ field, suggested }) => (
            <div key={field} className="contents">
              <dt className="text-subtle">{told.label(field)}</dt>
              <dd className="min-w-0 break-words" dir="auto">
                {told(field, suggested === "this" ? "contact" : "other")}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** What each of the two says to a field, as a person reads it. */
function useTold(preview: Preview) {
  const t = useT();
  const format = useFormat();
  const fields = useFields();
  const stageOf = useStageOf(t);
  const members = useMembers();
  const told = (field: string, of: "contact" | "other"): string => {
    const person = preview[of];
    const own = fields.find((each) => `fields.${each.key}` === field);
    if (own) return shownText(own, person.fields[own.key], { t, format });
    if (field === "name") return person.givenName;
    if (field === "stage") return stageOf(person.stage).name;
    if (field === "owner") return members.find((member) => member.id === person.ownerId)?.name ?? "";
    const facts: Record<string, string | null> = {
      company: person.company,
      language: person.language,
      country: person.country,
      time_zone: person.timeZone,
    };
    return facts[field] ?? "";
  };
  const label = (field: string) =>
    fields.find((each) => `fields.${each.key}` === field)?.name ?? (factKeys[field] ? t(factKeys[field]) : field);
  return Object.assign(told, { label });
}
