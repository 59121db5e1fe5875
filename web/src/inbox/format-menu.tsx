import { Type } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { IconButton, Menu, type MenuItem } from "../ui/index.ts";
import { type Chosen, markLines, surround } from "./text-marks.ts";

/** WhatsApp's own marks, each shown as one would type it. */
export function FormatMenu({ onChange }: { onChange: (edit: (chosen: Chosen) => Chosen) => void }) {
  const t = useT();
  const around = (label: string, before: string, after = before, shortcut?: string): MenuItem => ({
    label: <Labelled label={label} as={`${before}${t("sending.sample")}${after}`} />,
    ...(shortcut ? { shortcut } : {}),
    onSelect: () => onChange((chosen) => surround(chosen, before, after)),
  });
  const lines = (label: string, mark: string): MenuItem => ({
    label: <Labelled label={label} as={`${mark}${t("sending.sample")}`} />,
    onSelect: () => onChange((chosen) => markLines(chosen, mark)),
  });
  return (
    <Menu
      side="top"
      trigger={
        <IconButton label={t("sending.format")} side="top">
          <Type size={16} />
        </IconButton>
      }
      items={[
        around(t("inbox.bold"), "*", "*", "mod+b"),
        around(t("inbox.italic"), "_", "_", "mod+i"),
        around(t("sending.struck"), "~"),
        around(t("sending.code"), "```"),
        "separator",
        lines(t("sending.bullets"), "- "),
        lines(t("sending.numbers"), "1. "),
        lines(t("sending.quote"), "> "),
      ]}
    />
  );
}

const Labelled = ({ label, as }: { label: string; as: string }) => (
  <span className="flex items-baseline justify-between gap-4">
    {label}
    <bdi className="font-mono text-12 text-subtle">{as}</bdi>
  </span>
);
