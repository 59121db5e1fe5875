import { Fragment } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { Badge, CopyButton, Facts, type Tone } from "../ui/index.ts";

export interface Letter {
  id: string;
  to: string;
  subject: string;
  body: string;
  state: "queued" | "sent" | "failed" | "kept";
  failure: string | null;
  at: string;
}

const tones: Record<Letter["state"], Tone> = { queued: "plain", sent: "success", failed: "danger", kept: "info" };

export function LetterState({ letter }: { letter: Letter }) {
  const t = useT();
  return <Badge tone={tones[letter.state]}>{t(`settings.letter_${letter.state}`)}</Badge>;
}

export function LetterReader({ letter }: { letter: Letter }) {
  const t = useT();
  const format = useFormat();
  return (
    <article className="flex flex-col gap-4 border-t bg-surface-sunken p-4" aria-label={letter.subject}>
      <Facts
        items={[
          [t("settings.letter_to"), <bdi key="to">{letter.to}</bdi>],
          [t("settings.when"), <span key="at">{format.dateTime(letter.at)}</span>],
          letter.failure !== null && [
            t("settings.letter_failure"),
            <span key="failure" className="text-danger-text">
              {letter.failure}
            </span>,
          ],
        ]}
      />
      <div className="rounded-8 border bg-surface-raised">
        <h3 className="flex min-h-9 items-center border-b ps-4 pe-1 font-medium" dir="auto">
          <span className="flex-1 py-1.5">{letter.subject}</span>
          <CopyButton value={letter.body} />
        </h3>
        <p className="max-w-150 p-4 break-words whitespace-pre-wrap text-14" dir="auto">
          <WithLinks text={letter.body.trim()} />
        </p>
      </div>
    </article>
  );
}

/** Letters are plain text; what is an address in them can be followed. */
const WithLinks = ({ text }: { text: string }) =>
  text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that does not change
      <a key={index} href={part} className="link break-all" dir="ltr">
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={index}>{part}</Fragment>
    ),
  );
