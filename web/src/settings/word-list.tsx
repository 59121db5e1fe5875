import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { keyset, queryClient, useKeyset } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Button, EmptyState, ErrorNotice, type Hue, IconButton, LabelChip, Section, SkeletonRows, toast } from "../ui/index.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { LoadMore } from "./load-more.tsx";
import { WordForm } from "./word-form.tsx";

export interface Word {
  id: string;
  name: string;
  hue: Hue;
}

export type WordKind = "label" | "tag";
export type WordPath = "/labels" | "/tags";

/** The labels or the tags: made, renamed, recoloured and deleted in place. */
export function WordList({ path, title, text, kind, may }: { path: WordPath; title: string; text: string; kind: WordKind; may: boolean }) {
  const t = useT();
  const list = useKeyset(
    keyset<Word>(
      [kind === "label" ? "labels" : "tags", "settings"],
      ({ signal, ...page }) => request("GET", path, { query: page, signal }),
      100,
    ),
  );
  /** "new", the id of the one being changed, or none. */
  const [editing, setEditing] = useState<string>();
  const [deleting, setDeleting] = useState<Word>();
  const changed = () => refreshWords(kind);
  const done = async () => {
    await changed();
    setEditing(undefined);
  };
  const add = (
    <Button icon={<Plus size={16} />} onClick={() => setEditing("new")}>
      {t(`settings.new_${kind}`)}
    </Button>
  );

  return (
    <Section
      title={title}
      aside={<span className="text-12 text-pretty">{text}</span>}
      actions={may && editing !== "new" && list.items.length > 0 && add}
      flush
    >
      {list.isPending && <SkeletonRows rows={3} height={44} />}
      {list.error && (
        <div className="p-4">
          <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {editing === "new" && (
        <WordForm
          path={path}
          kind={kind}
          next={((list.items.length % 6) + 1) as Hue}
          onDone={done}
          onCancel={() => setEditing(undefined)}
        />
      )}
      {list.data && list.items.length === 0 && editing !== "new" && (
        <EmptyState title={t(`settings.no_${kind}s`)} action={may && add}>
          {t(`settings.no_${kind}s_text`)}
        </EmptyState>
      )}
      <ul aria-label={title}>
        {list.items.map((word) =>
          editing === word.id ? (
            <li key={word.id} className="border-b last:border-b-0">
              <WordForm path={path} kind={kind} word={word} onDone={done} onCancel={() => setEditing(undefined)} />
            </li>
          ) : (
            <li key={word.id} className="flex min-h-11 items-center gap-2 border-b px-4 py-1.5 last:border-b-0">
              <span className="min-w-0 flex-1">
                <LabelChip name={word.name} hue={word.hue} />
              </span>
              {may && (
                <>
                  <IconButton label={t("settings.edit_named", { name: word.name })} onClick={() => setEditing(word.id)}>
                    <Pencil size={14} />
                  </IconButton>
                  <IconButton label={t("settings.delete_named", { name: word.name })} onClick={() => setDeleting(word)}>
                    <Trash2 size={14} />
                  </IconButton>
                </>
              )}
            </li>
          ),
        )}
      </ul>
      <LoadMore list={list} />
      <ConfirmDialog
        subject={deleting}
        onClose={() => setDeleting(undefined)}
        title={({ name }) => t("settings.delete_title", { name })}
        text={t(`settings.delete_${kind}_text`)}
        action={t("common.delete")}
        onConfirm={async ({ id, name }) => {
          await request("DELETE", `${path}/${id}`);
          await changed();
          toast({ title: t("settings.deleted", { name }), tone: "success" });
        }}
      />
    </Section>
  );
}

/** Other pages hold them too: in filters, in lists, on contacts. */
const refreshWords = (kind: WordKind) =>
  Promise.all(
    (kind === "label" ? ["labels", "conversations"] : ["tags", "contacts"]).map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  );
