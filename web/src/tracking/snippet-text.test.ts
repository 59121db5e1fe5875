import { expect, test } from "vitest";
import { policyText, type SdkManifest, snippetText } from "./snippet-text.ts";

const manifest: SdkManifest = {
  version: "1.2.3",
  integrity: "sha384-abc",
  stub: "stub()",
  stubHash: "sha256-xyz",
  sizes: { plain: 1, gzip: 1, brotli: 1 },
};

test("a pinned snippet names version and integrity, and begins without consent only where the site says so", () => {
  expect(snippetText("https://c.example", "wk_1", manifest, { consent: "required", pinned: true })).toBe(
    `<script>stub()</script>
<script async
  src="https://c.example/sdk/candor-1.2.3.js"
  integrity="sha384-abc"
  crossorigin="anonymous"
  data-key="wk_1"
  data-consent="required"></script>`,
  );
});

test("a snippet that follows our upgrades has no integrity, which would stop it at the next one", () => {
  const text = snippetText("https://c.example", "wk_1", manifest, { consent: "assumed", pinned: false });
  expect(text).toContain(`src="https://c.example/sdk/candor.js"`);
  expect(text).not.toMatch(/integrity|data-consent/);
});

test("the policy allows the script, the stub and the way to the server, and nothing else", () => {
  expect(policyText("https://c.example", manifest)).toBe("script-src https://c.example 'sha256-xyz';\nconnect-src https://c.example");
});
