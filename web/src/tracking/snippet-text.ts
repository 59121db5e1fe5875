/** What /sdk/candor.json says of the file websites load; written by the SDK's build. */
export type SdkManifest = {
  version: string;
  integrity: string;
  stub: string;
  stubHash: string;
  sizes: { plain: number; gzip: number; brotli: number };
};
export type SnippetChoices = { consent: "required" | "assumed"; pinned: boolean };

/** The lines for a page's head: the stub takes calls until the script is there, which knows its server by its own address. */
export const snippetText = (host: string, writeKey: string, manifest: SdkManifest, { consent, pinned }: SnippetChoices): string => {
  const file = pinned ? `candor-${manifest.version}.js` : "candor.js";
  const attributes = [
    `src="${host}/sdk/${file}"`,
    ...(pinned ? [`integrity="${manifest.integrity}"`] : []),
    `crossorigin="anonymous"`,
    `data-key="${writeKey}"`,
    ...(consent === "required" ? [`data-consent="required"`] : []),
  ];
  return `<script>${manifest.stub}</script>\n<script async\n  ${attributes.join("\n  ")}></script>`;
};

/** What a page with a Content-Security-Policy adds to it; the stub is the same everywhere, so its hash is, too. */
export const policyText = (host: string, manifest: SdkManifest): string =>
  `script-src ${host} '${manifest.stubHash}';\nconnect-src ${host}`;
