import type { FastifyInstance } from "fastify";
import type { Kernel } from "../../../kernel/module.ts";

export const webhookDoor = (_app: FastifyInstance, _kernel: Kernel): void => {};
