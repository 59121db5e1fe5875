import { Lock } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, cx } from "../ui/index.ts";
import { Text } from "./message-body.tsx";
import type { RowProps } from "./message-row.tsx";
import { Outcome } from "./outcome.tsx";
import { RowMenu } from "./row-menu.tsx";

/** A private note: as wide as the thread, so that nobody takes it for something the customer has seen. */
export function NoteCard({ message, flash, pending }: RowProps) {
  const t = useT();
  const format = useFormat();
  return (
    <li data-message={message.id} className="group/row relative mt-2.5 mb-2 scroll-my-16">
      <RowMenu message={message} pending={pending} wide>
        <div
          className={cx(
            "grid grid-cols-[20px_minmax(0,1fr)] gap-x-2 rounded-8 border border-dashed border-note-line bg-note px-3 pt-2.25 pb-2.5",
            flash && "ring-2 ring-focus",
          )}
        >
          <Avatar name={message.author?.name ?? ""} size={20} />
          <header className="flex items-center gap-1.5 text-12 leading-5 whitespace-nowrap text-note-text">
            <Lock size={12} aria-hidden />
            <b className="cut">{message.author?.name}</b>
            <span className="cut">
              {t("inbox.private_note")}
              <span className="phone:hidden">{t("inbox.note_only_team")}</span>
            </span>
            <time dateTime={message.at} title={format.dateTime(message.at)} className="num ms-auto">
              {format.time(message.at)}
            </time>
          </header>
          <div className="col-start-2 text-14 wrap-anywhere">
            <Text message={message} />
          </div>
          {pending && pending.state !== "sending" && (
            <div className="col-span-2 -mx-3 mt-2 -mb-2.5">
              <Outcome message={message} pending={pending} />
            </div>
          )}
        </div>
      </RowMenu>
    </li>
  );
}
