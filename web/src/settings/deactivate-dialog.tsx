import { useT } from "../i18n/index.ts";
import { toast } from "../ui/index.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import type { Member } from "./members.ts";

export function DeactivateDialog({
  member,
  self,
  onClose,
  onConfirm,
}: {
  member: Member | undefined;
  self: boolean;
  onClose: () => void;
  onConfirm: (member: Member) => Promise<boolean>;
}) {
  const t = useT();
  return (
    <ConfirmDialog
      subject={member}
      onClose={onClose}
      title={(member) => t("settings.deactivate_title", { name: member.name })}
      text={self ? t("settings.deactivate_self_text") : t("settings.deactivate_text")}
      action={t("settings.deactivate")}
      onConfirm={async (member) => {
        if (await onConfirm(member)) toast({ title: t("settings.was_deactivated", { name: member.name }), tone: "success" });
      }}
    />
  );
}
