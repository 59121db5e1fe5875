import type { Module } from "../../kernel/module.ts";
import { filesData, filesStores } from "./files.data.ts";
import { fileRoutes } from "./files.routes.ts";

export const files: Module = { name: "files", routes: fileRoutes, data: filesData, stores: filesStores };
