import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { chromiumFlags, chromiumPath } from "../../../scripts/browsers.ts";
import { writeOgg } from "../../src/modules/channels/whatsapp/media/voice-ogg.ts";
import { readWebm } from "../../src/modules/channels/whatsapp/media/voice-webm.ts";

/** Runs in the browser, which knows more than the server's types. */
const inBrowser = `<!doctype html><script>
const record = async (channels) => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: channels } });
  const recorder = new MediaRecorder(stream, { mimeType: "audio/webm;codecs=opus" });
  const parts = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const stopped = new Promise((resolve) => { recorder.onstop = resolve; });
  recorder.start(250);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
};
const hear = async (base64) => {
  const raw = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const sound = await new OfflineAudioContext(1, 48000, 48000).decodeAudioData(raw.buffer);
  return { seconds: sound.duration, channels: sound.numberOfChannels, loudest: Math.max(...sound.getChannelData(0).map(Math.abs)) };
};
</script>`;
type Heard = { seconds: number; channels: number; loudest: number };
const record = async (page: Page, channels: number) => Buffer.from(await page.evaluate<string>(`record(${channels})`), "base64");
const hear = (page: Page, bytes: Buffer) => page.evaluate<Heard>(`hear("${bytes.toString("base64")}")`);

/** A microphone that beeps, and nobody asked for leave. */
const flags = [...chromiumFlags, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

const aPage = async (): Promise<Page> => {
  const server = createServer((_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(inBrowser));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: flags });
  afterAll(async () => {
    await browser.close();
    server.close();
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return page;
};

test("what a browser records plays as OGG, as long and as loud, in one channel", async () => {
  const page = await aPage();
  for (const channels of [1, 2]) {
    const webm = await record(page, channels);
    const [before, after] = [await hear(page, webm), await hear(page, writeOgg(readWebm(webm)))];
    expect(before.seconds).toBeGreaterThan(0.5);
    expect(after).toEqual({ ...before, channels: 1 });
    expect(after.loudest).toBeGreaterThan(0.01);
  }
});
