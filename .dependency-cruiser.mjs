/** Layers, lowest first; a module may use lower ones, and of another module only index.ts and *.api.ts. */
const layers = [
  ["accounts", "system", "files", "live"],
  ["contacts"],
  ["conversations", "tracking"],
  ["channels", "audience"],
  ["inbox", "costs"],
  ["sales"],
  ["demo"],
];
const module = (name) => `^server/src/modules/${name}(/|$)`;

const upward = layers.slice(0, -1).map((names, at) => ({
  name: `layer-${at + 1}-looks-up`,
  severity: "error",
  comment: "Calls go down through index.ts, news goes up as events",
  from: { path: `^server/src/modules/(${names.join("|")})/`, pathNot: "\\.test\\.ts$" },
  to: {
    path: layers
      .slice(at + 1)
      .flat()
      .map(module)
      .join("|"),
  },
}));

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: { pathNot: "\\.test\\.ts$" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "kernel-knows-no-module",
      severity: "error",
      from: { path: "^server/src/kernel", pathNot: "\\.test\\.ts$" },
      to: { path: "^server/src/(modules|app|commands)" },
    },
    {
      name: "only-through-index",
      severity: "error",
      from: { path: "^server/src/modules/(channels/[^/]+|[^/]+)/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^server/src/modules/",
        pathNot: ["^server/src/modules/$1/", "/index\\.ts$", "\\.api\\.ts$", "^server/src/modules/channels/[^/]+\\.api\\.ts$"],
      },
    },
    ...upward,
    { name: "web-uses-no-server-code", severity: "error", from: { path: "^web/" }, to: { path: "^(server|sandbox)/" } },
    { name: "sdk-stands-alone", severity: "error", from: { path: "^sdk/src" }, to: { pathNot: "^sdk/src" } },
    { name: "sandbox-stands-alone", severity: "error", from: { path: "^sandbox/" }, to: { path: "^(server|web)/" } },
    {
      name: "tests-are-nobodys-library",
      severity: "error",
      from: { pathNot: "(\\.test\\.tsx?$|^server/(test|bench)/)" },
      to: { path: "\\.test\\.tsx?$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "server/tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js"], conditionNames: ["import", "types", "default"] },
  },
};
