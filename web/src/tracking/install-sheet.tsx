import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { request } from "../api/client.ts";
import { useT } from "../i18n/index.ts";
import { Button, CodeBlock, CopyField, Field, Sheet, toastError } from "../ui/index.ts";
import type { WriteKey } from "./event-data.ts";
import { Snippet } from "./snippet.tsx";

/** What a website takes: the snippet, the key by itself, and the secret with which its server proves who somebody is. */
export function InstallSheet({ subject, onClose, may }: { subject: WriteKey | undefined; onClose: () => void; may: boolean }) {
  const t = useT();
  // Keeps its words while it slides away.
  const last = useRef(subject);
  if (subject) last.current = subject;
  const key = last.current;
  return (
    <Sheet
      open={subject !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t("events.install_title", { name: key?.name ?? "" })}
      wide
    >
      {key && (
        <div className="flex flex-col gap-6">
          <Snippet writeKey={key.key} />
          <Field label={t("events.write_key")} hint={t("events.write_key_hint")}>
            <CopyField value={key.key} />
          </Field>
          {may && <Signing key={key.id} writeKey={key} />}
        </div>
      )}
    </Sheet>
  );
}

function Signing({ writeKey }: { writeKey: WriteKey }) {
  const t = useT();
  const secret = useMutation({
    mutationFn: () => request<{ secret: string }>("POST", `/write-keys/${writeKey.id}/signing-secret`, { body: {} }),
    onError: toastError,
  });
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-14 font-semibold tracking-title">{t("events.signing")}</h3>
      <p className="text-pretty text-muted">{t("events.signing_text")}</p>
      {secret.data ? (
        <>
          <CopyField value={secret.data.secret} secret label={t("events.signing_secret")} />
          <CodeBlock
            label={t("events.signing_server")}
            code={`import { createHmac } from "node:crypto";\nconst signature = createHmac("sha256", process.env.CANDOR_SIGNING_SECRET)\n  .update(user.id).digest("hex");\n// in the page: candor.identify(user.id, { name }, { signature })`}
          />
        </>
      ) : (
        <Button className="self-start" loading={secret.isPending} onClick={() => secret.mutate()}>
          {t("events.show_secret")}
        </Button>
      )}
    </section>
  );
}
