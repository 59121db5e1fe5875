import { Link, useNavigate } from "@tanstack/react-router";
import { ArrowRight, LogIn, Store, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../i18n/index.ts";
import { Button, ErrorNotice, Spinner } from "../ui/index.ts";
import { useOpenDemo } from "./open-demo.ts";
import { ProductPicture } from "./product-picture.tsx";
import { inWords } from "./refusal.ts";
import { useWelcome } from "./welcome.ts";

export function WelcomePage() {
  const t = useT();
  const navigate = useNavigate();
  const welcome = useWelcome();
  const demo = useOpenDemo();
  const open = welcome?.signUpOpen ?? true;

  return (
    <div className="grid w-full max-w-270 grid-cols-[minmax(0,440px)_minmax(0,1fr)] items-center gap-16 narrow:max-w-110 narrow:grid-cols-1">
      <div>
        <h1 className="text-28 font-semibold tracking-display text-balance">{t("accounts.welcome_title")}</h1>
        <p className="mt-3 text-16 text-pretty text-muted">{t("accounts.welcome_text")}</p>
        <div className="mt-8 flex flex-col gap-3">
          {open ? (
            <Way
              primary
              icon={<UserPlus size={20} />}
              title={t("accounts.create_yours")}
              text={t("accounts.create_yours_text")}
              onClick={() => void navigate({ to: "/sign-up" })}
            />
          ) : (
            <Way
              primary
              icon={<LogIn size={20} />}
              title={t("accounts.sign_in")}
              text={t("accounts.sign_up_closed")}
              onClick={() => void navigate({ to: "/sign-in" })}
            />
          )}
          {welcome?.demoAvailable !== false && (
            <Way
              icon={demo.opening ? <Spinner /> : <Store size={20} />}
              title={demo.opening ? t("accounts.demo_opening") : t("accounts.demo_open")}
              text={demo.opening ? t("accounts.demo_opening_text") : t("accounts.demo_open_text")}
              busy={demo.opening}
              onClick={() => void demo.open()}
            />
          )}
          {demo.error !== undefined && <ErrorNotice error={inWords(t, demo.error)} onRetry={() => void demo.open()} />}
        </div>
        {open && (
          <p className="mt-6 text-muted">
            {t("accounts.account_already")}{" "}
            <Link to="/sign-in" className="link">
              {t("accounts.sign_in")}
            </Link>
          </p>
        )}
      </div>
      <div className="narrow:hidden">
        <ProductPicture />
      </div>
    </div>
  );
}

/** One way on: a whole card to press. */
const Way = ({
  icon,
  title,
  text,
  primary,
  busy,
  onClick,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  primary?: boolean;
  busy?: boolean;
  onClick: () => void;
}) => (
  <Button
    variant={primary ? "primary" : "secondary"}
    aria-busy={busy}
    aria-disabled={busy}
    onClick={busy ? undefined : onClick}
    className="group h-auto! justify-start! gap-4! rounded-12! px-4! py-3.5! text-start whitespace-normal!"
  >
    <span className="grid size-5 shrink-0 place-items-center" aria-hidden>
      {icon}
    </span>
    <span className="min-w-0 flex-1" role={busy ? "status" : undefined}>
      <span className="block text-14 font-semibold">{title}</span>
      <span className={primary ? "block font-regular text-on-accent" : "block font-regular text-muted"}>{text}</span>
    </span>
    <ArrowRight size={16} className="flip-rtl" aria-hidden />
  </Button>
);
