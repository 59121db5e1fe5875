export { logActivity } from "./activities.ts";
export { createDeal } from "./deal-create.ts";
export { moveDeal } from "./deal-move.ts";
export { sales } from "./module.ts";
export { pipelinesOf } from "./pipelines.ts";
export { finishTask } from "./task-done.ts";
export { createTask } from "./task-write.ts";
