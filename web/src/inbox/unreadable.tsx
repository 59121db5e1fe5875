import { EyeOff, MessageCircleQuestion } from "lucide-react";
import { useT } from "../i18n/index.ts";
import type { Message } from "./message-data.ts";

/** What WhatsApp did not pass on: why, and what one can do about it. */
export function Unreadable({ message: { type, content } }: { message: Message }) {
  const t = useT();
  const Icon = type === "unavailable" ? EyeOff : MessageCircleQuestion;
  const kind = typeof content.providerType === "string" ? content.providerType : "";
  return (
    <span className="flex max-w-88 items-start gap-2 text-13">
      <Icon size={16} className="mt-0.5 text-subtle" aria-hidden />
      <span>
        <span className="block font-medium">{t(type === "unavailable" ? "inbox.unavailable" : "inbox.unsupported")}</span>
        <span className="block text-muted">{t(type === "unavailable" ? "inbox.unavailable_text" : "inbox.unsupported_text")}</span>
        {kind && kind !== "unknown" && (
          <code className="text-12 text-subtle" dir="ltr">
            {kind}
          </code>
        )}
      </span>
    </span>
  );
}
