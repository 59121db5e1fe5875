import { useCan } from "../api/session.ts";
import { SettingsPage } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { WordList } from "./word-list.tsx";

/** Labels sort conversations, tags sort people: two lists of the same shape. */
export function LabelsPage() {
  const t = useT();
  const can = useCan();
  return (
    <SettingsPage title={t("settings.labels")} description={t("settings.labels_text")}>
      {can("inbox.read") && (
        <WordList
          path="/labels"
          title={t("settings.conversation_labels")}
          text={t("settings.conversation_labels_text")}
          kind="label"
          may={can("inbox.label")}
        />
      )}
      {can("contacts.read") && (
        <WordList
          path="/tags"
          title={t("settings.contact_tags")}
          text={t("settings.contact_tags_text")}
          kind="tag"
          may={can("contacts.write")}
        />
      )}
    </SettingsPage>
  );
}
