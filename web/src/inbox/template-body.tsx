import { Copy, ExternalLink, LayoutTemplate, Phone, Reply } from "lucide-react";
import { fileUrl, type Message } from "./message-data.ts";
import { RichText } from "./rich-text.tsx";

interface Rendered {
  type: string;
  format?: string;
  text?: string;
  fileId?: string;
  buttons?: { type: string; text?: string; url?: string }[];
}

const icons: Record<string, typeof Reply> = { url: ExternalLink, phone_number: Phone, copy_code: Copy, quick_reply: Reply };

/** As the customer sees it: header, text, footer, buttons. The buttons are theirs to press. */
export function TemplateBody({ message }: { message: Message }) {
  const parts = Array.isArray(message.content.components) ? (message.content.components as Rendered[]) : [];
  const find = (type: string) => parts.find((part) => part.type === type);
  const [header, body, footer] = [find("header"), find("body"), find("footer")];
  const buttons = find("buttons")?.buttons ?? [];
  const name = typeof message.content.name === "string" ? message.content.name : null;
  return (
    <div>
      {header?.fileId && header.format === "IMAGE" && (
        <img src={fileUrl(header.fileId)} alt="" className="mb-1.5 max-h-64 w-full max-w-full rounded-8 object-cover" />
      )}
      {header?.fileId && header.format !== "IMAGE" && (
        <a href={`${fileUrl(header.fileId)}?download=true`} className="link mb-1 block">
          {header.format}
        </a>
      )}
      {header?.text && (
        <b dir="auto" className="block">
          {header.text}
        </b>
      )}
      <span dir="auto" className="whitespace-pre-wrap">
        <RichText text={body?.text ?? message.text ?? ""} />
      </span>
      {footer?.text && (
        <span dir="auto" className="mt-1 block text-12 text-subtle">
          {footer.text}
        </span>
      )}
      {name && (
        <span className="mt-1 flex items-center gap-1 text-11 text-subtle">
          <LayoutTemplate size={11} aria-hidden />
          <bdi>{name}</bdi>
        </span>
      )}
      {buttons.length > 0 && (
        <ul className="-mx-1.25 mt-1.5 mb-1 grid gap-0.75">
          {buttons.map((button) => {
            const Icon = icons[button.type] ?? Reply;
            return (
              <li
                key={`${button.type} ${button.text}`}
                className="flex min-h-6.5 items-center justify-center gap-1.5 rounded-6 bg-bubble-quote px-2 text-12 font-medium text-accent-text"
              >
                <Icon size={12} aria-hidden />
                {button.text}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
