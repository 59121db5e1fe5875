import type { Module } from "../../kernel/module.ts";

export const demo: Module = { name: "demo" };
