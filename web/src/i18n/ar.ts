import { accounts } from "./accounts.ar.ts";
import { channels } from "./channels.ar.ts";
import { common } from "./common.ar.ts";
import { contacts } from "./contacts.ar.ts";
import { costs } from "./costs.ar.ts";
import { frame } from "./frame.ar.ts";
import { health } from "./health.ar.ts";
import { inbox } from "./inbox.ar.ts";
import type { Messages } from "./languages.ts";
import { outcomes } from "./outcomes.ar.ts";
import { sending } from "./sending.ar.ts";
import { settings } from "./settings.ar.ts";
import { templates } from "./templates.ar.ts";
import { templatesEditor } from "./templates-editor.ar.ts";

export const ar: Messages = {
  ...common,
  ...frame,
  ...inbox,
  ...outcomes,
  ...sending,
  ...contacts,
  ...channels,
  ...health,
  ...costs,
  ...settings,
  ...templates,
  ...templatesEditor,
  ...accounts,
};
