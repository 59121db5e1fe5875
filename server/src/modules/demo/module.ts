import type { Module } from "../../kernel/module.ts";
import { demoRoutes } from "./demo.routes.ts";
import { findDemo } from "./find.ts";
import { endDemoWorld } from "./world.ts";

export const demo: Module = {
  name: "demo",
  routes: demoRoutes,
  start: async (kernel) => {
    // The sandbox is loaded only where there is a demo: an installation in earnest does not carry it in memory.
    if (kernel.config.demo && (await findDemo(kernel))) await (await import("./open.ts")).resumeDemo(kernel);
    return () => endDemoWorld(kernel);
  },
};
