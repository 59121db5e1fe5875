// biome-ignore-all lint/suspicious/noArrayIndexKey: parts of one text have no identity but their place
import { Fragment, type ReactNode } from "react";

/** WhatsApp's own marks (*bold*, _italic_, ~struck~, `code`, ```block```, > quote, - list, 1. list) and addresses as links. */
export function RichText({ text, highlight }: { text: string; highlight?: string | undefined }) {
  return <>{blocks(text, highlight)}</>;
}

function blocks(text: string, highlight: string | undefined): ReactNode[] {
  return text.split(/```([\s\S]+?)```/).map((part, index) =>
    index % 2 ? (
      <code key={index} dir="ltr" className="font-mono text-12">
        {part}
      </code>
    ) : (
      <Fragment key={index}>{lines(part, highlight)}</Fragment>
    ),
  );
}

const lines = (text: string, highlight: string | undefined) =>
  text.split("\n").map((line, index, all) => (
    <Fragment key={index}>
      {lineOf(line, highlight)}
      {index < all.length - 1 && "\n"}
    </Fragment>
  ));

function lineOf(line: string, highlight: string | undefined): ReactNode {
  if (/^> ?\S/.test(line))
    return (
      <span className="inline-block border-s-2 border-line-control ps-2 text-muted">{inline(line.replace(/^> ?/, ""), highlight)}</span>
    );
  const [, mark, item] = /^(?:([-*]|\d{1,3}\.) )(\S.*)$/.exec(line) ?? [];
  if (!mark || !item) return inline(line, highlight);
  return (
    <span className="inline-flex max-w-full gap-1.5 ps-1.5">
      <span className="num shrink-0">{mark.length > 1 ? mark : "•"}</span>
      <span className="min-w-0">{inline(item, highlight)}</span>
    </span>
  );
}

// A mark opens at the edge of a word and closes at one, as in WhatsApp: 2*3*4 stays as it is.
const token =
  /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\p{L}\p{N}~])|`([^`\n]+)`|(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/u;

export function inline(text: string, highlight?: string): ReactNode[] {
  const out: ReactNode[] = [];
  let rest = text;
  for (let match = token.exec(rest); match; match = token.exec(rest)) {
    const [all, bold, italic, struck, code, address] = match;
    if (match.index) out.push(<Fragment key={out.length}>{marked(rest.slice(0, match.index), highlight)}</Fragment>);
    const key = out.length;
    if (bold) out.push(<strong key={key}>{inline(bold, highlight)}</strong>);
    else if (italic) out.push(<em key={key}>{inline(italic, highlight)}</em>);
    else if (struck) out.push(<s key={key}>{inline(struck, highlight)}</s>);
    else if (code)
      out.push(
        <code key={key} dir="ltr" className="font-mono text-12">
          {code}
        </code>,
      );
    else
      out.push(
        <a
          key={key}
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          className="break-all text-accent-text underline underline-offset-2"
          dir="ltr"
        >
          {address}
        </a>,
      );
    rest = rest.slice(match.index + all.length);
  }
  if (rest) out.push(<Fragment key={out.length}>{marked(rest, highlight)}</Fragment>);
  return out;
}

/** The words without the marks, for where there is one line only. */
export const plainText = (text: string): string =>
  text
    .replaceAll("```", "")
    .replaceAll(new RegExp(token, "gu"), (all, bold, italic, struck, code) => bold ?? italic ?? struck ?? code ?? all);

/** What was searched for, shown in what was found. */
export function marked(text: string, highlight: string | undefined): ReactNode {
  const at = highlight ? text.toLowerCase().indexOf(highlight.toLowerCase()) : -1;
  if (!highlight || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-4 bg-warning-soft text-warning-text">{text.slice(at, at + highlight.length)}</mark>
      {marked(text.slice(at + highlight.length), highlight)}
    </>
  );
}
