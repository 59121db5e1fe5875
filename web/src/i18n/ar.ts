import { accounts } from "./accounts.ar.ts";
import { channels } from "./channels.ar.ts";
import { common } from "./common.ar.ts";
import { contacts } from "./contacts.ar.ts";
import { costs } from "./costs.ar.ts";
import { events } from "./events.ar.ts";
import { frame } from "./frame.ar.ts";
import { health } from "./health.ar.ts";
import { imports } from "./imports.ar.ts";
import { inbox } from "./inbox.ar.ts";
import type { Messages } from "./languages.ts";
import { lists } from "./lists.ar.ts";
import { merge } from "./merge.ar.ts";
import { outcomes } from "./outcomes.ar.ts";
import { record } from "./record.ar.ts";
import { sales } from "./sales.ar.ts";
import { scoring } from "./scoring.ar.ts";
import { security } from "./security.ar.ts";
import { segments } from "./segments.ar.ts";
import { sending } from "./sending.ar.ts";
import { settings } from "./settings.ar.ts";
import { snippet } from "./snippet.ar.ts";
import { tasks } from "./tasks.ar.ts";
import { templates } from "./templates.ar.ts";
import { templatesEditor } from "./templates-editor.ar.ts";

export const ar: Messages = {
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
