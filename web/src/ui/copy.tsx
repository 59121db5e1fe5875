import { Check, Copy, Eye, EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useT } from "../i18n/index.ts";
import { useFieldControl } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";

export function CopyButton({ value }: { value: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <>
      <IconButton size="sm" label={copied ? t("common.copied") : t("common.copy")} onClick={copy}>
        {copied ? <Check size={14} className="text-success-text" /> : <Copy size={14} />}
      </IconButton>
      <span role="status" className="sr-only">
        {copied && t("common.copied")}
      </span>
    </>
  );
}

/** A value one takes elsewhere: an address, a token. `secret` hides it until asked. */
export function CopyField({
  value,
  secret,
  label,
}: {
  value: string;
  secret?: boolean;
  /** Where no Field names it. */
  label?: string;
}) {
  const t = useT();
  const field = useFieldControl();
  const [shown, setShown] = useState(!secret);
  return (
    <span className="flex h-control w-full min-w-0 items-center gap-0.5 rounded-6 border border-line-strong bg-surface-sunken ps-2.5 pe-1 phone:h-10">
      <input
        {...field}
        aria-label={label}
        readOnly
        autoComplete="off"
        dir="ltr"
        type={shown ? "text" : "password"}
        value={value}
        onFocus={(event) => event.target.select()}
        className="cut h-full flex-1 bg-transparent font-mono text-12 outline-offset-[-1px]"
      />
      {secret && (
        <IconButton size="sm" label={shown ? t("common.hide") : t("common.show")} onClick={() => setShown(!shown)}>
          {shown ? <EyeOff size={14} /> : <Eye size={14} />}
        </IconButton>
      )}
      <CopyButton value={value} />
    </span>
  );
}

/** Several lines to take elsewhere. */
export const CodeBlock = ({ code, label }: { code: string; label?: string }) => (
  <figure className="relative rounded-8 border bg-surface-sunken" dir="ltr">
    {label && <figcaption className="border-b px-3 py-1.5 text-12 text-subtle">{label}</figcaption>}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it has to be reachable by keyboard */}
    <pre tabIndex={0} className="overflow-x-auto p-3 pe-10 font-mono text-12">
      <code>{code}</code>
    </pre>
    <span className="absolute end-1 top-1">
      <CopyButton value={code} />
    </span>
  </figure>
);
