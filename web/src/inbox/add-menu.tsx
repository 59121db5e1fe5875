import { Contact, FileText, Image, Link, List, MapPin, Mic, Plus, Sticker, Workflow } from "lucide-react";
import { useRef } from "react";
import { useT } from "../i18n/index.ts";
import { IconButton, Menu } from "../ui/index.ts";
import type { InteractiveKind } from "./interactive-draft.ts";
import { acceptOf, type MediaKind } from "./media-limits.ts";
import { attach } from "./upload.ts";

/** What is put together in a form of its own. */
export type Adding = "location" | "contact" | InteractiveKind;

/** Everything a reply can be besides words. */
export function AddMenu({
  conversationId,
  onAdd,
  onRecord,
}: {
  conversationId: string;
  onAdd: (adding: Adding) => void;
  onRecord: (() => void) | undefined;
}) {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const wanted = useRef<MediaKind | undefined>(undefined);
  // The menu gives the focus back to its button first, whose name would stay above the form.
  const add = (adding: Adding) => () => setTimeout(() => onAdd(adding), 50);
  const pick = (accept: string, as?: MediaKind) => {
    if (!picker.current) return;
    wanted.current = as;
    picker.current.accept = accept;
    picker.current.click();
  };
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          attach(conversationId, [...(event.target.files ?? [])], { as: wanted.current });
          event.target.value = "";
        }}
      />
      <Menu
        side="top"
        trigger={
          <IconButton label={t("sending.add")} side="top">
            <Plus size={17} />
          </IconButton>
        }
        items={[
          {
            label: t("sending.photo_or_video"),
            icon: <Image size={15} />,
            onSelect: () => pick(acceptOf("image", "video")),
          },
          { label: t("inbox.type_document"), icon: <FileText size={15} />, onSelect: () => pick(acceptOf("document"), "document") },
          { label: t("inbox.type_sticker"), icon: <Sticker size={15} />, onSelect: () => pick(acceptOf("sticker"), "sticker") },
          onRecord && { label: t("inbox.type_audio"), icon: <Mic size={15} />, onSelect: () => setTimeout(onRecord, 50) },
          "separator",
          { label: t("inbox.type_location"), icon: <MapPin size={15} />, onSelect: add("location") },
          { label: t("inbox.type_contacts"), icon: <Contact size={15} />, onSelect: add("contact") },
          "separator",
          { label: t("sending.buttons_or_list"), icon: <List size={15} />, onSelect: add("buttons") },
          { label: t("sending.kind_link"), icon: <Link size={15} />, onSelect: add("link") },
          { label: t("sending.kind_flow"), icon: <Workflow size={15} />, onSelect: add("flow") },
        ]}
      />
    </>
  );
}
