import type { ReactNode } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { cx } from "../ui/cx.ts";
import type { Channel } from "./channel-data.ts";
import { limitOf, nameStatusOf, qualityOf, speedOf } from "./channel-words.ts";

/** What Meta tells of the number, in four figures. */
export function ChannelFacts({ channel }: { channel: Channel }) {
  const t = useT();
  const format = useFormat();
  const quality = qualityOf(channel.quality);
  const limit = limitOf(channel.messagingLimit);
  const speed = speedOf(channel);
  const name = nameStatusOf(channel.nameStatus);
  const none = <span className="text-16 text-subtle">{t("channels.not_told")}</span>;
  return (
    <dl className="grid grid-cols-4 rounded-12 border bg-surface-raised medium:grid-cols-2">
      <Fact label={t("channels.quality")} note={t("channels.quality_note")}>
        {quality.level ? (
          <span className="flex items-center gap-2.5">
            {t(quality.label)}
            <span aria-hidden className="flex gap-0.5">
              {[1, 2, 3].map((step) => (
                <span
                  key={step}
                  className={cx(
                    "h-3.5 w-1.5 rounded-full",
                    step > quality.level ? "bg-surface-selected" : { 1: "bg-danger", 2: "bg-warning", 3: "bg-success" }[quality.level],
                  )}
                />
              ))}
            </span>
          </span>
        ) : (
          none
        )}
      </Fact>
      <Fact label={t("channels.limit")} note={t("channels.limit_note")}>
        {limit === null ? none : Number.isFinite(limit) ? format.number(limit) : t("channels.unlimited")}
      </Fact>
      <Fact label={t("channels.speed")} note={t("channels.speed_note")}>
        {speed === null ? none : format.number(speed)}
      </Fact>
      <Fact
        label={t("channels.display_name")}
        note={channel.verifiedName ? <bdi>{channel.verifiedName}</bdi> : t("channels.no_display_name")}
      >
        {channel.nameStatus ? t(name.label) : none}
      </Fact>
    </dl>
  );
}

const Fact = ({ label, note, children }: { label: string; note: ReactNode; children: ReactNode }) => (
  <div className="flex min-w-0 flex-col gap-1 border-s px-4 py-3 first:border-s-0 medium:odd:border-s-0 medium:nth-[n+3]:border-t">
    <dt className="text-subtle">{label}</dt>
    <dd className="num text-20 leading-7 font-semibold tracking-display">{children}</dd>
    <dd className="text-12 text-subtle">{note}</dd>
  </div>
);
