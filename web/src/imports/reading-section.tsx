import { type Key, useT } from "../i18n/index.ts";
import { Field, Section, Select } from "../ui/index.ts";
import type { Import, Preview, Reading } from "./import-data.ts";

const encodings: Record<Reading["encoding"], string> = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16 LE)",
  "utf-16be": "Unicode (UTF-16 BE)",
  "windows-1252": "Western (Windows-1252)",
  "windows-1250": "Central European (Windows-1250)",
  "windows-1251": "Cyrillic (Windows-1251)",
  "windows-1254": "Turkish (Windows-1254)",
  "windows-1256": "Arabic (Windows-1256)",
  "iso-8859-15": "Western (ISO 8859-15)",
  macintosh: "Western (Macintosh)",
};
const delimiters: [Reading["delimiter"], Key][] = [
  [",", "imports.comma"],
  [";", "imports.semicolon"],
  ["\t", "imports.tab"],
  ["|", "imports.bar"],
];

/** How the file is read: shown as guessed, and changeable. */
export function ReadingSection({
  item,
  preview,
  onChange,
}: {
  item: Import;
  preview: Preview;
  onChange: (change: Partial<Reading>) => void;
}) {
  const t = useT();
  const { reading } = preview;
  const heads = [...new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, reading.headerRow])].sort((a, b) => a - b);
  return (
    <Section title={t("imports.reading")} aside={<span className="phone:hidden">{t("imports.reading_text")}</span>}>
      <div className="grid grid-cols-3 gap-4 phone:grid-cols-1">
        {item.format === "csv" ? (
          <>
            <Field label={t("imports.encoding")}>
              <Select
                value={reading.encoding}
                onChange={(encoding) => onChange({ encoding })}
                options={Object.entries(encodings).map(([value, label]) => ({ value: value as Reading["encoding"], label }))}
              />
            </Field>
            <Field label={t("imports.delimiter")}>
              <Select
                value={reading.delimiter}
                onChange={(delimiter) => onChange({ delimiter })}
                options={delimiters.map(([value, word]) => ({ value, label: t(word) }))}
              />
            </Field>
          </>
        ) : (
          <Field label={t("imports.sheet")}>
            <Select
              value={reading.sheet}
              onChange={(sheet) => onChange({ sheet })}
              options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            />
          </Field>
        )}
        <Field label={t("imports.header_row")}>
          <Select
            value={String(reading.headerRow)}
            onChange={(row) => onChange({ headerRow: Number(row) })}
            options={heads.map((row) => ({ value: String(row), label: row === 0 ? t("imports.no_header") : String(row) }))}
          />
        </Field>
      </div>
    </Section>
  );
}
