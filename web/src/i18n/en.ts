import { accounts } from "./accounts.en.ts";
import { channels } from "./channels.en.ts";
import { common } from "./common.en.ts";
import { contacts } from "./contacts.en.ts";
import { costs } from "./costs.en.ts";
import { frame } from "./frame.en.ts";
import { health } from "./health.en.ts";
import { inbox } from "./inbox.en.ts";
import { outcomes } from "./outcomes.en.ts";
import { sending } from "./sending.en.ts";
import { settings } from "./settings.en.ts";
import { templates } from "./templates.en.ts";
import { templatesEditor } from "./templates-editor.en.ts";

/** English is the source: its keys are the keys. Areas are files of their own so that people do not collide. */
export const en = {
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
