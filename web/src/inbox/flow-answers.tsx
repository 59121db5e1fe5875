import { useT } from "../i18n/index.ts";
import type { Message } from "./message-data.ts";

/** "screen_0_delivery_day_1" is for programs; "delivery day" can be read. */
const readable = (name: string) =>
  name
    .replace(/^screen_\d+_/, "")
    .replace(/_\d+$/, "")
    .replaceAll(/[_-]+/g, " ");
const written = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(written).join(", ")
    : value !== null && typeof value === "object"
      ? JSON.stringify(value)
      : String(value ?? "");

export function FlowAnswers({ message: { content, text } }: { message: Message }) {
  const t = useT();
  const answers = Object.entries((content.answers ?? {}) as Record<string, unknown>);
  return (
    <div className="min-w-56">
      <p className="font-medium">{text ?? t("inbox.type_flow_reply")}</p>
      {answers.length > 0 ? (
        <dl className="mt-1 text-13">
          {answers.map(([name, value]) => (
            <div key={name} className="flex gap-3 border-t border-line-strong py-1">
              <dt className="min-w-24 text-subtle first-letter:uppercase">{readable(name)}</dt>
              <dd className="ms-auto text-end" dir="auto">
                {written(value)}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        typeof content.raw === "string" && (
          <code className="text-12" dir="ltr">
            {content.raw}
          </code>
        )
      )}
    </div>
  );
}
