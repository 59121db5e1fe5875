import { type Selectable, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../../kernel/db/pools.ts";
import type { SavedViews } from "../../kernel/db/schema.types.ts";
import { conflict, forbidden, invalid, notFound } from "../../kernel/errors.ts";
import { newId } from "../../kernel/id.ts";
import type { Ctx } from "../../kernel/module.ts";
import type { ContactCondition } from "../contacts/condition.api.ts";
import { checkConditions, checkSort } from "../contacts/index.ts";
import { mostViews, type SavedView, type SavedViewChange, type SavedViewPlaces, type SavedViewRequest } from "./views.api.ts";

type Contents = z.output<typeof SavedViewRequest>;
type View = z.input<typeof SavedView>;

const me = (ctx: Ctx) => (ctx.actor.kind === "member" ? ctx.actor.memberId : null);
const mayShare = (ctx: Ctx) => ctx.permissions.has("contacts.write");

/** Those shared and one's own, those pinned first in their order, the others by name. */
export const listViews = (ctx: Ctx): Promise<{ items: View[] }> => ctx.transaction(async (tx) => ({ items: await viewsFor(tx, ctx) }));

const viewsFor = async (tx: Tx, ctx: Ctx, only?: string): Promise<View[]> => {
  const rows = await tx
    .selectFrom("saved_views as v")
    .leftJoin("saved_view_places as p", (join) =>
      join
        .onRef("p.organization_id", "=", "v.organization_id")
        .onRef("p.view_id", "=", "v.id")
        .on(sql<boolean>`p.member_id is not distinct from ${me(ctx)}::uuid`),
    )
    .selectAll("v")
    .select(["p.position", "p.opens_first"])
    .where("v.organization_id", "=", ctx.organizationId)
    .where((eb) => eb.or([eb("v.shared", "=", true), sql<boolean>`v.owner_id = ${me(ctx)}::uuid`]))
    .$if(only !== undefined, (q) => q.where("v.id", "=", only ?? ""))
    .orderBy(sql`p.position nulls last, candor_fold(v.name), v.id`)
    .execute();
  return rows.map((row) => presented(ctx, row));
};

const presented = (ctx: Ctx, row: Selectable<SavedViews> & { position: number | null; opens_first: boolean | null }): View => ({
  id: row.id,
  name: row.name,
  shared: row.shared,
  columns: row.columns as View["columns"],
  filter: row.filter as ContactCondition[],
  sort: row.sort,
  direction: row.direction as View["direction"],
  ownerId: row.owner_id,
  mayChange: row.shared ? mayShare(ctx) : true,
  pinned: row.position,
  opensFirst: row.opens_first ?? false,
  updatedAt: row.updated_at,
});

export const makeView = (ctx: Ctx, view: Contents) =>
  ctx.transaction(async (tx) => {
    if (!view.shared && me(ctx) === null) throw invalid("shared", "A program has no views of its own.", "Share the view.");
    await checkContents(tx, ctx, view);
    const { count } = await tx
      .selectFrom("saved_views")
      .select((eb) => eb.fn.countAll<string>().as("count"))
      .where("organization_id", "=", ctx.organizationId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostViews) throw conflict("too_many_views", `There are ${mostViews} views already.`, "Delete one nobody uses.");
    const id = newId();
    await tx
      .insertInto("saved_views")
      .values({ organization_id: ctx.organizationId, id, owner_id: me(ctx), ...columnsOf(view) })
      .execute();
    return theView(tx, ctx, id);
  });

export const changeView = (ctx: Ctx, viewId: string, change: z.output<typeof SavedViewChange>) =>
  ctx.transaction(async (tx) => {
    const view = await changeable(tx, ctx, viewId);
    if (change.shared === false && view.ownerId !== me(ctx))
      throw invalid("shared", "Only who made a view can make it theirs alone.", "Save it as a new one.");
    const next = { ...view, ...change } as Contents;
    await checkContents(tx, ctx, next);
    await tx
      .updateTable("saved_views")
      .set({ ...columnsOf(next), updated_at: new Date() })
      .where("organization_id", "=", ctx.organizationId)
      .where("id", "=", viewId)
      .execute();
    return theView(tx, ctx, viewId);
  });

export const removeView = (ctx: Ctx, viewId: string) =>
  ctx.transaction(async (tx) => {
    await changeable(tx, ctx, viewId);
    await tx.deleteFrom("saved_views").where("organization_id", "=", ctx.organizationId).where("id", "=", viewId).execute();
  });

/** One's own row of views, whole. */
export const placeViews = (ctx: Ctx, { pinned, first }: z.output<typeof SavedViewPlaces>) =>
  ctx.transaction(async (tx) => {
    const member = me(ctx);
    if (member === null) throw invalid("pinned", "A program has no row of views.", "Sign in as a member.");
    const seen = new Set((await viewsFor(tx, ctx)).map((view) => view.id));
    if (new Set(pinned).size < pinned.length || pinned.some((id) => !seen.has(id)))
      throw invalid("pinned", "One of these views does not exist, or stands here twice.", "Choose from GET /contact-views.");
    if (first !== null && !seen.has(first)) throw invalid("first", "There is no such view.", "Choose from GET /contact-views.");
    await tx.deleteFrom("saved_view_places").where("organization_id", "=", ctx.organizationId).where("member_id", "=", member).execute();
    const places = [...new Set([...pinned, ...(first === null ? [] : [first])])].map((id) => ({
      organization_id: ctx.organizationId,
      member_id: member,
      view_id: id,
      position: pinned.includes(id) ? pinned.indexOf(id) : null,
      opens_first: id === first,
    }));
    if (places.length > 0) await tx.insertInto("saved_view_places").values(places).execute();
    return { items: await viewsFor(tx, ctx) };
  });

const columnsOf = (view: Contents) => ({
  name: view.name,
  shared: view.shared,
  columns: JSON.stringify(view.columns),
  filter: JSON.stringify(view.filter),
  sort: view.sort,
  direction: view.direction,
});

const theView = async (tx: Tx, ctx: Ctx, id: string): Promise<View> => {
  const [view] = await viewsFor(tx, ctx, id);
  if (!view) throw notFound("view");
  return view;
};

const changeable = async (tx: Tx, ctx: Ctx, id: string): Promise<View> => {
  await tx
    .selectFrom("saved_views")
    .select("id")
    .where("organization_id", "=", ctx.organizationId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  const view = await theView(tx, ctx, id);
  if (!view.mayChange) throw forbidden("contacts.write");
  return view;
};

const checkContents = async (tx: Tx, ctx: Ctx, view: Contents) => {
  if (view.shared && !mayShare(ctx)) throw forbidden("contacts.write");
  const known = await checkConditions(tx, ctx.organizationId, view.filter);
  if (view.sort !== null) checkSort(view.sort, known.fields);
  const keys = view.columns.map((column) => column.key);
  if (new Set(keys).size < keys.length) throw invalid("columns", "A column stands here twice.");
};
