import { Check } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { useT } from "../i18n/index.ts";
import { cx, type Hue } from "../ui/index.ts";

const hues = [1, 2, 3, 4, 5, 6] as const;

export function HuePicker({ value, onChange }: { value: Hue; onChange: (hue: Hue) => void }) {
  const t = useT();
  return (
    <RadioGroup.Root
      value={String(value)}
      onValueChange={(next) => onChange(Number(next) as Hue)}
      aria-label={t("settings.colour")}
      orientation="horizontal"
      className="flex h-control items-center gap-1.5 phone:h-10 phone:gap-3"
    >
      {hues.map((hue) => (
        <RadioGroup.Item
          key={hue}
          value={String(hue)}
          aria-label={t(`settings.hue_${hue}`)}
          title={t(`settings.hue_${hue}`)}
          className={cx("grid size-6 place-items-center rounded-full bg-hue text-surface-raised", `hue-${hue}`)}
        >
          <RadioGroup.Indicator>
            <Check size={14} strokeWidth={3} />
          </RadioGroup.Indicator>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
