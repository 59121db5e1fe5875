import { queryOptions } from "@tanstack/react-query";
import { request } from "../api/client.ts";
import { keyset, type Page, queryClient } from "../api/query.ts";

export type Category = "MARKETING" | "UTILITY" | "AUTHENTICATION";

export interface TemplateButton {
  type: string;
  text?: string;
  url?: string;
  phone_number?: string;
  example?: string | string[];
  flow_id?: string;
  flow_action?: string;
  navigate_screen?: string;
  otp_type?: string;
}
export interface TemplateComponent {
  type: string;
  format?: string;
  text?: string;
  example?: Record<string, unknown>;
  buttons?: TemplateButton[];
  add_security_recommendation?: boolean;
  code_expiration_minutes?: number;
  cards?: { components: TemplateComponent[] }[];
  limited_time_offer?: { text?: string; has_expiration?: boolean };
}
export interface Template {
  id: string;
  accountId: string;
  name: string;
  language: string;
  category: string;
  state: string;
  quality: string | null;
  reason: string | null;
  parameterFormat: "POSITIONAL" | "NAMED";
  components: TemplateComponent[];
  samples: Record<string, string>;
  variables: string[];
  correctCategory: string | null;
  previousCategory: string | null;
  categoryChangedAt: string | null;
  submission: "sending" | "unknown" | null;
  editable: { allowed: boolean; code: string | null; until: string | null };
  use: { sends30Days: number; lastAt: string | null };
  createdAt: string;
  updatedAt: string;
}
export interface Content {
  name: string;
  language: string;
  category: Category;
  parameterFormat: "POSITIONAL" | "NAMED";
  components: TemplateComponent[];
  samples: Record<string, string>;
}
export interface Problem {
  field: string;
  code: string;
  message: string;
  severity: "error" | "hint";
  params: Record<string, string | number>;
}
export interface Verdict {
  problems: Problem[];
  names: { used: number; most: number };
  createdThisHour: number;
}

export type TemplateFilters = {
  q?: string;
  state?: string;
  category?: string;
  language?: string;
  channel?: string;
  template?: string;
};
export const templateList = ({ q, state, category, language, channel }: TemplateFilters) =>
  keyset(
    ["templates", { q, state, category, language, channel }],
    ({ after, limit, signal }) =>
      request<Page<Template>>("GET", "/templates", { query: { search: q, state, category, language, channel, after, limit }, signal }),
    50,
  );

export const templateQuery = (id: string) =>
  queryOptions({ queryKey: ["template", id], queryFn: ({ signal }) => request<Template>("GET", `/templates/${id}`, { signal }) });

export const languagesQuery = queryOptions({
  queryKey: ["template-languages"],
  queryFn: ({ signal }) => request<{ all: string[]; used: string[] }>("GET", "/templates/languages", { signal }),
});

/** What a change answers is how the template is now. */
export const templateIs = (template: Template) => {
  queryClient.setQueryData(templateQuery(template.id).queryKey, template);
  templatesChanged();
};

export const templatesChanged = () => {
  for (const key of ["templates", "template", "template-languages"]) void queryClient.invalidateQueries({ queryKey: [key] });
};

export const submitTemplate = (id: string) => request<Template>("POST", `/templates/${id}/submission`);
export const copyTemplate = (id: string, body: { name?: string; language?: string }) =>
  request<Template>("POST", `/templates/${id}/copies`, { body });
export const deleteTemplate = (template: Template, languages: "one" | "all") =>
  request("DELETE", `/templates/${template.id}`, { query: { confirm: template.name, languages } });
