import { accounts } from "./accounts.en.ts";
import { channels } from "./channels.en.ts";
import { common } from "./common.en.ts";
import { contacts } from "./contacts.en.ts";
import { costs } from "./costs.en.ts";
import { events } from "./events.en.ts";
import { frame } from "./frame.en.ts";
import { health } from "./health.en.ts";
import { imports } from "./imports.en.ts";
import { inbox } from "./inbox.en.ts";
import { lists } from "./lists.en.ts";
import { merge } from "./merge.en.ts";
import { outcomes } from "./outcomes.en.ts";
import { record } from "./record.en.ts";
import { sales } from "./sales.en.ts";
import { scoring } from "./scoring.en.ts";
import { security } from "./security.en.ts";
import { segments } from "./segments.en.ts";
import { sending } from "./sending.en.ts";
import { settings } from "./settings.en.ts";
import { snippet } from "./snippet.en.ts";
import { tasks } from "./tasks.en.ts";
import { templates } from "./templates.en.ts";
import { templatesEditor } from "./templates-editor.en.ts";

/** English is the source: its keys are the keys. Areas are files of their own so that people do not collide. */
export const en = {
  ...common,
  ...frame,
  ...imports,
  ...inbox,
  ...lists,
  ...merge,
  ...outcomes,
  ...record,
  ...scoring,
  ...security,
  ...segments,
  ...sales,
  ...sending,
  ...contacts,
  ...channels,
  ...health,
  ...costs,
  ...events,
  ...settings,
  ...snippet,
  ...tasks,
  ...templates,
  ...templatesEditor,
  ...accounts,
};
