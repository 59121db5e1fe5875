import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { Avatar, ChannelMark, cx, LabelDot, StatusTicks } from "../ui/index.ts";

const people = [
  { name: "Amira Haddad", text: "accounts.picture_preview_1", at: "09:41", hue: 2, here: true },
  { name: "Jonas Weber", text: "accounts.picture_preview_2", at: "09:12", hue: 4, here: false },
  { name: "Lucía Romero", text: "accounts.picture_preview_3", at: "08:55", hue: 5, here: false },
  { name: "Tom Okafor", text: "accounts.picture_preview_4", at: "08:30", hue: 1, here: false },
] as const;

/** The inbox in small, made of the product's own parts. A picture only: nothing in it can be reached. */
export function ProductPicture() {
  const t = useT();
  const format = useFormat();
  return (
    <div aria-hidden inert className="overflow-hidden rounded-12 border bg-surface shadow-popover select-none">
      <div className="flex h-9 items-center gap-1.5 border-b bg-surface-rail px-3">
        {[1, 2, 3].map((dot) => (
          <span key={dot} className="size-2 rounded-full bg-line-strong" />
        ))}
      </div>
      <div className="grid h-96 grid-cols-[220px_minmax(0,1fr)]">
        <div className="border-e">
          {people.map(({ name, text, at, hue, here }) => (
            <div key={name} className={cx("flex gap-2.5 border-b px-3 py-2.5", here && "bg-surface-selected")}>
              <Avatar name={name} size={32} channel="whatsapp" />
              <div className="min-w-0 flex-1">
                <div className="flex items-center gap-1.5">
                  <span className="cut font-medium">{name}</span>
                  <span className="num ms-auto text-11 text-subtle">{at}</span>
                </div>
                <div className="flex items-center gap-1.5">
                  <span className="cut flex-1 text-12 text-subtle">{t(text)}</span>
                  <LabelDot name="" hue={hue} />
                </div>
              </div>
            </div>
          ))}
        </div>
        <div className="flex min-w-0 flex-col">
          <div className="flex h-11 items-center gap-2 border-b px-4">
            <b className="text-14">Amira Haddad</b>
            <ChannelMark kind="whatsapp" size={16} decorative />
          </div>
          <div className="flex flex-1 flex-col justify-end gap-2 p-4">
            <p className="self-center text-11 text-subtle">{format.dayHeading(Date.now())}</p>
            <Bubble>{t("accounts.picture_message_1")}</Bubble>
            <Bubble own>{t("accounts.picture_message_2")}</Bubble>
            <Bubble>{t("accounts.picture_message_3")}</Bubble>
            <p className="flex items-center gap-1.5 self-center text-11 text-subtle">
              <Check size={12} />
              {t("accounts.picture_line")}
            </p>
          </div>
          <div className="m-3 mt-0 flex h-9 items-center rounded-8 border border-line-strong bg-surface-raised px-3 text-subtle">
            {t("accounts.picture_composer")}
          </div>
        </div>
      </div>
    </div>
  );
}

const Bubble = ({ own, children }: { own?: boolean; children: ReactNode }) => (
  <div className={cx("max-w-4/5 rounded-8 px-3 py-1.5", own ? "flex items-end gap-1.5 self-end bg-bubble-out" : "self-start bg-bubble-in")}>
    <span>{children}</span>
    {own && <StatusTicks status="read" />}
  </div>
);
