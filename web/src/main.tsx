import "./csp.ts";
import "./styles/tokens.css";
import "./styles/fonts.css";
import "./styles/app.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { onSignedOut, queryClient } from "./api/query.ts";
import { loadMessages, preferredLanguage } from "./i18n/languages.ts";
import { I18nProvider } from "./i18n/provider.tsx";
import { router } from "./routes.tsx";
import { UiProvider } from "./ui/provider.tsx";

onSignedOut(() => {
  const next = location.pathname + location.search;
  queryClient.clear();
  void router.navigate({ to: "/sign-in", search: { next } });
});

const language = preferredLanguage();
const root = document.getElementById("root");

if (root) {
  const messages = await loadMessages(language);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <I18nProvider initial={{ language, messages }}>
          <UiProvider>
            <RouterProvider router={router} />
          </UiProvider>
        </I18nProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
