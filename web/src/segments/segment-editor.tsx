import { useNavigate } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { ApiError } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Field, IconButton, Input, Section, toast } from "../ui/index.ts";
import { useKnown } from "./known.ts";
import { PreviewPanel, usePreview } from "./preview-panel.tsx";
import type { Rule } from "./rule.ts";
import { RuleGroup } from "./rule-group.tsx";
import { type Segment, saveSegment } from "./segment-data.ts";
import { type Draft, useDraft } from "./use-draft.ts";

const nothing: Rule = { match: "all", rules: [] };

/** The rule as a sentence one edits, and beside it whom it holds for right now. */
export function SegmentEditor({ segment }: { segment: Segment | null }) {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const known = useKnown();
  const saved = useMemo<Draft>(
    () => ({ name: segment?.name ?? "", description: segment?.description ?? "", rule: segment?.rule ?? nothing }),
    [segment],
  );
  const { draft, change, undo, canUndo, reset, changed } = useDraft(saved);
  const [error, setError] = useState<unknown>();
  const [working, setWorking] = useState(false);
  const query = usePreview(draft.rule);
  const may = can("segments.write") && segment?.state !== "archived";
  const counts = useMemo(() => new Map(query.data?.leaves.map(({ path, count }) => [placeOf(path), count])), [query.data]);
  const refused = error ?? query.error;
  const problems = useMemo(() => problemsOf(refused), [refused]);
  useLeaveWarning(changed);

  const save = async () => {
    if (working) return;
    setWorking(true);
    setError(undefined);
    try {
      const next = await saveSegment(segment?.id ?? null, { ...draft, name: draft.name.trim() || t("segments.untitled") });
      reset({ name: next.name, description: next.description, rule: next.rule });
      toast({ title: t(segment ? "segments.saved" : "segments.created"), tone: "success" });
      if (!segment) void navigate({ to: "/segments/$segmentId", params: { segmentId: next.id }, ignoreBlocker: true });
    } catch (refusal) {
      setError(refusal);
    } finally {
      setWorking(false);
    }
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_320px] items-start gap-5 medium:grid-cols-1">
      <form
        className="flex min-w-0 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if ((event.ctrlKey || event.metaKey) && event.key === "z" && !(event.target as Element).closest("input, textarea")) {
            event.preventDefault();
            undo();
          }
        }}
      >
        {!may && <p className="text-muted">{t("segments.not_allowed")}</p>}
        {error !== undefined && problems.size === 0 && <ErrorNotice error={error} />}
        <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
          <Field label={t("segments.name")} required>
            <Input
              value={draft.name}
              maxLength={120}
              disabled={!may}
              placeholder={t("segments.untitled")}
              autoFocus={segment === null}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          <Field label={t("segments.description")} optional>
            <Input
              value={draft.description}
              maxLength={1000}
              disabled={!may}
              onChange={(event) => change({ description: event.target.value })}
            />
          </Field>
        </div>
        <Section
          title={t("segments.rule")}
          aside={changed && <span className="text-12">{t("segments.unsaved")}</span>}
          actions={
            <IconButton label={t("segments.undo")} shortcut="mod+z" disabled={!canUndo} onClick={undo}>
              <Undo2 size={16} aria-hidden />
            </IconButton>
          }
          footer={
            may && (
              <>
                {changed && segment && <Button onClick={() => reset(saved)}>{t("segments.reset")}</Button>}
                <Button type="submit" variant="primary" loading={working} disabled={segment !== null && !changed}>
                  {t("segments.save")}
                </Button>
              </>
            )
          }
        >
          <fieldset disabled={!may} className="contents">
            <RuleGroup
              group={draft.rule}
              place={[]}
              tree={draft.rule}
              onChange={(rule) => change({ rule })}
              known={known}
              counts={counts}
              problems={problems}
            />
          </fieldset>
        </Section>
      </form>
      <div className="sticky top-0 medium:static">
        <PreviewPanel query={query} />
      </div>
    </div>
  );
}

/** "rule.rules.1.rules.0.value" is the place 1, 0. */
const placeOf = (path: string): string => [...path.matchAll(/rules\.(\d+)/g)].map((match) => match[1]).join(".");

/** A refusal that names a part of the rule stands at that part. */
const problemsOf = (error: unknown): Map<string, string> =>
  error instanceof ApiError && error.field?.startsWith("rule")
    ? new Map([[placeOf(error.field), [error.message, error.remedy].filter(Boolean).join(" ")]])
    : new Map();

/** Closing the tab with something unsaved asks first. */
function useLeaveWarning(changed: boolean) {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [changed]);
}
