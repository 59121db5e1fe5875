import { CircleAlert, CircleCheck, Lightbulb } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { ErrorNotice, Section, Spinner } from "../ui/index.ts";
import { useEditing } from "./editor-context.ts";
import { usePlaceWords, useProblemWords } from "./problem-words.ts";

/** What Meta would refuse, in the order of the page; each leads to its field. */
export function EditorProblems({ checking, error }: { checking: boolean; error: Error | null }) {
  const t = useT();
  const words = useProblemWords();
  const place = usePlaceWords();
  const { problems } = useEditing();
  const errors = problems.filter((problem) => problem.severity === "error");
  return (
    <Section title={t("templates.before_meta")} aside={checking ? <Spinner /> : undefined}>
      <div aria-live="polite" className="flex flex-col gap-2">
        {error && !checking && <ErrorNotice error={error} />}
        {errors.length === 0 && !checking && !error && (
          <p className="flex items-center gap-2 text-success-text">
            <CircleCheck size={16} aria-hidden />
            {t("templates.nothing_wrong")}
          </p>
        )}
        <ul className="flex flex-col gap-1.5">
          {[...errors, ...problems.filter((problem) => problem.severity === "hint")].map((problem) => {
            const Icon = problem.severity === "error" ? CircleAlert : Lightbulb;
            const where = place(problem.field);
            return (
              <li key={`${problem.field} ${problem.code}`}>
                <button
                  type="button"
                  className="flex w-full gap-2 rounded-6 text-start hover:underline"
                  onClick={() => goTo(problem.field)}
                >
                  <Icon
                    size={16}
                    className={problem.severity === "error" ? "mt-0.5 shrink-0 text-danger" : "mt-0.5 shrink-0 text-warning"}
                    aria-hidden
                  />
                  <span>
                    {where && <span className="font-medium">{where}: </span>}
                    {words(problem)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </Section>
  );
}

/** The control of a field, or of the nearest part around it. */
export const goTo = (field: string) => {
  for (let name = field; name !== ""; name = name.includes(".") ? name.slice(0, name.lastIndexOf(".")) : "") {
    const found = [...document.querySelectorAll<HTMLElement>("[data-field]")].find((each) => each.dataset.field === name);
    const control = found?.querySelector<HTMLElement>("input:not([tabindex='-1']), textarea, button");
    if (!control) continue;
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
    return;
  }
};
