import { useQuery } from "@tanstack/react-query";
import { Ellipsis, Pause, Pencil, Play, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import { useCan } from "../api/session.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import {
  Badge,
  Button,
  EmptyState,
  ErrorNotice,
  IconButton,
  Menu,
  Section,
  SkeletonRows,
  Spinner,
  toast,
  toastError,
} from "../ui/index.ts";
import { isAbout, useRefresh } from "./contact-live.ts";
import { Points } from "./contact-score.tsx";
import { refresh, type ScoreRule, scoreRulesQuery } from "./record-data.ts";
import { ScoreRuleSheet } from "./score-rule-sheet.tsx";
import { useRuleSentence } from "./score-words.ts";

/** The rules the lead score is the sum of, each as a sentence. */
export function ScoringPage() {
  const t = useT();
  const may = useCan()("contacts.configure");
  const sentence = useRuleSentence();
  const { data, error, refetch } = useQuery(scoreRulesQuery);
  /** "new", the one being changed, or none. */
  const [editing, setEditing] = useState<ScoreRule | "new">();
  const [removing, setRemoving] = useState<ScoreRule>();
  useRefresh(
    (event) => isAbout(event, "score_rule"),
    () => void refresh("score-rules"),
  );

  const pause = async ({ id, active }: ScoreRule) => {
    await api.PATCH("/score-rules/{ruleId}", { params: { path: { ruleId: id } }, body: { active: !active } }).catch(toastError);
    await refresh("score-rules", "contact");
  };
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setEditing("new")}>
      {t("scoring.new")}
    </Button>
  );
  return (
    <SettingsPage title={t("scoring.title")} description={t("scoring.text")} actions={may && data && data.items.length > 0 && add}>
      {data?.counting && (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner size={16} />
          {t("scoring.counting", { count: data.counting.counted })}
        </p>
      )}
      <Section title={t("scoring.title")} flush>
        {!data && !error && <SkeletonRows rows={4} height={52} />}
        {error && !data && (
          <div className="p-4">
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {data?.items.length === 0 && (
          <EmptyState title={t("scoring.none")} action={may && add}>
            {t("scoring.none_text")}
          </EmptyState>
        )}
        <ul aria-label={t("scoring.title")}>
          {data?.items.map((rule) => (
            <li key={rule.id} className="flex min-h-12 items-center gap-3 border-b px-4 py-2 last:border-b-0">
              <span className="w-12 text-end">
                <Points points={rule.points} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="flex min-w-0 flex-wrap items-center gap-x-2">
                  <bdi className={rule.active ? "cut font-medium" : "cut font-medium text-subtle"}>{rule.name}</bdi>
                  {!rule.active && <Badge>{t("scoring.paused")}</Badge>}
                </span>
                <bdi className="block text-12 text-subtle">{sentence(rule.rule, rule.points)}</bdi>
              </span>
              {may && (
                <>
                  <IconButton label={t("record.change_named", { name: rule.name })} onClick={() => setEditing(rule)}>
                    <Pencil size={14} />
                  </IconButton>
                  <Menu
                    align="end"
                    trigger={
                      <IconButton label={t("record.more_for", { name: rule.name })}>
                        <Ellipsis size={16} />
                      </IconButton>
                    }
                    items={[
                      {
                        label: t(rule.active ? "scoring.pause" : "scoring.resume"),
                        icon: rule.active ? <Pause size={16} /> : <Play size={16} />,
                        onSelect: () => void pause(rule),
                      },
                      { label: t("scoring.remove"), icon: <Trash2 size={16} />, danger: true, onSelect: () => setRemoving(rule) },
                    ]}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {editing !== undefined && <ScoreRuleSheet rule={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />}
      <ConfirmDialog
        subject={removing}
        onClose={() => setRemoving(undefined)}
        title={({ name }) => t("scoring.remove_title", { name })}
        text={t("scoring.remove_text")}
        action={t("scoring.remove")}
        onConfirm={async ({ id, name }) => {
          await api.DELETE("/score-rules/{ruleId}", { params: { path: { ruleId: id } } });
          await refresh("score-rules", "contact");
          toast({ title: t("scoring.removed", { name }), tone: "success" });
        }}
      />
    </SettingsPage>
  );
}
