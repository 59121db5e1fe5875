import type { Module } from "../../kernel/module.ts";
import { systemData, systemStores } from "./system.data.ts";
import { systemRoutes } from "./system.routes.ts";

export const system: Module = { name: "system", routes: systemRoutes, data: systemData, stores: systemStores };
