import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useRef } from "react";
import { useT } from "../i18n/index.ts";
import { Button, type Hue, IconButton, Input, Menu } from "../ui/index.ts";
import { StageDot } from "./contact-stage.tsx";

export type DraftOption = { key?: string; name: string; hue: number };
const hues = [1, 2, 3, 4, 5, 6] as const;

/** The choices of a field, in their order, each with its colour. */
export function FieldOptions({
  options,
  onChange,
  error,
}: {
  options: DraftOption[];
  onChange: (options: DraftOption[]) => void;
  error: string | undefined;
}) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const add = () => {
    onChange([...options, { name: "", hue: (options.length % 6) + 1 }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus());
  };
  const change = (at: number, next: Partial<DraftOption>) =>
    onChange(options.map((option, index) => (index === at ? { ...option, ...next } : option)));
  const move = (at: number, by: number) => {
    const next = [...options];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange(next);
  };
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={error ? "options-error" : undefined}>
      <legend className="mb-1 font-medium">{t("record.options")}</legend>
      <ul ref={list} className="flex flex-col gap-1.5">
        {options.map((option, at) => {
          const name = option.name || t("record.option", { number: at + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: one that is new has no identity but its place
            <li key={at} className="flex items-center gap-1">
              <Menu
                trigger={
                  <IconButton size="sm" label={`${t("settings.colour")}: ${name}`}>
                    <StageDot hue={option.hue as Hue} />
                  </IconButton>
                }
                items={hues.map((hue) => ({
                  label: t(`settings.hue_${hue}`),
                  icon: <StageDot hue={hue} />,
                  checked: hue === option.hue,
                  onSelect: () => change(at, { hue }),
                }))}
              />
              <Input
                aria-label={t("record.option", { number: at + 1 })}
                aria-invalid={(error && !option.name.trim()) || undefined}
                value={option.name}
                maxLength={80}
                autoComplete="off"
                dir="auto"
                onChange={(event) => change(at, { name: event.target.value })}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  if (option.name.trim()) add();
                }}
              />
              <IconButton size="sm" label={t("record.move_up", { name })} disabled={at === 0} onClick={() => move(at, -1)}>
                <ArrowUp size={14} />
              </IconButton>
              <IconButton
                size="sm"
                label={t("record.move_down", { name })}
                disabled={at === options.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown size={14} />
              </IconButton>
              <IconButton
                size="sm"
                label={t("common.remove_named", { name })}
                onClick={() => onChange(options.filter((_each, index) => index !== at))}
              >
                <X size={14} />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <Button size="xs" variant="ghost" className="self-start" icon={<Plus size={14} />} onClick={add} disabled={options.length >= 200}>
        {t("record.add_option")}
      </Button>
      {error ? (
        <p id="options-error" role="alert" className="text-12 text-danger-text">
          {error}
        </p>
      ) : (
        <p className="text-12 text-subtle">{t("record.option_hint")}</p>
      )}
    </fieldset>
  );
}
