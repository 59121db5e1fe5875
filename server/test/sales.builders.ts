import { newId } from "../src/kernel/id.ts";
import type { Client, Shop } from "./builders.ts";

export type StageView = {
  id: string;
  key: string | null;
  name: string | null;
  kind: "open" | "won" | "lost";
  probability: number;
  hue: number;
};
export type PipelineView = { id: string; name: string | null; currency: string; stages: StageView[] };
export type DealView = {
  id: string;
  title: string;
  pipelineId: string;
  stageId: string;
  state: "open" | "won" | "lost";
  value: string;
  currency: string;
  probability: number | null;
  chance: number;
  expectedOn: string | null;
  company: { id: string; name: string } | null;
  contacts: { id: string; name: string }[];
  ownerId: string | null;
  reasonId: string | null;
  reason: { key: string | null; name: string | null } | null;
  closedAt: string | null;
  openTasks: number;
};

export const aContact = async (shop: Shop, more: { name?: string; companyId?: string; company?: string } = {}): Promise<string> => {
  const id = newId();
  await shop.world.kernel.db.system
    .insertInto("contacts")
    .values({
      organization_id: shop.id,
      id,
      name: more.name ?? "Mia Costa",
      company_id: more.companyId ?? null,
      company: more.company ?? null,
    })
    .execute();
  return id;
};

export const aDeal = async (api: Client, more: Record<string, unknown> = {}): Promise<DealView> => {
  const made = await api.post<DealView>("/deals", { title: "Espresso machine", value: "120000", ...more });
  if (made.status !== 201) throw new Error(`no deal: ${JSON.stringify(made.body)}`);
  return made.body;
};

/** The pipeline an organization begins with, and its stages by key. */
export const firstPipeline = async (api: Client) => {
  const [pipeline] = (await api.get<{ items: PipelineView[] }>("/pipelines")).body.items;
  if (!pipeline) throw new Error("no pipeline");
  const stage = (key: string) => {
    const found = pipeline.stages.find((each) => each.key === key);
    if (!found) throw new Error(`no stage ${key}`);
    return found.id;
  };
  return { pipeline, stage };
};
