import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useT } from "../i18n/index.ts";
import { cx, Field, IconButton, Input } from "../ui/index.ts";
import { type Strength, shortestPassword, strengthOf } from "./strength.ts";

/** A password that can be looked at while it is typed. */
export function PasswordInput({ value, ...rest }: ComponentProps<"input"> & { autoComplete: "current-password" | "new-password" }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <Input
      {...rest}
      value={value}
      type={shown ? "text" : "password"}
      dir="ltr"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      className="text-start"
      end={
        <IconButton
          size="sm"
          label={shown ? t("accounts.password_hide") : t("accounts.password_show")}
          onClick={() => setShown(!shown)}
          className="phone:size-9!"
        >
          {shown ? <EyeOff size={16} /> : <Eye size={16} />}
        </IconButton>
      }
    />
  );
}

/** A password to be chosen: the rule, and how good it is so far. */
export function NewPasswordField({
  label,
  error,
  known = [],
  ...input
}: {
  label: string;
  error?: string | undefined;
  /** What others know of the person, and so is no secret. */
  known?: string[];
  name: string;
  value: string;
  onChange: (event: { target: { value: string } }) => void;
  autoFocus?: boolean;
}) {
  const t = useT();
  const strength = strengthOf(input.value, known);
  const missing = shortestPassword - input.value.length;
  const says = missing > 0 ? t("accounts.password_missing", { count: missing }) : t(`accounts.strength_${strength as Rated}`);
  return (
    <Field
      label={label}
      required
      error={error}
      hint={
        input.value === "" ? (
          t("accounts.password_rule")
        ) : (
          <span className="flex items-center gap-2">
            <Meter strength={strength} />
            {says}
          </span>
        )
      }
    >
      <PasswordInput {...input} autoComplete="new-password" minLength={shortestPassword} />
    </Field>
  );
}

type Rated = Exclude<Strength, "short">;
const steps: Strength[] = ["weak", "fair", "good", "strong"];
const tones: Record<Strength, string> = {
  short: "bg-line-strong",
  weak: "bg-danger",
  fair: "bg-warning",
  good: "bg-success",
  strong: "bg-success",
};

const Meter = ({ strength }: { strength: Strength }) => (
  <span className="flex shrink-0 gap-0.5" aria-hidden>
    {steps.map((step, index) => (
      <span key={step} className={cx("h-1 w-5 rounded-full", index <= steps.indexOf(strength) ? tones[strength] : "bg-surface-chip")} />
    ))}
  </span>
);
