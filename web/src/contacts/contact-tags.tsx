import { Plus } from "lucide-react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { Combobox, IconButton, LabelChip, LabelDot, toastError } from "../ui/index.ts";
import { type Contact, contactChanged, contactQuery, createTag, type Tag, useTags } from "./contact-data.ts";

/** The tags of a person: chosen, made and taken off where they stand; shown at once, taken back if refused. */
export function ContactTags({ contact, mayWrite }: { contact: Contact; mayWrite: boolean }) {
  const t = useT();
  const tags = useTags();
  const put = async (next: Tag[]) => {
    const { queryKey } = contactQuery(contact.id);
    queryClient.setQueryData(queryKey, (now) => now && { ...now, tags: next });
    try {
      await request("PUT", `/contacts/${contact.id}/tags`, { body: { tagIds: next.map((tag) => tag.id) } });
    } catch (error) {
      toastError(error);
    }
    contactChanged(contact.id);
  };
  const create = async (name: string) => {
    try {
      await put([...contact.tags, await createTag(name, tags.length)]);
    } catch (error) {
      toastError(error);
    }
  };

  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1 py-0.5">
      {contact.tags.map((tag) => (
        <LabelChip
          key={tag.id}
          name={tag.name}
          hue={tag.hue}
          {...(mayWrite ? { onRemove: () => void put(contact.tags.filter((each) => each.id !== tag.id)) } : {})}
        />
      ))}
      {mayWrite ? (
        <Combobox
          multiple
          label={t("contacts.tags")}
          value={contact.tags.map((tag) => tag.id)}
          options={tags.map((tag) => ({ value: tag.id, label: tag.name, icon: <LabelDot name="" hue={tag.hue} /> }))}
          onChange={(ids) => void put(ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []))}
          onCreate={(name) => void create(name)}
          trigger={
            <IconButton size="sm" label={t("contacts.add_tag")}>
              <Plus size={14} />
            </IconButton>
          }
        />
      ) : (
        contact.tags.length === 0 && <span className="text-subtle">{t("contacts.no_tags")}</span>
      )}
    </span>
  );
}
