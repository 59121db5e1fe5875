const longest = 200;

/**
 * A name safe to show and to hand to a browser: no path, no control characters, none of the invisible marks that turn text around
 * ("invoice<RLO>fdp.exe" reads as "invoiceexe.pdf"), no leading dots, at most 200 characters with its extension kept.
 */
export const cleanName = (given: string | undefined, otherwise = "file"): string => {
  const last = (given ?? "").normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const visible = last
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, "")
    .replace(/["<>:|?*]/g, "_")
    .replace(/^[.\s]+/, "")
    .trim();
  if (visible === "") return otherwise;
  if (visible.length <= longest) return visible;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(visible)?.[0] ?? "";
  return `${visible.slice(0, longest - extension.length)}${extension}`.toWellFormed();
};

/** RFC 6266 with RFC 8187: a plain name for old readers, the true one beside it. */
export const disposition = (kind: "inline" | "attachment", name: string | null): string => {
  const whole = cleanName(name ?? undefined);
  const plain = whole.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(whole).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"${plain === whole ? "" : `; filename*=UTF-8''${encoded}`}`;
};
