import type { MediaKind } from "../sending/limits-media.ts";
import type { Parts, Values } from "./template-text.ts";

export type TemplateButton = { type: string; text?: string; url?: string; phone_number?: string; otp_type?: string };
export type TemplateComponent = {
  type: string;
  format?: string;
  text?: string;
  buttons?: TemplateButton[];
  cards?: { components: TemplateComponent[] }[];
  limited_time_offer?: { text?: string; has_expiration?: boolean };
  code_expiration_minutes?: number;
};
export type ButtonValue = { index: number; value: string };
export type PlaceValue = { latitude: number; longitude: number; name: string; address: string };
export type TemplateParameters = {
  header?: Values;
  body?: Values;
  buttons?: ButtonValue[];
  headerFileId?: string;
  location?: PlaceValue;
  cards?: { headerFileId?: string; body?: Values; buttons?: ButtonValue[] }[];
  offerEndsAt?: string;
};
export type TemplateToFill = { parameterFormat: string; components: TemplateComponent[]; category?: string };

/** A file the request needs: `place` is where it stands in `sent`, to be completed by whoever knows the file. */
export type FilePlace = { field: string; kind: MediaKind; fileId: string; place: Record<string, unknown> };
/** What filling gathers: what Graph gets, what the thread shows, the files in both. `at` is what fields begin with, for a card. */
export type Filling = { named: boolean; category: string; sent: Parts; rendered: Parts; files: FilePlace[]; at: string };
