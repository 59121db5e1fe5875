import { FileText, Image, Video } from "lucide-react";
import type { ReactNode } from "react";
import { fileUrl } from "./message-data.ts";
import { find, type Template } from "./template-data.ts";

const headers = { IMAGE: Image, VIDEO: Video, DOCUMENT: FileText };

/** The template as the customer will see it; what was filled in stands out. */
export function TemplatePreview({ template, values }: { template: Template; values: Record<string, string> }) {
  const [header, body, footer] = ["HEADER", "BODY", "FOOTER"].map((type) => find(template, type));
  const buttons = find(template, "BUTTONS")?.buttons ?? [];
  const Media = header?.format && header.format in headers ? headers[header.format as keyof typeof headers] : undefined;
  return (
    <div>
      <div className="rounded-12 rounded-ee-4 bg-bubble-out px-2.75 py-2 leading-4.75" dir="auto">
        {Media &&
          (values.file && header?.format === "IMAGE" ? (
            <img src={fileUrl(values.file)} alt="" className="mb-1.5 max-h-32 w-full rounded-8 object-cover" />
          ) : (
            <span className="mb-1.5 grid h-16 place-items-center rounded-8 bg-bubble-quote text-subtle">
              <Media size={20} aria-hidden />
            </span>
          ))}
        {header?.text && <b className="block">{filled(header.text, "header", values)}</b>}
        <span className="whitespace-pre-wrap">{filled(body?.text ?? "", "body", values)}</span>
        {footer?.text && <span className="mt-1 block text-12 text-subtle">{footer.text}</span>}
      </div>
      {buttons.length > 0 && (
        <div className="mt-1 grid gap-0.75">
          {buttons.map((button) => (
            <span
              key={`${button.type} ${button.text}`}
              className="grid min-h-6.5 place-items-center rounded-6 bg-bubble-out px-2 text-12 font-medium text-accent-text"
            >
              {button.text}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function filled(text: string, part: "header" | "body", values: Record<string, string>): ReactNode[] {
  return text.split(/(\{\{\s*[A-Za-z0-9_]+\s*\}\})/).map((piece, index) => {
    const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(piece)?.[1];
    const value = name && values[`${part} ${name}`];
    return name ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
      <span key={index} className={value ? "font-medium text-accent-text" : "rounded-4 bg-bubble-quote px-1 text-subtle"}>
        <bdi>{value || name}</bdi>
      </span>
    ) : (
      piece
    );
  });
}
