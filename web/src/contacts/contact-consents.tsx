import { Ban, CircleCheck } from "lucide-react";
import { type Key, useFormat, useT } from "../i18n/index.ts";
import { consentSource, isChannelKind, purposeName } from "./consent-words.ts";
import type { Consent } from "./contact-data.ts";
import { RecordPart } from "./record-part.tsx";

/** What the person agreed to and what they withdrew, by whom we know it and since when. */
export function ContactConsents({ consents }: { consents: Consent[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <RecordPart title={t("contacts.consents")} count={consents.length ? format.number(consents.length) : ""}>
      {consents.length === 0 && <p className="text-subtle">{t("contacts.no_consents")}</p>}
      <ul>
        {consents.map((consent) => {
          const granted = consent.state === "granted";
          const channel = isChannelKind(consent.channel) ? t(`common.channel_${consent.channel}` as Key) : consent.channel;
          const source = consentSource(consent.source);
          return (
            <li key={`${consent.channel} ${consent.purpose}`} className="flex items-start gap-2 border-b py-1.5 last:border-b-0">
              {granted ? (
                <CircleCheck size={14} className="mt-0.75 text-success" aria-hidden />
              ) : (
                <Ban size={14} className="mt-0.75 text-danger" aria-hidden />
              )}
              <div className="min-w-0 flex-1">
                <p>
                  {channel}, {purposeName(t, consent.purpose)}
                </p>
                <p className="text-12 text-subtle">
                  {t(granted ? "contacts.consent_granted" : "contacts.consent_withdrawn", {
                    date: format.date(consent.at),
                    source: source ? t(source) : consent.source,
                  })}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </RecordPart>
  );
}
