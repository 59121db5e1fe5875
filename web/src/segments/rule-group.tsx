import { CopyPlus, FolderPlus, Group, MoreHorizontal, Trash2 } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Button, cx, IconButton, Menu, Select } from "../ui/index.ts";
import { AddLeaf } from "./add-leaf.tsx";
import type { Known } from "./known.ts";
import { LeafCount } from "./leaf-count.tsx";
import { LeafEditor } from "./leaf-editor.tsx";
import type { Leaf, Match, Rule } from "./rule.ts";
import { deepest, mostLeaves } from "./rule.ts";
import { addTo, changeAt, copyAt, isGroup, leavesOf, type Place, removeAt, wrapAt } from "./rule-change.ts";

interface Shared {
  tree: Rule;
  onChange: (tree: Rule) => void;
  known: Known;
  /** How many contacts a condition alone holds for, by its place. */
  counts: ReadonlyMap<string, number>;
  /** What the server refused, by place. */
  problems: ReadonlyMap<string, string>;
}

const matches: Match[] = ["all", "any", "none"];

/** One group of the tree: "People for whom *all* of these hold", its conditions below one another, groups inside groups. */
export function RuleGroup({ group, place, ...shared }: Shared & { group: Rule; place: Place }) {
  const t = useT();
  const { tree, onChange, known } = shared;
  const full = leavesOf(tree) >= mostLeaves;
  const add = (rule: Leaf | Rule) => onChange(addTo(tree, place, rule));
  return (
    <fieldset className={cx("flex min-w-0 flex-col gap-2", place.length > 0 && "rounded-8 border bg-surface p-3")}>
      <legend className="sr-only">{t("segments.group")}</legend>
      <div className="flex flex-wrap items-center gap-1.5">
        <span className={place.length === 0 ? "font-medium" : "text-subtle"}>
          {t(place.length === 0 ? "segments.people_for_whom" : "segments.for_whom")}
        </span>
        <Select
          className="w-auto! font-medium"
          label={t("segments.match")}
          value={group.match}
          onChange={(match) => onChange(changeAt(tree, place, (rule) => (isGroup(rule) ? { ...rule, match } : rule)))}
          options={matches.map((match) => ({ value: match, label: t(`segments.match_${match}`) }))}
        />
        <span className={place.length === 0 ? "font-medium" : "text-subtle"}>{t("segments.hold")}</span>
        {place.length > 0 && <RuleMenu place={place} {...shared} />}
      </div>
      {group.rules.length === 0 && <p className="text-subtle">{t(group.match === "any" ? "segments.empty_any" : "segments.empty_all")}</p>}
      <ul className="flex flex-col gap-2">
        {group.rules.map((rule, at) => {
          const own = [...place, at];
          const problem = shared.problems.get(own.join("."));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no identity but its place
            <li key={at} className="flex min-w-0 flex-col gap-2">
              {at > 0 && (
                <span className="flex items-center gap-2 text-12 text-subtle" aria-hidden>
                  <span className="h-px w-3 bg-line" />
                  {t(`segments.joint_${group.match}`)}
                </span>
              )}
              {isGroup(rule) ? (
                <RuleGroup group={rule} place={own} {...shared} />
              ) : (
                <div
                  className={cx("flex min-w-0 items-start gap-2 rounded-8 border bg-surface-raised px-3 py-2", problem && "border-danger")}
                >
                  <LeafEditor leaf={rule} known={known} onChange={(leaf) => onChange(changeAt(tree, own, () => leaf))} />
                  <LeafCount count={shared.counts.get(own.join("."))} />
                  <RuleMenu place={own} {...shared} />
                </div>
              )}
              {problem && (
                <p role="alert" className="text-12 text-danger-text">
                  {problem}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-wrap items-center gap-1.5">
        <AddLeaf known={known} onAdd={add} disabled={full} />
        {place.length + 1 < deepest && (
          <Button variant="ghost" disabled={full} onClick={() => add({ match: group.match === "all" ? "any" : "all", rules: [] })}>
            <FolderPlus size={14} aria-hidden />
            {t("segments.add_group")}
          </Button>
        )}
        {full && <span className="text-12 text-subtle">{t("segments.full", { count: mostLeaves })}</span>}
      </div>
    </fieldset>
  );
}

function RuleMenu({ tree, onChange, place }: Shared & { place: Place }) {
  const t = useT();
  return (
    <Menu
      align="end"
      trigger={
        <IconButton size="sm" label={t("segments.rule_actions")}>
          <MoreHorizontal size={14} aria-hidden />
        </IconButton>
      }
      items={[
        {
          label: t("segments.copy"),
          icon: <CopyPlus size={14} aria-hidden />,
          disabled: leavesOf(tree) >= mostLeaves,
          onSelect: () => onChange(copyAt(tree, place)),
        },
        place.length + 1 < deepest && {
          label: t("segments.into_group"),
          icon: <Group size={14} aria-hidden />,
          onSelect: () => onChange(wrapAt(tree, place)),
        },
        "separator",
        {
          label: t("segments.remove"),
          icon: <Trash2 size={14} aria-hidden />,
          danger: true,
          onSelect: () => onChange(removeAt(tree, place)),
        },
      ]}
    />
  );
}
