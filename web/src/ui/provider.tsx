import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Toaster } from "./toaster.tsx";

/** Once, at the root: what tooltips and toasts need. */
export const UiProvider = ({ children }: { children: ReactNode }) => (
  <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
    {children}
    <Toaster />
  </Tooltip.Provider>
);
