import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { aHouse, within } from "./house.ts";

type Job = {
  id: string;
  state: string;
  total: number;
  changed: number;
  problems: number;
  undo: { state: string; undone: number; kept: number };
};
const people = Number(process.env.KILL_CONTACTS ?? 20_000);

test("killed again and again, a change of many contacts and its undo do nobody twice and leave nobody out", async () => {
  const house = await aHouse("bulk");
  try {
    await house.open();
    const [organization] = await house.query<{ id: string }>("select id from organizations");
    await house.query(
      "insert into contacts (organization_id, id, name) select $1, candor_uuid7(), 'Person ' || n from generate_series(1, $2::int) n",
      [organization?.id, people],
    );
    const leads = [{ about: "field", field: "stage", op: "is", value: "lead" }];
    const job = await house.page<Job>("POST", "/bulk-jobs", {
      action: { kind: "set_stage", stage: "customer" },
      contacts: { filter: leads },
    });
    const now = () => house.page<Job>("GET", `/bulk-jobs/${job.id}`);
    const killed = async (over: (job: Job) => boolean) => {
      let times = 0;
      for (;;) {
        const read = await now();
        if (over(read)) return times;
        if (times < 4) {
          await pause(200 + times * 150);
          await house.killServer();
          await house.start();
          times++;
        } else await pause(500);
      }
    };
    const first = await killed((read) => read.state === "done");
    expect(await now()).toMatchObject({ total: people, changed: people, problems: 0 });
    const changes = async () => {
      const [row] = await house.query<{ events: number; contacts: number }>(
        "select count(*)::int as events, count(distinct contact_id)::int as contacts from events where name = 'contact.stage_changed'",
      );
      return row;
    };
    expect(await changes()).toEqual({ events: people, contacts: people });

    await house.page("POST", `/bulk-jobs/${job.id}/undo`, {});
    const second = await killed((read) => read.undo.state === "done");
    expect((await now()).undo).toMatchObject({ undone: people, kept: 0 });
    expect(await changes()).toEqual({ events: 2 * people, contacts: people });
    const [left] = await house.query<{ n: number }>("select count(*)::int as n from contacts where stage <> 'lead'");
    expect(left?.n).toBe(0);
    expect(first + second).toBeGreaterThan(1);
    await within(
      30,
      "no job left",
      async () => (await house.query("select 1 from graphile_worker.jobs where task_identifier = 'audience_bulk'")).length === 0,
    );
  } finally {
    await house.close();
  }
});
