import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useT } from "../i18n/index.ts";
import { CodeBlock, ErrorNotice, Segmented, SettingRow, Skeleton } from "../ui/index.ts";
import { policyText, type SdkManifest, type SnippetChoices, snippetText } from "./snippet-text.ts";

const manifestQuery = {
  queryKey: ["sdk"],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<SdkManifest> => {
    const answer = await fetch("/sdk/candor.json", { signal });
    if (!answer.ok) throw new Error("The browser SDK is not built.");
    return answer.json();
  },
};

/** The lines a website takes to send events with this key; version and hash are those of the file this server serves. */
export function Snippet({ writeKey, host = window.location.origin }: { writeKey: string; host?: string }) {
  const t = useT();
  const sdk = useQuery(manifestQuery);
  const [choices, choose] = useState<SnippetChoices>({ consent: "required", pinned: true });
  if (sdk.error) return <ErrorNotice error={sdk.error} onRetry={() => void sdk.refetch()} />;

  return (
    <div className="flex flex-col gap-4">
      <SettingRow label={t("snippet.consent")} hint={t(choices.consent === "required" ? "snippet.required_hint" : "snippet.assumed_hint")}>
        <Segmented
          label={t("snippet.consent")}
          value={choices.consent}
          onChange={(consent) => choose({ ...choices, consent })}
          options={[
            { value: "required", label: t("snippet.required") },
            { value: "assumed", label: t("snippet.assumed") },
          ]}
        />
      </SettingRow>
      <SettingRow label={t("snippet.version")} hint={t(choices.pinned ? "snippet.pinned_hint" : "snippet.current_hint")}>
        <Segmented
          label={t("snippet.version")}
          value={choices.pinned ? "pinned" : "current"}
          onChange={(version) => choose({ ...choices, pinned: version === "pinned" })}
          options={[
            { value: "pinned", label: t("snippet.pinned") },
            { value: "current", label: t("snippet.current") },
          ]}
        />
      </SettingRow>
      {sdk.data ? (
        <>
          <CodeBlock label={t("snippet.head")} code={snippetText(host, writeKey, sdk.data, choices)} />
          <CodeBlock label={t("snippet.policy")} code={policyText(host, sdk.data)} />
          <p className="num text-12 text-subtle">
            {t("snippet.size", { version: sdk.data.version, size: (sdk.data.sizes.gzip / 1000).toFixed(1) })}
          </p>
        </>
      ) : (
        <Skeleton className="h-40 w-full rounded-8" />
      )}
    </div>
  );
}
