import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Combobox, LabelChip, toastError } from "../ui/index.ts";
import { type ContactRecord, contactQuery, type Tag, tagsQuery } from "./contact-data.ts";
import { setLabels } from "./conversation-actions.ts";
import { type Conversation, useLabels } from "./conversation-data.ts";
import { LabelMenu } from "./label-menu.tsx";

/** Labels are of the conversation, tags of the person; both are changed here. */
export function LabelsAndTags({ conversation, contact }: { conversation: Conversation; contact: ContactRecord | undefined }) {
  const t = useT();
  const can = useCan();
  const labels = useLabels().filter((label) => conversation.labelIds.includes(label.id));
  const mayLabel = can("inbox.label");
  const remove = (id: string) =>
    void setLabels(
      conversation.id,
      conversation.labelIds.filter((each) => each !== id),
    );
  return (
    <dl className="flex flex-col gap-2">
      <div>
        <dt className="pb-1 text-12 text-subtle">{t("inbox.labels_of_conversation")}</dt>
        <dd className="flex flex-wrap gap-1">
          {labels.map((label) => (
            <LabelChip key={label.id} name={label.name} hue={label.hue} {...(mayLabel ? { onRemove: () => remove(label.id) } : {})} />
          ))}
          {mayLabel && <LabelMenu conversation={conversation} trigger={<AddChip label={t("inbox.add_label")} />} />}
          {!mayLabel && labels.length === 0 && <span className="text-subtle">{t("common.none")}</span>}
        </dd>
      </div>
      {contact && <Tags contact={contact} />}
    </dl>
  );
}

function Tags({ contact }: { contact: ContactRecord }) {
  const t = useT();
  const can = useCan();
  const mayWrite = can("contacts.write");
  const tags = useQuery(tagsQuery).data ?? [];
  const key = contactQuery(contact.id).queryKey;
  const ids = contact.tags.map((tag) => tag.id);

  const set = async (tagIds: string[], known: Tag[] = tags) => {
    const before = queryClient.getQueryData(key);
    queryClient.setQueryData(key, { ...contact, tags: known.filter((tag) => tagIds.includes(tag.id)) });
    try {
      await request("PUT", `/contacts/${contact.id}/tags`, { body: { tagIds } });
    } catch (error) {
      queryClient.setQueryData(key, before);
      toastError(error);
    }
  };
  const create = async (name: string) => {
    try {
      const tag = await request<Tag>("POST", "/tags", { body: { name } });
      void queryClient.invalidateQueries({ queryKey: tagsQuery.queryKey });
      await set([...ids, tag.id], [...tags, tag]);
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <div>
      <dt className="pb-1 text-12 text-subtle">{t("inbox.tags_of_contact")}</dt>
      <dd className="flex flex-wrap gap-1">
        {contact.tags.map((tag) => (
          <LabelChip
            key={tag.id}
            name={tag.name}
            hue={tag.hue}
            {...(mayWrite ? { onRemove: () => void set(ids.filter((id) => id !== tag.id)) } : {})}
          />
        ))}
        {mayWrite && (
          <Combobox
            multiple
            value={ids}
            onChange={(tagIds) => void set(tagIds)}
            onCreate={(name) => void create(name)}
            label={t("inbox.add_tag")}
            options={tags.map((tag) => ({
              value: tag.id,
              label: tag.name,
              icon: <span className={`block size-2 rounded-full bg-hue hue-${tag.hue}`} />,
            }))}
            trigger={<AddChip label={t("inbox.add_tag")} />}
          />
        )}
        {!mayWrite && contact.tags.length === 0 && <span className="text-subtle">{t("common.none")}</span>}
      </dd>
    </div>
  );
}

function AddChip({ label, ...rest }: { label: string } & React.ComponentProps<"button">) {
  const t = useT();
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      className="touch-target inline-flex h-5.5 items-center gap-1 rounded-6 border border-dashed border-line-strong px-1.75 text-12 leading-none font-medium text-subtle hover:border-line-control hover:text-text"
    >
      <Plus size={12} aria-hidden />
      {t("common.add")}
    </button>
  );
}
