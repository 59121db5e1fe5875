import { route } from "../../kernel/http.ts";
import { pageOf, PageQuery } from "../../kernel/page.ts";
import {
  ApiKey, ApiKeyMade, ApiKeyPath, ApiKeyRequest, Invitation, InvitationMade, InvitationPath, InvitationRequest, Member, MemberChange, MemberPath, Organization, OrganizationSettings, PermissionInfo,
} from "./accounts.api.ts";
import { apiKeys, createApiKey, revokeApiKey } from "./api-keys.ts";
import { invitations, invite, revokeInvitation } from "./invitations.ts";
import { changeMember, members } from "./members.ts";
import { permissionList } from "./permissions.ts";
import { changeOrganization, organization } from "./settings.ts";

/** Who belongs to the organization, and what opens it. */
export const organizationRoutes = [
  route({ method: "GET", url: "/organization", summary: "The organization", permission: "members.read", returns: Organization, handler: (ctx) => organization(ctx) }),
  route({ method: "PATCH", url: "/organization", summary: "Change name, language, time zone or country", permission: "organization.manage", body: OrganizationSettings, returns: Organization, handler: (ctx, { body }) => changeOrganization(ctx, body) }),
  route({ method: "GET", url: "/members", summary: "Members, oldest first", permission: "members.read", query: PageQuery, returns: pageOf(Member), handler: (ctx, { query }) => members(ctx, query) }),
  route({ method: "PATCH", url: "/members/:memberId", summary: "Change a member's role, deactivate or reactivate them", description: "Only owners make, demote or deactivate owners; the last owner stays one. A deactivated member's sessions end at once.", permission: "members.manage", params: MemberPath, body: MemberChange, returns: Member, handler: (ctx, { params, body }) => changeMember(ctx, params.memberId, body) }),
  route({ method: "GET", url: "/invitations", summary: "Invitations waiting for an answer, newest first", permission: "members.manage", query: PageQuery, returns: pageOf(Invitation), handler: (ctx, { query }) => invitations(ctx, query) }),
  route({ method: "POST", url: "/invitations", summary: "Invite somebody by link, mailed where mail is set up", permission: "members.manage", body: InvitationRequest, returns: InvitationMade, status: 201, handler: (ctx, { body }) => invite(ctx, body) }),
  route({ method: "DELETE", url: "/invitations/:invitationId", summary: "Take an invitation back", permission: "members.manage", params: InvitationPath, handler: (ctx, { params }) => revokeInvitation(ctx, params.invitationId) }),
  route({ method: "GET", url: "/api-keys", summary: "API keys, newest first", permission: "api_keys.manage", query: PageQuery, returns: pageOf(ApiKey), handler: (ctx, { query }) => apiKeys(ctx, query) }),
  route({ method: "POST", url: "/api-keys", summary: "Make an API key", description: "A key may not have permissions its maker lacks; `all` is all the maker has.", permission: "api_keys.manage", body: ApiKeyRequest, returns: ApiKeyMade, status: 201, handler: (ctx, { body }) => createApiKey(ctx, body) }),
  route({ method: "DELETE", url: "/api-keys/:apiKeyId", summary: "Revoke an API key: it stops working at once", permission: "api_keys.manage", params: ApiKeyPath, handler: (ctx, { params }) => revokeApiKey(ctx, params.apiKeyId) }),
  route({ method: "GET", url: "/permissions", summary: "Every permission, what it allows and which roles have it", permission: "members.read", returns: pageOf(PermissionInfo), handler: (ctx) => permissionList(ctx) }),
];
