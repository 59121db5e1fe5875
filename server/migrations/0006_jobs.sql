-- graphile-worker's tables belong to the owner. A job joins the caller's transaction through this door.
create function candor_enqueue(identifier text, payload json, job_key text default null, run_at timestamptz default null, queue_name text default null, max_attempts int default 25)
returns void language sql security definer set search_path = pg_catalog as $$
  select graphile_worker.add_job(identifier, payload, queue_name := queue_name, run_at := run_at, max_attempts := max_attempts, job_key := job_key);
$$;
revoke all on function candor_enqueue(text, json, text, timestamptz, text, int) from public;
grant execute on function candor_enqueue(text, json, text, timestamptz, text, int) to candor_app, candor_system;
