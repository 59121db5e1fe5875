import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import type { InteractiveAction } from "./interactive-draft.ts";
import { Pressed } from "./pressed.tsx";
import { RichText } from "./rich-text.tsx";

/** A message with something to press, as the customer sees it: in the thread, and while it is put together. */
export function InteractiveCard({
  header,
  media,
  text,
  footer,
  action,
  highlight,
}: {
  header?: string | undefined;
  media?: ReactNode;
  text: ReactNode | string;
  footer?: string | undefined;
  action: InteractiveAction | undefined;
  highlight?: string | undefined;
}) {
  return (
    <div className="min-w-44">
      {media && <div className="-mx-1.25 mb-1.5 min-w-56">{media}</div>}
      {header && (
        <b dir="auto" className="block">
          {header}
        </b>
      )}
      <span dir="auto" className="whitespace-pre-wrap">
        {typeof text === "string" ? <RichText text={text} highlight={highlight} /> : text}
      </span>
      {footer && (
        <span dir="auto" className="mt-1 block text-12 text-subtle">
          {footer}
        </span>
      )}
      {action && <Action action={action} />}
    </div>
  );
}

function Action({ action }: { action: InteractiveAction }) {
  const t = useT();
  const classes = "-mx-1.25 mt-1.5 mb-1";
  if (action.kind === "buttons")
    return <Pressed className={classes} presses={action.buttons.map(({ title }) => ({ kind: "reply", title }))} />;
  if (action.kind === "link") return <Pressed className={classes} presses={[{ kind: "link", title: action.title, hint: action.url }]} />;
  if (action.kind === "flow") return <Pressed className={classes} presses={[{ kind: "flow", title: action.title }]} />;
  if (action.kind === "ask_location")
    return <Pressed className={classes} presses={[{ kind: "ask_location", title: t("sending.send_location_button") }]} />;
  return (
    <>
      <Pressed className={classes} presses={[{ kind: "list", title: action.button }]} />
      <Rows sections={action.sections} />
    </>
  );
}

/** What opens behind the button of a list on the customer's phone. */
function Rows({ sections }: { sections: Extract<InteractiveAction, { kind: "list" }>["sections"] }) {
  const t = useT();
  const count = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <details className="mb-1 text-12">
      <summary className="link inline-block">{t("sending.show_rows", { count })}</summary>
      {sections.map((section, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place
        <div key={at} className="mt-1">
          {section.title && (
            <p dir="auto" className="font-medium text-subtle">
              {section.title}
            </p>
          )}
          <ul>
            {section.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <li key={index} dir="auto" className="border-t border-line-strong py-0.75">
                {row.title}
                {row.description && <span className="block text-subtle">{row.description}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}
