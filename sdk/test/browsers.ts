import { chromium } from "playwright-core";
import { chromiumFlags, chromiumPath, firefoxPath } from "../../scripts/browsers.ts";
import { startFirefox } from "./bidi.ts";

export type BrowserName = "chromium" | "firefox";
/** One tab of a visitor. `run` answers what a script's expression resolves to, as JSON. */
export type Tab = {
  open: (url: string) => Promise<void>;
  run: <T>(expression: string) => Promise<T>;
  back: () => Promise<void>;
  /** As a person closes it: the page hears that it goes. */
  close: () => Promise<void>;
};
/** A person with cookies and storage of their own. */
export type Visitor = { tab: () => Promise<Tab>; offline: (on: boolean) => Promise<void>; leave: () => Promise<void> };
export type Driven = { visitor: () => Promise<Visitor>; close: () => Promise<void> };

/** `objecting`: the visitor switched on Global Privacy Control and Do Not Track. */
export const drive = (name: BrowserName, objecting = false): Promise<Driven> =>
  (name === "chromium" ? drivenChromium : drivenFirefox)(objecting);

const asJson = (expression: string) => `(async () => JSON.stringify({ value: await (${expression}) }))()`;
const fromJson = <T>(text: unknown) => (JSON.parse(String(text)) as { value: T }).value;

/** Chromium has no such switch of its own: what extensions do is done in their stead. */
const objection = () => {
  Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { value: true });
  Object.defineProperty(Navigator.prototype, "doNotTrack", { value: "1" });
};

const drivenChromium = async (objecting: boolean): Promise<Driven> => {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumFlags,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  return {
    visitor: async () => {
      const context = await browser.newContext();
      if (objecting) await context.addInitScript(objection);
      return {
        tab: async () => {
          const page = await context.newPage();
          return {
            open: async (url) => void (await page.goto(url)),
            run: async (expression) => fromJson(await page.evaluate(asJson(expression))),
            back: async () => void (await page.goBack({ waitUntil: "commit" })),
            close: () => page.close({ runBeforeUnload: true }),
          };
        },
        offline: (on) => context.setOffline(on),
        leave: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
};

const drivenFirefox = async (objecting: boolean): Promise<Driven> => {
  const { send, close } = await startFirefox(
    firefoxPath(),
    objecting ? { "privacy.globalprivacycontrol.enabled": true, "privacy.donottrackheader.enabled": true } : {},
  );
  return {
    visitor: async () => {
      const { userContext } = await send<{ userContext: string }>("browser.createUserContext", {});
      const tabs: string[] = [];
      return {
        tab: async () => {
          const { context } = await send<{ context: string }>("browsingContext.create", { type: "tab", userContext });
          tabs.push(context);
          return {
            open: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })),
            run: async (expression) => {
              const answer = await send<{ type: string; result?: { value: unknown }; exceptionDetails?: { text: string } }>(
                "script.evaluate",
                {
                  expression: asJson(expression),
                  target: { context },
                  awaitPromise: true,
                },
              );
              if (answer.type === "exception") throw new Error(answer.exceptionDetails?.text);
              return fromJson(answer.result?.value);
            },
            back: async () => void (await send("browsingContext.traverseHistory", { context, delta: -1 })),
            close: async () => {
              tabs.splice(tabs.indexOf(context), 1);
              await send("browsingContext.close", { context });
            },
          };
        },
        offline: async (on) =>
          void (await send("emulation.setNetworkConditions", { networkConditions: on ? { type: "offline" } : null, contexts: tabs })),
        leave: async () => void (await send("browser.removeUserContext", { userContext })),
      };
    },
    close,
  };
};
