import type { Module } from "../../kernel/module.ts";

export const system: Module = { name: "system" };
