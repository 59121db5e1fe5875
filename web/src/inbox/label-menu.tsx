import type { ReactNode } from "react";
import { request } from "../api/client.ts";
import { queryClient } from "../api/query.ts";
import { useCan } from "../api/session.ts";
import { useT } from "../i18n/index.ts";
import { Combobox, toastError } from "../ui/index.ts";
import { setLabels } from "./conversation-actions.ts";
import { type Conversation, type Label, useLabels } from "./conversation-data.ts";

export function LabelMenu({ conversation, trigger }: { conversation: Conversation; trigger: ReactNode }) {
  const t = useT();
  const can = useCan();
  const labels = useLabels();
  const create = async (name: string) => {
    try {
      const hue = (labels.length % 6) + 1;
      const label = await request<Label>("POST", "/labels", { body: { name, hue } });
      await queryClient.invalidateQueries({ queryKey: ["labels"] });
      await setLabels(conversation.id, [...conversation.labelIds, label.id]);
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <Combobox
      multiple
      value={conversation.labelIds}
      onChange={(labelIds) => void setLabels(conversation.id, labelIds)}
      label={t("inbox.labels")}
      align="end"
      {...(can("inbox.label") ? { onCreate: (name: string) => void create(name) } : {})}
      options={labels.map((label) => ({
        value: label.id,
        label: label.name,
        icon: <span className={`block size-2 rounded-full bg-hue hue-${label.hue}`} />,
      }))}
      trigger={trigger}
    />
  );
}
