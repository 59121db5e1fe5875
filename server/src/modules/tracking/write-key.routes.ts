import { route } from "../../kernel/http.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { SigningSecret, WriteKey, WriteKeyChange, WriteKeyPath, WriteKeyRequest } from "./write-key.api.ts";
import { changeWriteKey, createWriteKey, revokeWriteKey, signingSecret, writeKeys } from "./write-keys.ts";

export const writeKeyRoutes = [
  route({
    method: "GET",
    url: "/write-keys",
    summary: "Write keys of websites, newest first",
    permission: "events.read",
    query: PageQuery,
    returns: pageOf(WriteKey),
    handler: (ctx, { query }) => writeKeys(ctx, query),
  }),
  route({
    method: "POST",
    url: "/write-keys",
    summary: "Make a write key for a website",
    description: "The key is public: websites carry it in their pages. It can only add events. At most 50 in use.",
    permission: "events.manage",
    body: WriteKeyRequest,
    returns: WriteKey,
    status: 201,
    handler: (ctx, { body }) => createWriteKey(ctx, body),
  }),
  route({
    method: "PATCH",
    url: "/write-keys/:writeKeyId",
    summary: "Change a write key's name, origins or privacy choices",
    permission: "events.manage",
    params: WriteKeyPath,
    body: WriteKeyChange,
    returns: WriteKey,
    handler: (ctx, { params, body }) => changeWriteKey(ctx, params.writeKeyId, body),
  }),
  route({
    method: "DELETE",
    url: "/write-keys/:writeKeyId",
    summary: "Revoke a write key: it stops working at once",
    permission: "events.manage",
    params: WriteKeyPath,
    handler: (ctx, { params }) => revokeWriteKey(ctx, params.writeKeyId),
  }),
  route({
    method: "POST",
    url: "/write-keys/:writeKeyId/signing-secret",
    summary: "Show the secret that signs user ids; the audit log notes who asked",
    permission: "events.manage",
    params: WriteKeyPath,
    returns: SigningSecret,
    handler: (ctx, { params }) => signingSecret(ctx, params.writeKeyId),
  }),
];
