import { route } from "../../kernel/http.ts";
import {
  EmailVerification, InvitationAnswer, InvitationToken, InvitationView, Me, OrganizationChoice, PasswordChange, PasswordForgotten, PasswordReset, Profile, SignIn, SignUp, Welcome,
} from "./accounts.api.ts";
import { sendVerificationAgain, verifyEmail } from "./email.ts";
import { answerInvitation, viewInvitation } from "./join.ts";
import { changeProfile, me, switchOrganization } from "./me.ts";
import { change, forgotten, reset } from "./password.ts";
import { signIn, signOut } from "./sign-in.ts";
import { signUp, welcome } from "./sign-up.ts";

/** How people get in, and who they are. The session travels in the cookie `token`. */
export const sessionRoutes = [
  route({ method: "GET", url: "/welcome", summary: "What the page before signing in may know", permission: "public", returns: Welcome, handler: (ctx) => welcome(ctx) }),
  route({ method: "POST", url: "/sign-up", summary: "Make an account and its organization, and sign in", permission: "public", body: SignUp, returns: Me, status: 201, handler: (ctx, { body }, edge) => signUp(ctx, body, edge) }),
  route({ method: "POST", url: "/sign-in", summary: "Sign in with e-mail address and password", permission: "public", body: SignIn, returns: Me, handler: (ctx, { body }, edge) => signIn(ctx, body, edge) }),
  route({ method: "POST", url: "/sign-out", summary: "End this session", permission: "signed-in", handler: (ctx, _input, edge) => signOut(ctx, edge) }),
  route({ method: "POST", url: "/password/forgotten", summary: "Have a link for a new password mailed", description: "Answers the same whether or not there is such an account.", permission: "public", body: PasswordForgotten, handler: (ctx, { body }, edge) => forgotten(ctx, body.email, edge) }),
  route({ method: "POST", url: "/password/reset", summary: "Choose a new password with the link's token", description: "Every session of the person ends.", permission: "public", body: PasswordReset, handler: (ctx, { body }) => reset(ctx, body.token, body.password) }),
  route({ method: "POST", url: "/password/change", summary: "Change the own password", description: "Every other session of the person ends.", permission: "signed-in", body: PasswordChange, handler: (ctx, { body }, edge) => change(ctx, body.current, body.password, edge) }),
  route({ method: "POST", url: "/email/verify", summary: "Confirm an e-mail address with the letter's token", permission: "public", body: EmailVerification, handler: (ctx, { body }) => verifyEmail(ctx, body.token) }),
  route({ method: "POST", url: "/email/verification", summary: "Send the confirming letter again", permission: "signed-in", handler: (ctx) => sendVerificationAgain(ctx) }),
  route({ method: "GET", url: "/me", summary: "Who is signed in, where, and with what rights", permission: "signed-in", returns: Me, handler: (ctx, _input, edge) => me(ctx, edge) }),
  route({ method: "PATCH", url: "/me", summary: "Change the own name, theme, language or time zone", permission: "signed-in", body: Profile, returns: Me, handler: (ctx, { body }) => changeProfile(ctx, body) }),
  route({ method: "PUT", url: "/me/organization", summary: "Go to another organization", permission: "signed-in", body: OrganizationChoice, returns: Me, handler: (ctx, { body }, edge) => switchOrganization(ctx, body.organizationId, edge) }),
  route({ method: "GET", url: "/invitation", summary: "What an invitation's link invites to", permission: "public", query: InvitationToken, returns: InvitationView, handler: (ctx, { query }, edge) => viewInvitation(ctx, query.token, edge) }),
  route({ method: "POST", url: "/invitation", summary: "Accept an invitation and sign in", permission: "public", body: InvitationAnswer, returns: Me, handler: (ctx, { body }, edge) => answerInvitation(ctx, body, edge) }),
];
