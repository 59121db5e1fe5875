import { Activity, CircleUserRound, List, MailCheck, MessageCircle, Plus, Radio, Tag, UsersRound } from "lucide-react";
import { useTags } from "../contacts/contact-data.ts";
import { useT } from "../i18n/index.ts";
import { Button, Menu } from "../ui/index.ts";
import type { Known } from "./known.ts";
import type { Leaf } from "./rule.ts";
import { freshLeaf } from "./rule-words.ts";

/** What one can ask about, in the words of a person. */
export function AddLeaf({ known, onAdd, disabled }: { known: Known; onAdd: (leaf: Leaf) => void; disabled: boolean }) {
  const t = useT();
  const tag = useTags()[0];
  const [segment, list] = [known.conditions.segments[0], known.lists[0]];
  const add = (about: Leaf["about"], first?: Parameters<typeof freshLeaf>[1]) => () => onAdd(freshLeaf(about, first));
  return (
    <Menu
      trigger={
        <Button disabled={disabled}>
          <Plus size={14} aria-hidden />
          {t("segments.add_condition")}
        </Button>
      }
      items={[
        { heading: t("segments.who_they_are") },
        { label: t("segments.about_field"), icon: <CircleUserRound size={14} aria-hidden />, onSelect: add("field") },
        {
          label: t("segments.about_tag"),
          icon: <Tag size={14} aria-hidden />,
          disabled: !tag,
          onSelect: add("tag", { tagId: tag?.id ?? "" }),
        },
        { heading: t("segments.what_they_did") },
        { label: t("segments.about_event"), icon: <Activity size={14} aria-hidden />, onSelect: add("event") },
        { label: t("segments.about_conversation"), icon: <MessageCircle size={14} aria-hidden />, onSelect: add("conversation") },
        { heading: t("segments.may_we") },
        { label: t("segments.about_consent"), icon: <MailCheck size={14} aria-hidden />, onSelect: add("consent") },
        { label: t("segments.about_reachable"), icon: <Radio size={14} aria-hidden />, onSelect: add("reachable") },
        { heading: t("segments.where_they_are") },
        {
          label: t("segments.about_segment"),
          icon: <UsersRound size={14} aria-hidden />,
          disabled: !segment,
          onSelect: add("segment", { segmentId: segment?.id ?? "" }),
        },
        {
          label: t("segments.about_list"),
          icon: <List size={14} aria-hidden />,
          disabled: !list,
          onSelect: add("list", { listId: list?.id ?? "" }),
        },
      ]}
    />
  );
}
