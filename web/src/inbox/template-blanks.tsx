import { LocateFixed } from "lucide-react";
import { Fragment, useId, useState } from "react";
import { type Translate, useT } from "../i18n/index.ts";
import { Button, Input } from "../ui/index.ts";
import { FileField } from "./file-field.tsx";
import type { MediaKind } from "./media-limits.ts";
import { type NoPlace, pairIn, whereAmI } from "./place-draft.ts";
import { type Blank, blanksOf, type Template } from "./template-data.ts";
import { missingIn, type Values } from "./template-values.ts";

/** The fields of a template's blanks, in their order; those of a card under its number. */
export function TemplateBlanks({
  template,
  values,
  onChange,
  tried,
  refused,
}: {
  template: Template;
  values: Values;
  onChange: (part: Values) => void;
  tried: boolean;
  /** What the server says, by the blank's key. */
  refused: { key: string; message: string } | undefined;
}) {
  const t = useT();
  const id = useId();
  const missing = new Set(missingIn(template, values).map(({ key }) => key));
  const blanks = blanksOf(template);
  return blanks.map((blank, index) => {
    const { key, card } = blank;
    const problem = tried && missing.has(key) ? t(problemOf(blank, values[key])) : refused?.key === key ? refused.message : undefined;
    // No spaces: an id that describes a control is one of a list.
    const field = `${id}-${key.replaceAll(" ", "-")}`;
    const set = (value: string) => onChange({ [key]: value });
    return (
      <Fragment key={key}>
        {card !== undefined && blanks[index - 1]?.card !== card && (
          <p className="col-span-full pt-1 font-medium text-subtle">{t("sending.card", { number: card + 1 })}</p>
        )}
        <label htmlFor={field} className="first-letter:uppercase">
          {labelOf(blank, template, t)}
        </label>
        {blank.part === "file" ? (
          <FileField
            id={field}
            kinds={[(blank.format ?? "DOCUMENT").toLowerCase() as MediaKind]}
            file={null}
            onFile={(file) => set(file?.id ?? "")}
            error={problem}
          />
        ) : (
          <span className="min-w-0">
            <Input
              id={field}
              {...inputOf(blank)}
              value={values[key] ?? ""}
              onChange={(event) => {
                const text = event.target.value.replaceAll(/[\n\t]/g, " ");
                const pair = blank.part === "place" && blank.name === "latitude" ? pairIn(text) : null;
                if (pair) onChange({ "place latitude": pair.latitude, "place longitude": pair.longitude });
                else set(text);
              }}
              placeholder={blank.example ? t("inbox.blank_example", { example: blank.example }) : ""}
              maxLength={blank.most || undefined}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? `${field}-says` : undefined}
              className="h-control-sm!"
            />
            {problem && (
              <span id={`${field}-says`} role="alert" className="text-danger-text">
                {problem}
              </span>
            )}
            {blank.part === "place" && blank.name === "longitude" && (
              <MyPosition onPlace={({ latitude, longitude }) => onChange({ "place latitude": latitude, "place longitude": longitude })} />
            )}
          </span>
        )}
      </Fragment>
    );
  });
}

function labelOf({ part, name, format }: Blank, template: Template, t: Translate): string {
  if (part === "file")
    return t(format === "IMAGE" ? "inbox.blank_image" : format === "VIDEO" ? "inbox.blank_video" : "inbox.blank_document");
  if (part === "button") return t("inbox.blank_button", { name: name || t("sending.copy_code") });
  if (part === "offer") return t("sending.offer_ends");
  if (part === "place") {
    if (name === "latitude" || name === "longitude") return t(`sending.${name}`);
    return t(name === "name" ? "sending.place_name" : "sending.place_address");
  }
  if (part === "body" && template.category === "AUTHENTICATION") return t("sending.code");
  if (/^\d+$/.test(name)) return t(part === "header" ? "inbox.blank_header" : "inbox.blank", { number: Number(name) });
  return name.replaceAll("_", " ");
}

const problemOf = ({ part, name, most }: Blank, value = "") => {
  if (part === "file") return "sending.needs_file" as const;
  if (part === "offer" && value) return "sending.offer_past" as const;
  if (part === "place" && value && (name === "latitude" || name === "longitude")) return "sending.degrees_short" as const;
  if (part === "button" && value && most > 20) return "sending.no_spaces" as const;
  return "inbox.blank_missing" as const;
};

const inputOf = ({ part, name }: Blank) => {
  if (part === "offer") return { type: "datetime-local" } as const;
  if (part === "place" && (name === "latitude" || name === "longitude")) return { dir: "ltr", inputMode: "decimal" } as const;
  return part === "button" ? ({ dir: "ltr" } as const) : ({ dir: "auto" } as const);
};

function MyPosition({ onPlace }: { onPlace: (place: { latitude: string; longitude: string }) => void }) {
  const t = useT();
  const [why, setWhy] = useState<NoPlace>();
  return (
    <>
      <Button
        size="xs"
        className="mt-1"
        icon={<LocateFixed size={12} />}
        onClick={() => {
          setWhy(undefined);
          whereAmI().then(onPlace, setWhy);
        }}
      >
        {t("sending.my_position")}
      </Button>
      {why && (
        <span role="alert" className="block text-danger-text">
          {t(`sending.position_${why}`)}
        </span>
      )}
    </>
  );
}
