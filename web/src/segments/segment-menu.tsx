import { useNavigate } from "@tanstack/react-router";
import { Archive, ArchiveRestore, CopyPlus, Download, MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { ConfirmDialog } from "../settings/confirm-dialog.tsx";
import { IconButton, Menu, toast, toastError } from "../ui/index.ts";
import {
  archiveSegment,
  copySegment,
  deleteSegment,
  downloadSegment,
  restoreSegment,
  type Segment,
  segmentChanged,
  segmentsChanged,
} from "./segment-data.ts";

export function SegmentMenu({ segment }: { segment: Segment }) {
  const t = useT();
  const navigate = useNavigate();
  const [deleting, setDeleting] = useState<Segment>();
  const done = (title: string) => {
    segmentChanged(segment.id);
    toast({ title, tone: "success" });
  };
  const archive = () => archiveSegment(segment.id).then(() => done(t("segments.archived")), toastError);
  const restore = () => restoreSegment(segment.id).then(() => done(t("segments.restored")), toastError);
  const copy = async () => {
    const { id } = await copySegment(segment.id, t("segments.copy_of", { name: segment.name }));
    segmentsChanged();
    await navigate({ to: "/segments/$segmentId", params: { segmentId: id } });
  };
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={t("segments.actions")}>
            <MoreHorizontal size={16} aria-hidden />
          </IconButton>
        }
        items={[
          { label: t("segments.duplicate"), icon: <CopyPlus size={14} aria-hidden />, onSelect: () => void copy().catch(toastError) },
          {
            label: t("segments.download"),
            icon: <Download size={14} aria-hidden />,
            onSelect: () => void downloadSegment(segment).catch(toastError),
          },
          segment.state === "archived"
            ? { label: t("segments.restore"), icon: <ArchiveRestore size={14} aria-hidden />, onSelect: () => void restore() }
            : { label: t("segments.archive"), icon: <Archive size={14} aria-hidden />, onSelect: () => void archive() },
          "separator",
          { label: t("segments.delete"), icon: <Trash2 size={14} aria-hidden />, danger: true, onSelect: () => setDeleting(segment) },
        ]}
      />
      <ConfirmDialog
        subject={deleting}
        onClose={() => setDeleting(undefined)}
        title={() => t("segments.delete_title")}
        text={t("segments.delete_text")}
        action={t("segments.delete")}
        onConfirm={async ({ id }) => {
          await deleteSegment(id);
          segmentsChanged();
          toast({ title: t("segments.deleted"), tone: "success" });
          await navigate({ to: "/segments" });
        }}
      />
    </>
  );
}
