import type { Module } from "../../kernel/module.ts";
import { liveData } from "./live.data.ts";
import { liveRoutes } from "./live.routes.ts";

export const live: Module = { name: "live", routes: liveRoutes, data: liveData };
