import { useCan } from "../api/session.ts";
import { useCommands, useShortcut } from "../frame/index.ts";
import { useT } from "../i18n/index.ts";
import { toastError } from "../ui/index.ts";
import { focusComposer } from "./composer-focus.ts";
import { markUnread, setState, useClose } from "./conversation-actions.ts";
import type { Conversation } from "./conversation-data.ts";
import { changeDraft } from "./drafts.ts";
import { useNeighbours } from "./inbox-items.ts";

/** What the keyboard and the palette do with the opened conversation. Assign and labels are opened by their buttons. */
export function useThreadKeys(conversation: Conversation) {
  const t = useT();
  const can = useCan();
  const close = useClose();
  const { next, previous } = useNeighbours(conversation.id);
  const open = conversation.state === "open";
  const toggle = () => (open ? close(conversation, next ?? previous) : void setState(conversation.id, "open").catch(toastError));
  const write = (mode: "reply" | "note") => {
    changeDraft(conversation.id, { mode });
    focusComposer();
  };
  const mayReply = can("inbox.reply");
  useShortcut("e", toggle, { describe: t(open ? "inbox.close" : "inbox.reopen"), when: can("inbox.close") });
  useShortcut("r", () => write("reply"), { describe: t("inbox.reply"), when: mayReply });
  useShortcut("n", () => write("note"), { describe: t("inbox.private_note"), when: can("inbox.note") });
  useShortcut("u", () => void markUnread(conversation.id), { describe: t("inbox.mark_unread") });
  useShortcut("a", () => press("inbox-assign"), { describe: t("inbox.assign"), when: can("inbox.assign") });
  useShortcut("l", () => press("inbox-labels"), { describe: t("inbox.labels"), when: can("inbox.label") });
  useCommands(
    () =>
      mayReply
        ? [
            { id: "inbox.close", label: t(open ? "inbox.close" : "inbox.reopen"), shortcut: "e", run: toggle },
            { id: "inbox.reply", label: t("inbox.reply"), shortcut: "r", run: () => setTimeout(() => write("reply"), 50) },
            { id: "inbox.note", label: t("inbox.private_note"), shortcut: "n", run: () => setTimeout(() => write("note"), 50) },
            { id: "inbox.assign", label: t("inbox.assign"), shortcut: "a", run: () => setTimeout(() => press("inbox-assign"), 50) },
            { id: "inbox.labels", label: t("inbox.labels"), shortcut: "l", run: () => setTimeout(() => press("inbox-labels"), 50) },
            { id: "inbox.unread", label: t("inbox.mark_unread"), shortcut: "u", run: () => void markUnread(conversation.id) },
          ]
        : [],
    [conversation, mayReply, next?.id],
  );
}

/** The menus belong to their buttons: a key presses the one that is shown. */
const press = (name: string) =>
  [...document.querySelectorAll<HTMLElement>(`[data-key=${name}]`)].find((each) => each.offsetParent !== null)?.click();
