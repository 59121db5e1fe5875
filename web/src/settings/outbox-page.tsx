import { MailOpen } from "lucide-react";
import { useWelcome } from "../accounts/welcome.ts";
import { request } from "../api/client.ts";
import { keyset, useKeyset } from "../api/query.ts";
import { SettingsPage, useFilters } from "../frame/index.ts";
import { useFormat, useT } from "../i18n/index.ts";
import { EmptyState, ErrorNotice, Section, SkeletonRows } from "../ui/index.ts";
import { type Letter, LetterReader, LetterState } from "./letter-reader.tsx";
import { LoadMore } from "./load-more.tsx";

const letters = keyset<Letter>(["settings", "outbox"], ({ signal, ...page }) => request("GET", "/outbox", { query: page, signal }));

/** What was mailed, or would have been without a mail server. One letter is open beneath its line; the address names it. */
export function OutboxPage() {
  const t = useT();
  const format = useFormat();
  const list = useKeyset(letters);
  const mail = useWelcome()?.mailConfigured;
  const [{ letter: openId }, setFilters] = useFilters<{ letter?: string }>();

  return (
    <SettingsPage title={t("settings.outbox")} description={t("settings.outbox_text")}>
      {mail === false && (
        <div className="rounded-8 border border-info-line bg-info-soft px-4 py-3 text-pretty">
          <p className="font-medium text-info-text">{t("settings.outbox_kept_title")}</p>
          <p className="text-muted">
            {t("settings.outbox_kept_text")}{" "}
            <code dir="ltr" className="font-mono text-12 text-text">
              SMTP_URL=smtp://user:password@mail.example.com:587
            </code>
          </p>
        </div>
      )}
      <Section title={t("settings.letters")} flush>
        {list.isPending && <SkeletonRows rows={3} height={52} />}
        {list.error && (
          <div className="p-4">
            <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
          </div>
        )}
        {list.data && list.items.length === 0 && (
          <EmptyState icon={<MailOpen size={20} />} title={t("settings.no_letters")}>
            {t("settings.no_letters_text")}
          </EmptyState>
        )}
        <ul>
          {list.items.map((letter) => {
            const open = letter.id === openId;
            return (
              <li key={letter.id} className="border-b last:border-b-0">
                <button
                  type="button"
                  aria-expanded={open}
                  onClick={() => void setFilters({ letter: open ? undefined : letter.id } as { letter?: string })}
                  className="flex w-full items-center gap-3 px-4 py-2.5 text-start outline-offset-[-2px] hover:bg-surface-hover aria-expanded:bg-surface-selected"
                >
                  <span className="min-w-0 flex-1">
                    <span className="cut block text-start font-medium" dir="auto">
                      {letter.subject}
                    </span>
                    <bdi className="cut block text-12 text-subtle">{letter.to}</bdi>
                  </span>
                  <LetterState letter={letter} />
                  <span className="num w-16 shrink-0 text-end text-12 text-subtle">{format.short(letter.at)}</span>
                </button>
                {open && <LetterReader letter={letter} />}
              </li>
            );
          })}
        </ul>
        <LoadMore list={list} />
      </Section>
    </SettingsPage>
  );
}
