import { accounts } from "./accounts.ar.ts";
import { channels } from "./channels.ar.ts";
import { common } from "./common.ar.ts";
import { contacts } from "./contacts.ar.ts";
import { frame } from "./frame.ar.ts";
import { inbox } from "./inbox.ar.ts";
import type { Messages } from "./languages.ts";
import { settings } from "./settings.ar.ts";

export const ar: Messages = { ...common, ...frame, ...inbox, ...contacts, ...channels, ...settings, ...accounts };
