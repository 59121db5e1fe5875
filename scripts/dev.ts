import { spawn } from "node:child_process";
import { join } from "node:path";

// Server restarting on change, web app with hot reload. The page is on port 5173 and passes /api on to the server.
const root = join(import.meta.dirname, "..");
const port = process.env.PORT ?? "3000";
const env = { ...process.env, PORT: port, CANDOR_PORT: port };
const children = [
  spawn(process.execPath, ["--watch-path=server/src", "--watch-preserve-output", "server/src/main.ts", "start", ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: "inherit",
  }),
  spawn(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "--port", "5173"], {
    cwd: join(root, "web"),
    env,
    stdio: "inherit",
  }),
];
const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
for (const child of children) child.on("exit", stop);
