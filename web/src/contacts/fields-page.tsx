import { useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Ellipsis, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { Badge, Button, EmptyState, ErrorNotice, IconButton, Menu, Section, SkeletonRows, toast, toastError } from "../ui/index.ts";
import { isAbout, useRefresh } from "./contact-live.ts";
import { FieldSheet } from "./field-sheet.tsx";
import { categoryWord, typeWord } from "./field-words.ts";
import { OrderedList } from "./ordered-list.tsx";
import { fieldsQuery, type OwnField, refresh } from "./record-data.ts";

/** The organization's own fields: made, changed, ordered, archived and deleted. */
export function FieldsPage() {
  const t = useT();
  const may = useCan()("contacts.configure");
  const { data: fields, error, refetch } = useQuery(fieldsQuery);
  /** "new", the one being changed, or none. */
  const [editing, setEditing] = useState<OwnField | "new">();
  const [deleting, setDeleting] = useState<OwnField>();
  useRefresh(
    (event) => isAbout(event, "field"),
    () => void refresh("fields"),
  );

  const order = async (keys: string[]) => {
    const before = fields ?? [];
    queryClient.setQueryData(
      fieldsQuery.queryKey,
      keys.flatMap((key) => before.find((field) => field.key === key) ?? []),
    );
    await api.PUT("/fields/order", { body: { keys } }).catch(toastError);
    await refresh("fields");
  };
  const archive = async ({ key, name, archived }: OwnField) => {
    try {
      const path = { params: { path: { fieldKey: key } } };
      await (archived ? api.POST("/fields/{fieldKey}/unarchive", path) : api.POST("/fields/{fieldKey}/archive", path));
      toast({ title: t(archived ? "record.unarchive_done" : "record.archive_done", { name }), tone: "success" });
    } catch (refusal) {
      toastError(refusal);
    }
    await refresh("fields", "contact");
  };
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onClick={() => setEditing("new")}>
      {t("record.new_field")}
    </Button>
  );

  return (
    <SettingsPage title={t("record.fields")} description={t("record.fields_text")} actions={may && fields && fields.length > 0 && add}>
      <Section
        title={t("record.fields")}
        aside={fields && <span className="text-12">{t("record.fields_of", { count: fields.length })}</span>}
        flush
      >
        {!fields && !error && <SkeletonRows rows={4} height={48} />}
        {error && !fields && (
          <div className="p-4">
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          </div>
        )}
        {fields?.length === 0 && (
          <EmptyState title={t("record.no_fields")} action={may && add}>
            {t("record.no_fields_text")}
          </EmptyState>
        )}
        {fields && fields.length > 0 && (
          <OrderedList
            label={t("record.fields")}
            items={fields}
            nameOf={(field) => field.name}
            may={may}
            onOrder={(keys) => void order(keys)}
          >
            {(field) => (
              <>
                <span className="min-w-0 flex-1">
                  <span className="flex min-w-0 flex-wrap items-center gap-x-2">
                    <bdi className={field.archived ? "cut font-medium text-subtle" : "cut font-medium"}>{field.name}</bdi>
                    {field.required && <Badge>{t("record.required")}</Badge>}
                    {field.archived && <Badge>{t("record.archived")}</Badge>}
                  </span>
                  <span className="block text-12 text-subtle">
                    {t(typeWord(field.type))}
                    {field.currency && ` (${field.currency})`} · {t(categoryWord(field.category))}
                  </span>
                </span>
                {may && (
                  <>
                    <IconButton label={t("record.change_named", { name: field.name })} onClick={() => setEditing(field)}>
                      <Pencil size={14} />
                    </IconButton>
                    <Menu
                      align="end"
                      trigger={
                        <IconButton label={t("record.more_for", { name: field.name })}>
                          <Ellipsis size={16} />
                        </IconButton>
                      }
                      items={[
                        {
                          label: t(field.archived ? "record.unarchive" : "record.archive"),
                          icon: field.archived ? <ArchiveRestore size={16} /> : <Archive size={16} />,
                          onSelect: () => void archive(field),
                        },
                        { label: t("record.delete"), icon: <Trash2 size={16} />, danger: true, onSelect: () => setDeleting(field) },
                      ]}
                    />
                  </>
                )}
              </>
            )}
          </OrderedList>
        )}
      </Section>
      {editing !== undefined && (
        <FieldSheet
          field={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => setEditing(undefined)}
        />
      )}
      <ConfirmDialog
        subject={deleting}
        onClose={() => setDeleting(undefined)}
        title={({ name }) => t("record.delete_field_title", { name })}
        text={t("record.delete_field_text")}
        action={t("record.delete")}
        onConfirm={async ({ key, name }) => {
          await api.DELETE("/fields/{fieldKey}", { params: { path: { fieldKey: key } } });
          await refresh("fields", "contact");
          toast({ title: t("record.deleted", { name }), tone: "success" });
        }}
      />
    </SettingsPage>
  );
}
