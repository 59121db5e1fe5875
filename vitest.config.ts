import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default"],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "server",
          setupFiles: ["server/test/setup.ts"],
          include: ["server/**/*.test.ts"],
          exclude: ["**/node_modules/**", "server/test/browser/**", "server/test/kill/**"],
          globalSetup: ["server/test/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: "forks",
        },
      },
      { test: { name: "sandbox", include: ["sandbox/**/*.test.ts"], exclude: ["**/node_modules/**"], testTimeout: 30_000 } },
      {
        test: {
          name: "sdk",
          include: ["sdk/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      { test: { name: "web", include: ["web/**/*.test.{ts,tsx}"], exclude: ["**/node_modules/**"] } },
      {
        test: {
          name: "browser",
          include: ["server/test/browser/**/*.test.ts"],
          globalSetup: ["server/test/global-setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      // A tier of its own (npm run test:kill): real processes are killed, one scenario at a time.
      {
        test: {
          name: "kill",
          include: ["server/test/kill/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
