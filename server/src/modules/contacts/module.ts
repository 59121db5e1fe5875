import type { Module } from "../../kernel/module.ts";

export const contacts: Module = { name: "contacts" };
