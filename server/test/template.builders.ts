import { eventually } from "./builders.ts";
import { aStoredFile, type Reachable } from "./outbound.builders.ts";

export type TemplateBody = {
  id: string;
  name: string;
  language: string;
  category: string;
  state: string;
  reason: string | null;
  submission: string | null;
  quality: string | null;
  components: Record<string, unknown>[];
  samples: Record<string, string>;
  previousCategory: string | null;
  correctCategory: string | null;
  editable: { allowed: boolean; code: string | null; until: string | null };
  use: { sends30Days: number; lastAt: string | null };
};

let count = 0;
/** A template that Meta would take, under a name of its own. */
export const aWrittenTemplate = (more: Record<string, unknown> = {}) => ({
  name: `order_left_${++count}`,
  language: "en_GB",
  category: "UTILITY",
  components: [
    {
      type: "BODY",
      text: "Hello {{1}}, your order has left the roastery today.",
      example: { body_text: [["Amara"]] },
    },
  ],
  ...more,
});

export const aDraft = async (at: Reachable, more: Record<string, unknown> = {}): Promise<TemplateBody> => {
  const made = await at.api.post<TemplateBody>("/templates", { channelId: at.channelId, ...aWrittenTemplate(more) });
  if (made.status !== 201) throw new Error(`no draft: ${JSON.stringify(made.body)}`);
  return made.body;
};

export const submit = (at: Pick<Reachable, "api">, id: string) => at.api.post<TemplateBody>(`/templates/${id}/submission`);
export const templateOf = async (at: Pick<Reachable, "api">, id: string) => (await at.api.get<TemplateBody>(`/templates/${id}`)).body;

/** The template once it is in a state; fails when it never is. */
export const templateBecomes = (at: Pick<Reachable, "api">, id: string, state: string) =>
  eventually(async () => {
    const template = await templateOf(at, id);
    return template.state === state ? template : null;
  }, `the template to become ${state}`);

export const anApprovedTemplate = async (at: Reachable, more: Record<string, unknown> = {}) => {
  const draft = await aDraft(at, more);
  const answer = await submit(at, draft.id);
  if (answer.status !== 200) throw new Error(`not submitted: ${JSON.stringify(answer.body)}`);
  return templateBecomes(at, draft.id, "APPROVED");
};

export const aSample = (at: Pick<Reachable, "shop">) => aStoredFile(at.shop);
