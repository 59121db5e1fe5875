import { demoCustomers, demoHistory } from "@candor/sandbox";
import { newId } from "../../kernel/id.ts";
import { contextFor, type Kernel } from "../../kernel/module.ts";
import { connectWhatsApp } from "../channels/whatsapp/index.ts";
import { resolveSightings } from "../contacts/index.ts";
import { arrange } from "./arrange.ts";
import { fillDuplicates } from "./duplicates.ts";
import { findDemo, finished } from "./find.ts";
import { replayHistory, untilProjected } from "./history.ts";
import { fillLists } from "./lists.ts";
import { makeTeam, type Team } from "./people.ts";
import { fillRecord } from "./record.ts";
import { fillSales } from "./sales.ts";
import { fillSegments } from "./segments.ts";
import { writeShopSide } from "./shop-side.ts";
import { fillWebsite } from "./website.ts";
import { demoNumber, demoWorld } from "./world.ts";

const lifeEverySeconds = 40;
const making = new WeakMap<Kernel, Promise<{ organizationId: string; userId: string }>>();

/** The demo organization, made on first use. Two visitors who press at once get the same one. */
export const openDemo = (kernel: Kernel) => {
  const found = making.get(kernel) ?? findDemo(kernel).then((there) => there ?? make(kernel));
  making.set(kernel, found);
  found.catch(() => making.delete(kernel));
  return found;
};

/** Brings the sandbox back beside an existing demo after a restart, and life into it. */
export const resumeDemo = async (kernel: Kernel): Promise<boolean> => {
  const there = await findDemo(kernel);
  if (!there) return false;
  const sandbox = await demoWorld(kernel);
  await kernel.db.system
    .updateTable("whatsapp_numbers")
    .set({ graph_url: sandbox.url })
    .where("organization_id", "=", there.organizationId)
    .execute();
  sandbox.startLife({ everySeconds: lifeEverySeconds });
  return true;
};

const make = async (kernel: Kernel) => {
  // What an interrupted attempt left behind, or a demo whose owner visitors removed.
  await kernel.db.system.deleteFrom("organizations").where("demo", "=", true).execute();
  const sandbox = await demoWorld(kernel);
  const team = await makeTeam(kernel);
  const now = Date.now();
  const channelId = await connect(kernel, team, sandbox.url);
  await otherContacts(kernel, team, now);
  await replayHistory(kernel, now);
  await untilProjected(kernel);
  await writeShopSide(kernel, team, channelId, now);
  await arrange(kernel, team, channelId, now);
  await fillRecord(kernel, team, channelId, now);
  await fillWebsite(kernel, team, now);
  await fillSales(kernel, team, channelId, now);
  await fillSegments(kernel, team);
  await fillLists(kernel, team);
  await fillDuplicates(kernel, team, channelId);
  await kernel.db.system.updateTable("organizations").set({ slug: finished }).where("id", "=", team.organizationId).execute();
  sandbox.startLife({ everySeconds: lifeEverySeconds });
  return { organizationId: team.organizationId, userId: team.owner.userId };
};

const connect = async (kernel: Kernel, team: Team, graphUrl: string) => {
  const number = demoNumber(kernel);
  const ctx = contextFor(kernel, team.organizationId, {
    kind: "member",
    memberId: team.owner.memberId,
    userId: team.owner.userId,
    name: "Mara Lindqvist",
  });
  const channel = await connectWhatsApp(ctx, {
    name: "Shop number",
    phoneNumberId: number.phoneNumberId,
    accountId: number.accountId,
    token: number.token,
    appSecret: number.appSecret,
    verifyToken: number.verifyToken,
    graphUrl,
    graphVersion: "v26.0",
  });
  return channel.id;
};

/** People the shop knows who have not written yet. */
const otherContacts = async (kernel: Kernel, team: Team, now: number) => {
  const talking = new Set(demoHistory.map(({ customer }) => customer.key));
  const quiet = demoCustomers.filter((customer) => !talking.has(customer.key));
  await kernel.db.system.transaction().execute((tx) =>
    resolveSightings(
      tx,
      team.organizationId,
      quiet.map((customer) => ({
        key: newId(),
        identities: [
          ...(customer.phone ? [{ kind: "phone" as const, scope: "", value: customer.phone }] : []),
          { kind: "whatsapp_user_id" as const, scope: "700000000000900", value: customer.userId },
          ...(customer.username ? [{ kind: "whatsapp_username" as const, scope: "", value: customer.username }] : []),
        ],
        name: customer.name,
        at: new Date(now),
        evidence: { source: "demo" },
      })),
    ),
  );
};
