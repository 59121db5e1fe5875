import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { ApiError } from "./api/client.ts";
import { queryClient } from "./api/query.ts";
import { meQuery } from "./api/session.ts";
import { NotFound, PageError } from "./frame/status-pages.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Filters in the address are plain texts; each page reads its own with useFilters. */
const validateSearch = (search: Record<string, unknown>) => search as Record<string, string | undefined>;

// Before one is signed in ---------------------------------------------------------------

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async () => {
    try {
      await queryClient.ensureQueryData({ ...meQuery, retry: false });
    } catch (error) {
      // Without an answer the frame says what is wrong and offers another try.
      if (error instanceof ApiError && error.status === 401) throw redirect({ to: "/welcome" });
    }
    throw redirect({ to: "/inbox/$view", params: { view: "open" } });
  },
});

const account = createRoute({
  getParentRoute: () => root,
  id: "account",
  component: lazyRouteComponent(() => import("./frame/auth-layout.tsx"), "AuthLayout"),
});
const welcome = createRoute({
  getParentRoute: () => account,
  path: "/welcome",
  validateSearch,
  component: lazyRouteComponent(() => import("./accounts/welcome-page.tsx"), "WelcomePage"),
});
const signIn = createRoute({
  getParentRoute: () => account,
  path: "/sign-in",
  validateSearch,
  component: lazyRouteComponent(() => import("./accounts/sign-in-page.tsx"), "SignInPage"),
});
const signUp = createRoute({
  getParentRoute: () => account,
  path: "/sign-up",
  validateSearch,
  component: lazyRouteComponent(() => import("./accounts/sign-up-page.tsx"), "SignUpPage"),
});
const forgot = createRoute({
  getParentRoute: () => account,
  path: "/forgot",
  validateSearch,
  component: lazyRouteComponent(() => import("./accounts/forgot-page.tsx"), "ForgotPage"),
});
const reset = createRoute({
  getParentRoute: () => account,
  path: "/reset",
  validateSearch,
  component: lazyRouteComponent(() => import("./accounts/reset-page.tsx"), "ResetPage"),
});
const invitation = createRoute({
  getParentRoute: () => account,
  path: "/invitation",
  validateSearch,
  component: lazyRouteComponent(() => import("./accounts/invitation-page.tsx"), "InvitationPage"),
});
const verifyEmail = createRoute({
  getParentRoute: () => account,
  path: "/verify-email",
  validateSearch,
  component: lazyRouteComponent(() => import("./accounts/verify-email-page.tsx"), "VerifyEmailPage"),
});

// Inside the frame ----------------------------------------------------------------------

const app = createRoute({
  getParentRoute: () => root,
  id: "app",
  component: lazyRouteComponent(() => import("./frame/app-frame.tsx"), "AppFrame"),
});
const inboxStart = createRoute({
  getParentRoute: () => app,
  path: "/inbox",
  beforeLoad: () => {
    throw redirect({ to: "/inbox/$view", params: { view: "open" } });
  },
});
// The conversation is a child, so that choosing another one leaves the list as it is.
const inbox = createRoute({
  getParentRoute: () => app,
  path: "/inbox/$view",
  validateSearch,
  component: lazyRouteComponent(() => import("./inbox/inbox-page.tsx"), "InboxPage"),
});
const conversation = createRoute({
  getParentRoute: () => inbox,
  path: "$conversationId",
  component: lazyRouteComponent(() => import("./inbox/conversation-page.tsx"), "ConversationPage"),
});
const contacts = createRoute({
  getParentRoute: () => app,
  path: "/contacts",
  validateSearch,
  component: lazyRouteComponent(() => import("./contacts/contacts-page.tsx"), "ContactsPage"),
});
const bulk = createRoute({
  getParentRoute: () => app,
  path: "/contacts/bulk",
  validateSearch,
  component: lazyRouteComponent(() => import("./contacts/bulk-page.tsx"), "BulkPage"),
});
const duplicates = createRoute({
  getParentRoute: () => app,
  path: "/contacts/duplicates",
  validateSearch,
  component: lazyRouteComponent(() => import("./contacts/duplicates-page.tsx"), "DuplicatesPage"),
});
const mergePage = createRoute({
  getParentRoute: () => app,
  path: "/contacts/merge",
  validateSearch,
  component: lazyRouteComponent(() => import("./contacts/merge-page.tsx"), "MergePage"),
});
const contact = createRoute({
  getParentRoute: () => app,
  path: "/contacts/$contactId",
  validateSearch,
  component: lazyRouteComponent(() => import("./contacts/contact-page.tsx"), "ContactPage"),
});

const companies = createRoute({
  getParentRoute: () => app,
  path: "/companies",
  validateSearch,
  component: lazyRouteComponent(() => import("./companies/companies-page.tsx"), "CompaniesPage"),
});
const company = createRoute({
  getParentRoute: () => app,
  path: "/companies/$companyId",
  validateSearch,
  component: lazyRouteComponent(() => import("./companies/company-page.tsx"), "CompanyPage"),
});
const deals = createRoute({
  getParentRoute: () => app,
  path: "/deals",
  validateSearch,
  component: lazyRouteComponent(() => import("./deals/deals-page.tsx"), "DealsPage"),
});
const deal = createRoute({
  getParentRoute: () => app,
  path: "/deals/$dealId",
  validateSearch,
  component: lazyRouteComponent(() => import("./deals/deal-page.tsx"), "DealPage"),
});
const tasks = createRoute({
  getParentRoute: () => app,
  path: "/tasks",
  validateSearch,
  component: lazyRouteComponent(() => import("./tasks/tasks-page.tsx"), "TasksPage"),
});

const imports = createRoute({
  getParentRoute: () => app,
  path: "/contacts/imports",
  component: lazyRouteComponent(() => import("./imports/imports-page.tsx"), "ImportsPage"),
});
const oneImport = createRoute({
  getParentRoute: () => app,
  path: "/contacts/imports/$importId",
  component: lazyRouteComponent(() => import("./imports/import-page.tsx"), "ImportPage"),
});
const costs = createRoute({
  getParentRoute: () => app,
  path: "/costs",
  validateSearch,
  component: lazyRouteComponent(() => import("./costs/costs-page.tsx"), "CostsPage"),
});
const costMessages = createRoute({
  getParentRoute: () => app,
  path: "/costs/messages",
  validateSearch,
  component: lazyRouteComponent(() => import("./costs/cost-messages-page.tsx"), "CostMessagesPage"),
});
const prices = createRoute({
  getParentRoute: () => app,
  path: "/costs/prices",
  validateSearch,
  component: lazyRouteComponent(() => import("./costs/prices-page.tsx"), "PricesPage"),
});

const events = createRoute({
  getParentRoute: () => app,
  path: "/events",
  validateSearch,
  component: lazyRouteComponent(() => import("./tracking/events-page.tsx"), "EventsPage"),
});
const eventName = createRoute({
  getParentRoute: () => app,
  path: "/events/name",
  validateSearch,
  component: lazyRouteComponent(() => import("./tracking/event-name-page.tsx"), "EventNamePage"),
});
const arrivals = createRoute({
  getParentRoute: () => app,
  path: "/events/live",
  validateSearch,
  component: lazyRouteComponent(() => import("./tracking/arrivals-page.tsx"), "ArrivalsPage"),
});

const segments = createRoute({
  getParentRoute: () => app,
  path: "/segments",
  validateSearch,
  component: lazyRouteComponent(() => import("./segments/segments-page.tsx"), "SegmentsPage"),
});
const newSegment = createRoute({
  getParentRoute: () => app,
  path: "/segments/new",
  component: lazyRouteComponent(() => import("./segments/segment-page.tsx"), "NewSegmentPage"),
});
const segment = createRoute({
  getParentRoute: () => app,
  path: "/segments/$segmentId",
  validateSearch,
  component: lazyRouteComponent(() => import("./segments/segment-page.tsx"), "SegmentPage"),
});

// Settings ------------------------------------------------------------------------------

const settings = createRoute({
  getParentRoute: () => app,
  path: "/settings",
  component: lazyRouteComponent(() => import("./frame/settings-layout.tsx"), "SettingsLayout"),
});
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    // A phone shows the list of settings here; with room for both the first page is open.
    if (matchMedia("(width > 720px)").matches) throw redirect({ to: "/settings/general", replace: true });
  },
});
const general = createRoute({
  getParentRoute: () => settings,
  path: "/general",
  component: lazyRouteComponent(() => import("./settings/general-page.tsx"), "GeneralPage"),
});
const members = createRoute({
  getParentRoute: () => settings,
  path: "/members",
  validateSearch,
  component: lazyRouteComponent(() => import("./settings/members-page.tsx"), "MembersPage"),
});
const channels = createRoute({
  getParentRoute: () => settings,
  path: "/channels",
  component: lazyRouteComponent(() => import("./channels/channels-page.tsx"), "ChannelsPage"),
});
const newChannel = createRoute({
  getParentRoute: () => settings,
  path: "/channels/new",
  validateSearch,
  component: lazyRouteComponent(() => import("./channels/new-channel-page.tsx"), "NewChannelPage"),
});
const channel = createRoute({
  getParentRoute: () => settings,
  path: "/channels/$channelId",
  validateSearch,
  component: lazyRouteComponent(() => import("./channels/channel-page.tsx"), "ChannelPage"),
});
const channelLimits = createRoute({
  getParentRoute: () => settings,
  path: "/channels/$channelId/limits",
  component: lazyRouteComponent(() => import("./channels/channel-limits-page.tsx"), "ChannelLimitsPage"),
});
const channelJournal = createRoute({
  getParentRoute: () => settings,
  path: "/channels/$channelId/journal",
  component: lazyRouteComponent(() => import("./channels/channel-journal-page.tsx"), "ChannelJournalPage"),
});
const templates = createRoute({
  getParentRoute: () => settings,
  path: "/templates",
  validateSearch,
  component: lazyRouteComponent(() => import("./templates/templates-page.tsx"), "TemplatesPage"),
});
const newTemplate = createRoute({
  getParentRoute: () => settings,
  path: "/templates/new",
  validateSearch,
  component: lazyRouteComponent(() => import("./templates/template-page.tsx"), "NewTemplatePage"),
});
const template = createRoute({
  getParentRoute: () => settings,
  path: "/templates/$templateId",
  validateSearch,
  component: lazyRouteComponent(() => import("./templates/template-page.tsx"), "TemplatePage"),
});
const labels = createRoute({
  getParentRoute: () => settings,
  path: "/labels",
  component: lazyRouteComponent(() => import("./settings/labels-page.tsx"), "LabelsPage"),
});
const fields = createRoute({
  getParentRoute: () => settings,
  path: "/fields",
  component: lazyRouteComponent(() => import("./contacts/fields-page.tsx"), "FieldsPage"),
});
const stages = createRoute({
  getParentRoute: () => settings,
  path: "/stages",
  component: lazyRouteComponent(() => import("./contacts/stages-page.tsx"), "StagesPage"),
});
const scoring = createRoute({
  getParentRoute: () => settings,
  path: "/scoring",
  component: lazyRouteComponent(() => import("./contacts/scoring-page.tsx"), "ScoringPage"),
});
const pipelines = createRoute({
  getParentRoute: () => settings,
  path: "/pipelines",
  component: lazyRouteComponent(() => import("./deals/pipelines-page.tsx"), "PipelinesPage"),
});
const websites = createRoute({
  getParentRoute: () => settings,
  path: "/websites",
  component: lazyRouteComponent(() => import("./tracking/websites-page.tsx"), "WebsitesPage"),
});
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("./settings/api-keys-page.tsx"), "ApiKeysPage"),
});
const profile = createRoute({
  getParentRoute: () => settings,
  path: "/profile",
  component: lazyRouteComponent(() => import("./settings/profile-page.tsx"), "ProfilePage"),
});
const security = createRoute({
  getParentRoute: () => settings,
  path: "/security",
  validateSearch,
  component: lazyRouteComponent(() => import("./settings/security-page.tsx"), "SecurityPage"),
});
const outbox = createRoute({
  getParentRoute: () => settings,
  path: "/outbox",
  validateSearch,
  component: lazyRouteComponent(() => import("./settings/outbox-page.tsx"), "OutboxPage"),
});
const audit = createRoute({
  getParentRoute: () => settings,
  path: "/audit",
  validateSearch,
  component: lazyRouteComponent(() => import("./settings/audit-page.tsx"), "AuditPage"),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: "/ui",
  component: lazyRouteComponent(() => import("./gallery/gallery-page.tsx"), "GalleryPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    account.addChildren([welcome, signIn, signUp, forgot, reset, invitation, verifyEmail]),
    app.addChildren([
      inboxStart,
      inbox.addChildren([conversation]),
      contacts,
      bulk,
      duplicates,
      mergePage,
      contact,
      imports,
      oneImport,
      segments,
      newSegment,
      segment,
      companies,
      company,
      deals,
      deal,
      tasks,
      events,
      eventName,
      arrivals,
      costs,
      costMessages,
      prices,
      settings.addChildren([
        settingsStart,
        general,
        members,
        channels,
        newChannel,
        channel,
        channelLimits,
        channelJournal,
        templates,
        newTemplate,
        template,
        labels,
        fields,
        stages,
        scoring,
        pipelines,
        websites,
        apiKeys,
        profile,
        security,
        outbox,
        audit,
      ]),
    ]),
    gallery,
  ]),
  defaultPreload: false,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
  // Plain texts rather than JSON in the address: ?status=open, as a person would write it.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== "");
    return pairs.length ? `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}` : "";
  },
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
