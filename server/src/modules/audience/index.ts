export { startBulk } from "./bulk-start.ts";
export { changeListMembers, makeList } from "./lists.ts";
export { audience } from "./module.ts";
export { Rule } from "./rule.api.ts";
export { rebuildSegments } from "./segment-rebuild.ts";
export { makeSegment } from "./segments.ts";
export { makeView, placeViews } from "./views.ts";
