import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import { ApiError, request } from "../api/client.ts";
import { type Key, useT } from "../i18n/index.ts";
import { Badge, Button, ErrorNotice, Field, Input, Section, Spinner } from "../ui/index.ts";
import type { CheckResult, Connection } from "./channel-data.ts";
import { CheckList } from "./check-list.tsx";

export const blankConnection: Connection = {
  phoneNumberId: "",
  accountId: "",
  token: "",
  appSecret: "",
  graphUrl: "https://graph.facebook.com",
  graphVersion: "v26.0",
};

type Name = Exclude<keyof Connection, "name">;
const rules: Record<Name, RegExp> = {
  phoneNumberId: /^\d{5,25}$/,
  accountId: /^\d{5,25}$/,
  token: /^.{10,1000}$/,
  appSecret: /^.{8,200}$/,
  graphUrl: /^https?:\/\/[^\s]+$/,
  graphVersion: /^v\d{2}\.0$/,
};
const asked = ["phoneNumberId", "accountId", "token", "appSecret"] as const;
const advanced = ["graphUrl", "graphVersion"] as const;
const secret = new Set<Name>(["token", "appSecret"]);

/** The four values with where to find each; once all are there they are checked, and again after each change. */
export function ValuesStep({
  values,
  onChange,
  onDone,
}: {
  values: Connection;
  onChange: (values: Connection) => void;
  onDone: (result: CheckResult) => void;
}) {
  const t = useT();
  const [left, setLeft] = useState<ReadonlySet<Name>>(new Set());
  const [open, setOpen] = useState(false);
  const shaped = (name: Name) => rules[name].test(values[name]);
  const complete = [...asked, ...advanced].every(shaped);
  const wanted = useSettled(complete ? JSON.stringify(values) : "");
  const check = useQuery({
    // Not the values themselves: keys of the cache are easy to look at, secrets are not to be there.
    queryKey: ["channel-check", fingerprint(wanted)],
    queryFn: ({ signal }) => request<CheckResult>("POST", "/channels/whatsapp/check", { body: JSON.parse(wanted), signal }),
    enabled: wanted !== "",
    gcTime: 0,
    retry: false,
  });
  const current = complete && wanted === JSON.stringify(values);
  const result = current ? check.data : undefined;
  const checking = complete && (!current || check.isFetching);
  const refused = current && check.error instanceof ApiError && check.error.field ? check.error : undefined;

  const problem = (name: Name) => {
    if (values[name] && left.has(name) && !shaped(name)) return t(`channels.shape_${name}` as Key);
    const wrong = result?.checks.find((each) => each.ok === false && each.field === name);
    if (wrong) return [wrong.message, wrong.remedy].filter(Boolean).join(" ");
    return refused?.field === name ? refused.message : undefined;
  };
  const right = (name: Name) => result && !problem(name) && result.checks.some((each) => each.ok && belongs[name].includes(each.check));

  const field = (name: Name) => (
    <Field
      key={name}
      label={t(`channels.${names[name]}` as Key)}
      hint={t(`channels.find_${name}` as Key)}
      error={problem(name)}
      aside={right(name) ? <Right /> : undefined}
      required
    >
      <Input
        mono
        dir="ltr"
        type={secret.has(name) ? "password" : "text"}
        inputMode={rules[name].source.startsWith("^\\d") ? "numeric" : undefined}
        autoComplete="off"
        spellCheck={false}
        value={values[name]}
        onChange={(event) => onChange({ ...values, [name]: event.target.value.trim() })}
        onBlur={() => setLeft(new Set([...left, name]))}
      />
    </Field>
  );

  return (
    <form
      className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-5 medium:grid-cols-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (result?.ok) onDone(result);
      }}
    >
      <Section
        title={t("channels.values")}
        footer={
          <Button type="submit" size="lg" variant="primary" disabled={!result?.ok}>
            {t("common.continue")}
          </Button>
        }
      >
        <p className="text-muted">
          {t("channels.values_text")}{" "}
          <a href="https://developers.facebook.com/apps" target="_blank" rel="noreferrer" className="link">
            developers.facebook.com/apps
          </a>
        </p>
        {asked.map(field)}
        <details open={open || advanced.some(problem)} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="link w-fit">{t("channels.advanced")}</summary>
          <div className="flex flex-col gap-4 pt-3">{advanced.map(field)}</div>
        </details>
      </Section>
      <Section
        flush
        title={t("channels.check")}
        aside={
          checking ? (
            <span role="status" className="flex items-center gap-1.5">
              <Spinner /> {t("channels.checking")}
            </span>
          ) : result ? (
            <Badge tone={result.ok ? "success" : "danger"}>{t(result.ok ? "channels.all_right" : "channels.something_wrong")}</Badge>
          ) : undefined
        }
        actions={
          current &&
          !checking && (
            <Button size="xs" variant="ghost" onClick={() => void check.refetch()}>
              {t("channels.check_again")}
            </Button>
          )
        }
      >
        {result ? (
          <CheckList checks={result.checks} />
        ) : current && check.error && !refused ? (
          <div className="p-4">
            <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />
          </div>
        ) : (
          <p className="p-4 text-subtle">{t("channels.check_text")}</p>
        )}
      </Section>
    </form>
  );
}

const names: Record<Name, string> = {
  phoneNumberId: "phone_number_id",
  accountId: "account_id",
  token: "access_token",
  appSecret: "app_secret",
  graphUrl: "graph_address",
  graphVersion: "graph_version",
};
/** Which checks speak for a value. */
const belongs: Record<Name, string[]> = {
  phoneNumberId: ["phone_number"],
  accountId: ["account"],
  token: ["token"],
  appSecret: ["app_secret"],
  graphUrl: ["graph_reached"],
  graphVersion: ["graph_reached"],
};

function Right() {
  const t = useT();
  return (
    <span className="flex items-center gap-1 text-success-text">
      <Check size={12} aria-hidden />
      {t("channels.check_right")}
    </span>
  );
}

/** The value 600 ms after it last changed. */
function useSettled(value: string) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value ? 600 : 0);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function fingerprint(text: string) {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return `${text.length} ${hash}`;
}
