// biome-ignore-all lint/suspicious/noArrayIndexKey: parts of a text have no identity but their place
import { Fragment, type ReactNode } from "react";

/** Variables highlighted, and WhatsApp's *bold*, _italic_, ~struck~ and ```fixed``` as they will look. */
export const PreviewText = ({ text, examples }: { text: string; examples: Record<string, string> | null }) =>
  text.split(/(\{\{\s*\w+\s*\}\})/).map((piece, index) => {
    const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(piece)?.[1];
    if (!name) return <Fragment key={index}>{formatted(piece)}</Fragment>;
    return (
      <bdi key={index} title={name} className="border-b border-dotted border-accent font-medium text-accent-text">
        {examples?.[name] || `{{${name}}}`}
      </bdi>
    );
  });

function formatted(text: string): ReactNode {
  return text.split(/(```[\s\S]+?```|\*[^*\n]+\*|_[^_\n]+_|~[^~\n]+~)/).map((piece, index) => {
    if (/^```[\s\S]+```$/.test(piece)) return <code key={index}>{piece.slice(3, -3)}</code>;
    if (/^\*.+\*$/.test(piece)) return <strong key={index}>{piece.slice(1, -1)}</strong>;
    if (/^_.+_$/.test(piece)) return <em key={index}>{piece.slice(1, -1)}</em>;
    if (/^~.+~$/.test(piece)) return <s key={index}>{piece.slice(1, -1)}</s>;
    return piece;
  });
}
