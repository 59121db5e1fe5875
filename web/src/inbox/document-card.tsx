import { Download } from "lucide-react";
import { useFormat, useT } from "../i18n/index.ts";
import { fileUrl, type StoredFile } from "./message-data.ts";

/** "PDF", "MP4": of the name, else of the type. */
export const kindOf = (name: string, mime: string | null) => {
  const ending = /\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1];
  return (ending ?? mime?.split("/")[1]?.split(/[.+-]/).at(-1) ?? "file").slice(0, 5).toUpperCase();
};

export function DocumentCard({ file, name: given }: { file: StoredFile; name: string | null }) {
  const t = useT();
  const format = useFormat();
  const name = given ?? file.name ?? t("inbox.type_document");
  return (
    <a
      href={`${fileUrl(file.id)}?download=true`}
      download={name}
      className="flex min-w-52 max-w-full items-center gap-2.5 rounded-8 py-0.5"
    >
      <FileMark kind={kindOf(name, file.mime)} />
      <span className="min-w-0 flex-1">
        <span className="cut block font-medium">
          <span className="sr-only">{t("inbox.download")} </span>
          <bdi>{name}</bdi>
        </span>
        <span className="num block text-12 text-subtle">{file.size !== null && format.bytes(file.size)}</span>
      </span>
      <Download size={16} className="mx-1 text-subtle" aria-hidden />
    </a>
  );
}

export const FileMark = ({ kind }: { kind: string }) => (
  <span
    aria-hidden
    className={`grid h-10 w-9 shrink-0 place-items-center rounded-6 border bg-surface-raised text-[10px] font-semibold ${kind === "PDF" ? "text-danger-text" : "text-subtle"}`}
  >
    {kind}
  </span>
);
