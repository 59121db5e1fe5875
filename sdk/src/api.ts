/** What a website may ask of the SDK; all of it is documented in docs/sdk.md. */
export type Candor = {
  readonly version: string;
  /** Begins. The write key comes from Settings, Website events. Calls made before are kept and follow. */
  init(writeKey: string, settings?: Settings): void;
  /** Something a visitor did: `track("product.viewed", { sku: "A-1" })`. */
  track(name: string, properties?: Properties): void;
  /** A page view by hand, for sites that set `pages: false` or show something that is a page without an address. */
  page(name?: string, properties?: Properties): void;
  /** Who the visitor is, after they signed in. `signature` is made by your server: without it these are only claims. */
  identify(userId: string, traits?: Properties, proof?: Proof): void;
  /** Two ids are one person; without `previousId` it is this browser's. Taken from a browser only with your server's `signature`. */
  alias(userId: string, previousId?: string, proof?: Proof): void;
  /** The visitor signed out: what follows belongs to somebody new. */
  reset(): void;
  /** Tells the visitor's choice, or only asks for it. */
  consent(choice?: "granted" | "denied"): Consent;
  /** Sends what waits; resolves when that was tried, never rejects. */
  flush(): Promise<void>;
  /** This browser's random id, for a server that sends events of its own. Null while nothing may be stored. */
  visitorId(): string | null;
  /** Tells in the console what is taken, sent and dropped. */
  debug(on?: boolean): void;
};

export type Consent = "granted" | "denied" | "pending";
export type Properties = Record<string, unknown>;
export type Proof = { signature?: string };

export type Settings = {
  /** Where Candor answers, such as `https://candor.example.com`. The script knows: it came from there. */
  host?: string;
  /** `required`: nothing is stored or sent before `consent("granted")`. `assumed`: until `consent("denied")`. Default `assumed`. */
  consent?: "required" | "assumed";
  /** Events before consent: `drop` them, or `keep` the last 100 in memory until the choice. Default `drop`. */
  beforeConsent?: "drop" | "keep";
  /** Where the visitor's random id is: default `localStorage`; `memory` knows nobody on the next page. */
  id?: "localStorage" | "cookie" | "memory";
  /** For a cookie shared by subdomains, such as `example.com`. */
  cookieDomain?: string;
  /** After how many days a visitor gets a new id. Default 365. */
  idDays?: number;
  /** Where events wait when the network is away. Default `localStorage`. */
  buffer?: "localStorage" | "memory";
  /** Page views by themselves, also in single-page apps. Default true. */
  pages?: boolean;
  /** What stands after # makes a page of its own (hash routers) and is told as `hash`. Default false: it stays in the browser. */
  hash?: boolean;
  /** Names of query parameters that make a page of its own and are told as `query`. Default none: they often carry secrets. */
  query?: string[];
  /** Global Privacy Control means: no events. Default true. */
  respectGpc?: boolean;
  /** Do Not Track means: no events. Default true. */
  respectDnt?: boolean;
  /** A last look at each message: change it, or return null to drop it. */
  beforeSend?: (message: Message) => Message | null;
  /** Prefix of all names this SDK stores under. Default `candor`. */
  name?: string;
  debug?: boolean;
};

/** A message as it travels to POST /api/v1/events. */
export type Message = {
  type: "track" | "page" | "identify" | "alias";
  messageId: string;
  timestamp: string;
  anonymousId?: string;
  event?: string;
  name?: string;
  properties?: Properties;
  userId?: string;
  previousId?: string;
  traits?: Properties;
  userHash?: string;
  context: Context;
};

export type Context = {
  library: { name: string; version: string };
  locale: string;
  timezone?: string;
  /** Where it happened; a page view has it in its properties. */
  page?: Page;
  campaign?: Record<string, string>;
  automation?: true;
};

/** Addresses are told without what stands behind ? and #. */
export type Page = { url: string; path: string; title: string; referrer: string; hash?: string; query?: Record<string, string> };
