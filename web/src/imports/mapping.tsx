import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../api/session.ts";
import { FieldSheet } from "../contacts/field-sheet.tsx";
import { useFields } from "../contacts/record-data.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Section, Select, SkeletonRows } from "../ui/index.ts";
import { checkImport, type Import, type Preview, previewQuery, type Reading, type Settings } from "./import-data.ts";
import { matchable, several, targets, targetWord } from "./import-words.ts";
import { ReadingSection } from "./reading-section.tsx";
import { type Rules, RulesSection } from "./rules-section.tsx";

const make = "make";
const ignore = "ignore";

/** Where the columns go and by which rules; then the file is checked. */
export function Mapping({ item }: { item: Import }) {
  const [reading, setReading] = useState<Partial<Reading>>({});
  const preview = useQuery(previewQuery(item.id, reading));
  return (
    <>
      {preview.data && <ReadingSection item={item} preview={preview.data} onChange={(change) => setReading({ ...reading, ...change })} />}
      {preview.error ? (
        <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />
      ) : preview.data ? (
        // Another way of reading is another table: what was chosen by hand for the old one does not fit.
        <Columns key={JSON.stringify(preview.data.columns.map((column) => column.name))} item={item} preview={preview.data} />
      ) : (
        <SkeletonRows rows={8} height={44} />
      )}
    </>
  );
}

function Columns({ item, preview }: { item: Import; preview: Preview }) {
  const t = useT();
  const can = useCan();
  const fields = useFields();
  const kept = item.settings;
  const [chosen, setChosen] = useState<Record<number, string>>(() =>
    Object.fromEntries(
      preview.columns.map(({ column, guess }) => [
        column,
        (kept ? kept.columns.find((one) => one.column === column)?.to : guess) ?? ignore,
      ]),
    ),
  );
  const [rules, setRules] = useState<Rules>(() => ({
    match: kept?.match ?? null,
    found: kept?.found ?? "update",
    missing: kept?.missing ?? "create",
    country: kept?.country ?? null,
    tagIds: kept?.tagIds ?? [],
    consent: kept?.consent ?? { channel: "whatsapp", purpose: "marketing", proof: null, source: null, date: null },
  }));
  const [making, setMaking] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [sending, setSending] = useState(false);
  const used = Object.values(chosen);
  const keys = matchable(used, fields);
  const match = (rules.match ?? keys.filter((key) => key !== "id" || keys.length === 1)).filter((key) => keys.includes(key));
  const hasConsent = used.includes("consent");

  const choose = (column: number, to: string) => {
    if (to === make) return setMaking(column);
    // What only one column can be moves to the one chosen last.
    setChosen((before) => ({
      ...Object.fromEntries(
        Object.entries(before).map(([key, value]) => [key, value === to && !several.has(to) && to !== ignore ? ignore : value]),
      ),
      [column]: to,
    }));
  };
  const check = async () => {
    setSending(true);
    setError(undefined);
    try {
      await checkImport(item.id, {
        ...rules,
        reading: preview.reading,
        columns: Object.entries(chosen).flatMap(([column, to]) =>
          to === ignore ? [] : [{ column: Number(column), to: to as Settings["columns"][number]["to"] }],
        ),
        match: match as Settings["match"],
        consent: hasConsent ? rules.consent : null,
      });
    } catch (refused) {
      setError(refused);
    } finally {
      setSending(false);
    }
  };
  const options = [
    { value: ignore, label: t("imports.ignore") },
    ...targets.map((target) => ({ value: target as string, label: targetWord(target, fields, t) })),
    ...fields.map((field) => ({ value: `fields.${field.key}`, label: field.name })),
    ...(can("contacts.configure") ? [{ value: make, label: t("imports.make_field") }] : []),
  ];

  return (
    <>
      <Section flush title={t("imports.columns")}>
        <ul>
          {preview.columns.map(({ column, name, samples }) => (
            <li
              key={column}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_220px] items-center gap-4 border-b px-4 py-2 last:border-b-0 phone:grid-cols-1 phone:gap-1"
            >
              <span className="cut font-medium" title={name}>
                {name}
              </span>
              <span className="cut text-muted" title={samples.join(", ")}>
                {samples.join(", ") || "–"}
              </span>
              <Select
                label={`${t("imports.goes_to")}: ${name}`}
                value={chosen[column] ?? ignore}
                onChange={(to) => choose(column, to)}
                options={options}
              />
            </li>
          ))}
        </ul>
      </Section>
      <RulesSection
        rules={rules}
        match={match}
        keys={keys}
        hasConsent={hasConsent}
        onChange={(change) => setRules({ ...rules, ...change })}
      />
      <FirstRows preview={preview} />
      {error !== undefined && <ErrorNotice error={error} />}
      <div className="flex items-center justify-end gap-3">
        {keys.length === 0 && <p className="text-12 text-muted">{t("imports.match_needed")}</p>}
        <Button variant="primary" size="lg" disabled={match.length === 0} loading={sending} onClick={() => void check()}>
          {t(kept ? "imports.check_again" : "imports.check")}
        </Button>
      </div>
      {making !== undefined && (
        <FieldSheet
          field={undefined}
          onClose={() => setMaking(undefined)}
          onSaved={(field) => {
            choose(making, `fields.${field.key}`);
            setMaking(undefined);
          }}
        />
      )}
    </>
  );
}

function FirstRows({ preview }: { preview: Preview }) {
  const t = useT();
  return (
    <Section flush title={t("imports.first_rows")}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t("imports.first_rows")}>
        <table className="w-max min-w-full border-collapse text-12">
          <thead>
            <tr className="border-b text-subtle">
              <th scope="col" className="px-3 py-1.5 text-end font-medium">
                {t("imports.row")}
              </th>
              {preview.columns.map((column) => (
                <th key={column.column} scope="col" className="px-3 py-1.5 text-start font-medium whitespace-nowrap">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.row} className="border-b last:border-b-0">
                <td className="num px-3 py-1.5 text-end text-subtle">{row.row}</td>
                {preview.columns.map((column) => (
                  <td key={column.column} className="max-w-60 px-3 py-1.5">
                    <span className="cut block">{row.cells[column.column]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
