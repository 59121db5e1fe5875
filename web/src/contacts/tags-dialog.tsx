import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useT } from "../i18n/index.ts";
import { ConfirmByName, Dialog, IconButton, Input, Menu, toastError } from "../ui/index.ts";
import type { Hue } from "../ui/label.tsx";
import { type Tag, useTags } from "./contact-data.ts";

const hues: Hue[] = [1, 2, 3, 4, 5, 6];

/** All tags: rename in place, another colour, delete. */
export function TagsDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useT();
  const tags = useTags();
  const [deleting, setDeleting] = useState<Tag>();
  const changed = () => {
    for (const key of ["tags", "contacts", "contact"]) void queryClient.invalidateQueries({ queryKey: [key] });
  };
  const change = useMutation({
    mutationFn: ({ id, name, hue }: Tag) => request("PATCH", `/tags/${id}`, { body: { name, hue } }),
    onSettled: changed,
    onError: toastError,
  });

  return (
    <>
      <Dialog open={open && !deleting} onOpenChange={onOpenChange} title={t("contacts.manage_tags")} description={t("contacts.manage_tags_text")}>
        <ul className="flex flex-col gap-1 pb-3">
          {tags.map((tag) => (
            <li key={`${tag.id} ${tag.name}`} className="flex items-center gap-1">
              <Menu
                trigger={
                  <IconButton label={t("contacts.tag_colour", { name: tag.name })}>
                    <span className={`size-2.5 rounded-full bg-hue hue-${tag.hue}`} />
                  </IconButton>
                }
                items={hues.map((hue) => ({
                  label: t("contacts.colour", { number: hue }),
                  icon: <span className={`block size-2.5 rounded-full bg-hue hue-${hue}`} />,
                  checked: tag.hue === hue,
                  onSelect: () => change.mutate({ ...tag, hue }),
                }))}
              />
              <Input
                aria-label={t("contacts.tag_name")}
                defaultValue={tag.name}
                maxLength={60}
                onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
                onBlur={(event) => {
                  const name = event.target.value.trim();
                  if (name && name !== tag.name) change.mutate({ ...tag, name });
                  else event.target.value = tag.name;
                }}
              />
              <IconButton label={t("common.remove_named", { name: tag.name })} onClick={() => setDeleting(tag)}>
                <Trash2 size={16} />
              </IconButton>
            </li>
          ))}
        </ul>
      </Dialog>
      <ConfirmByName
        open={deleting !== undefined}
        onOpenChange={(next) => !next && setDeleting(undefined)}
        title={t("contacts.delete_tag", { name: deleting?.name ?? "" })}
        losses={[t("contacts.delete_tag_loss")]}
        name={deleting?.name ?? ""}
        action={t("common.delete")}
        onConfirm={async () => {
          await request("DELETE", `/tags/${deleting?.id}`);
          changed();
        }}
      />
    </>
  );
}
