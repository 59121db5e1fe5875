import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Checkbox } from "../ui/index.ts";
import type { PermissionInfo } from "./members.ts";
import { permissionAreas, sentenceOf } from "./permission-words.ts";

/** A box for each permission, by area. Nobody gives what they lack: those boxes stay closed. */
export function PermissionBoxes({
  permissions,
  chosen,
  onChange,
}: {
  permissions: PermissionInfo[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useT();
  const can = useCan();
  const set = (names: string[], on: boolean) => {
    const next = new Set(chosen);
    for (const name of names) on ? next.add(name) : next.delete(name);
    onChange(next);
  };
  return (
    <div className="flex flex-col gap-4">
      {permissionAreas(t, permissions).map(({ area, title, permissions: within }) => {
        const names = within.map(({ permission }) => permission).filter(can);
        const on = names.filter((name) => chosen.has(name)).length;
        return (
          <fieldset key={area} className="rounded-8 border">
            <legend className="sr-only">{title}</legend>
            <div className="border-b bg-surface-sunken px-3 py-1.5 font-medium">
              <Checkbox
                checked={on > 0 && on === names.length ? true : on > 0 ? "indeterminate" : false}
                onChange={(next) => set(names, next)}
                label={title}
                disabled={names.length === 0}
              />
            </div>
            <ul className="flex flex-col gap-2 px-3 py-2">
              {within.map((each) => (
                <li key={each.permission}>
                  <Checkbox
                    checked={chosen.has(each.permission)}
                    onChange={(next) => set([each.permission], next)}
                    label={sentenceOf(t, each)}
                    hint={
                      <code dir="ltr" className="font-mono">
                        {each.permission}
                      </code>
                    }
                    disabled={!can(each.permission)}
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        );
      })}
    </div>
  );
}
