import { X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useFormat, useT } from "../i18n/index.ts";
import { Button, IconButton, Progress } from "../ui/index.ts";
import { acceptOf, kindOf, type MediaKind, mediaRefusal, mimeOf } from "./media-limits.ts";
import type { StoredFile } from "./message-data.ts";
import { post } from "./upload.ts";

/** One file of a form: checked before it goes up, with its progress and a way to take another. */
export function FileField({
  id,
  kinds,
  file,
  onFile,
  error,
}: {
  /** Given where a label stands elsewhere. */
  id?: string;
  kinds: MediaKind[];
  file: { name: string | null } | null;
  onFile: (file: StoredFile | null) => void;
  error?: string | undefined;
}) {
  const t = useT();
  const format = useFormat();
  const own = useId();
  const field = id ?? own;
  const cancel = useRef<() => void>(undefined);
  // What is written while the file goes up is not to be undone by it: the form as it is then takes the file.
  const take = useRef(onFile);
  take.current = onFile;
  const [state, setState] = useState<{ name?: string; progress?: number; error?: string }>({});
  useEffect(() => () => cancel.current?.(), []);

  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    // What was there is given up: another file under this name would be sent otherwise.
    cancel.current?.();
    onFile(null);
    const mime = mimeOf(chosen);
    const kind = kinds.includes(kindOf(mime)) ? kindOf(mime) : (kinds.at(-1) ?? "document");
    const refusal = mediaRefusal(kind, { mime, size: chosen.size });
    if (refusal) {
      const says =
        refusal.because === "empty"
          ? t("sending.file_empty")
          : refusal.because === "type"
            ? t(`sending.takes_${kind}`)
            : t("sending.file_too_large", {
                what: t(`sending.many_${kind}`),
                limit: format.bytes(refusal.limit ?? 0),
                size: format.bytes(chosen.size),
              });
      return setState({ name: chosen.name, error: says });
    }
    setState({ name: chosen.name, progress: 0 });
    cancel.current = post(
      chosen,
      (progress) => setState({ name: chosen.name, progress }),
      (end) => {
        if ("error" in end) return setState({ name: chosen.name, error: end.error.message });
        setState({ name: chosen.name });
        return take.current(end.file);
      },
    );
  };
  const remove = () => {
    cancel.current?.();
    setState({});
    onFile(null);
  };
  const name = state.name ?? file?.name;
  const says = state.error ?? (name ? undefined : error);
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span className="flex min-w-0 items-center gap-2">
        <Button size="xs" asChild>
          <label htmlFor={field}>{t("inbox.choose_file")}</label>
        </Button>
        <input
          id={field}
          type="file"
          accept={acceptOf(...kinds)}
          aria-label={id ? undefined : t("inbox.choose_file")}
          aria-invalid={says ? true : undefined}
          aria-describedby={says ? `${field}-says` : undefined}
          className="sr-only"
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <bdi className="cut min-w-0 text-subtle">{name}</bdi>
        {name && (
          <IconButton size="sm" label={t("common.remove_named", { name })} onClick={remove}>
            <X size={13} />
          </IconButton>
        )}
      </span>
      {state.progress !== undefined && <Progress value={state.progress * 100} label={t("inbox.uploading", { name: name ?? "" })} />}
      {says && (
        <span id={`${field}-says`} role="alert" className="text-12 text-danger-text">
          {says}
        </span>
      )}
    </span>
  );
}
