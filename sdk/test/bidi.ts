import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Answer = { id?: number; type: string; result?: unknown; error?: string; message?: string };
export type Bidi = { send: <T>(method: string, params: object) => Promise<T>; close: () => Promise<void> };

/** Firefox as it is installed, by the protocol it speaks itself (W3C WebDriver BiDi): no driver, no patched browser, no internet. */
export const startFirefox = async (program: string, preferences: Record<string, boolean | number | string>): Promise<Bidi> => {
  const profile = mkdtempSync(join(tmpdir(), "candor-firefox-"));
  writeFileSync(
    join(profile, "user.js"),
    Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const child = spawn(program, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"], {
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  const address = await new Promise<string>((found, failed) => {
    let said = "";
    const late = setTimeout(() => failed(new Error(`Firefox did not start: ${said.slice(-500)}`)), 60_000);
    child.once("error", failed);
    child.stderr.on("data", (part) => {
      said = `${said}${part}`.slice(-4_000);
      const listening = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (!listening) return;
      clearTimeout(late);
      found(listening);
    });
  });

  const socket = new WebSocket(`${address}/session`);
  await new Promise((open, failed) => {
    socket.addEventListener("open", open);
    socket.addEventListener("error", failed);
  });
  const waiting = new Map<number, { done: (result: unknown) => void; failed: (error: Error) => void }>();
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    const asked = waiting.get(answer.id ?? -1);
    waiting.delete(answer.id ?? -1);
    if (answer.type === "error") asked?.failed(new Error(`${answer.error}: ${answer.message}`));
    else asked?.done(answer.result);
  });
  let last = 0;
  const send = <T>(method: string, params: object) =>
    new Promise<T>((done, failed) => {
      last += 1;
      waiting.set(last, { done: done as (result: unknown) => void, failed });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send("session.new", { capabilities: {} });
  return {
    send,
    close: async () => {
      await Promise.race([send("browser.close", {}).catch(() => {}), exited]);
      const hurry = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await exited;
      clearTimeout(hurry);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
