import { route } from "../../kernel/http.ts";
import { AddressPath, AddressRequest, ContactAddress } from "./address.api.ts";
import { addAddress, changeAddress, removeAddress } from "./addresses.ts";
import { ContactPath } from "./contacts.api.ts";
import { Field, FieldCategories, FieldChange, FieldList, FieldOrder, FieldPath, FieldRequest } from "./field.api.ts";
import { archiveField, changeField, deleteField, listFieldCategories, listFields, makeField, orderFields } from "./field-change.ts";
import {
  ScoreExplained,
  ScorePreview,
  ScorePreviewRequest,
  ScoreRule,
  ScoreRuleChange,
  ScoreRuleList,
  ScoreRulePath,
  ScoreRuleRequest,
} from "./score.api.ts";
import { changeScoreRule, explainScore, listScoreRules, makeScoreRule, previewScoreRule, removeScoreRule } from "./score-rules.ts";
import { Stage, StageChange, StageHistory, StageList, StageOrder, StagePath, StageRemoval, StageRequest } from "./stage.api.ts";
import { readStageHistory } from "./stage-history.ts";
import { changeStage, listStages, makeStage, orderStages, removeStage } from "./stages.ts";

const fields = [
  route({
    method: "GET",
    url: "/fields",
    summary: "The organization's own fields of contacts, in their order",
    permission: "contacts.read",
    returns: FieldList,
    handler: (ctx) => listFields(ctx),
  }),
  route({
    method: "POST",
    url: "/fields",
    summary: "Make a field",
    description:
      "At most 60 fields. 48 have a column of their own, which filters and sorts use an index of: 20 of text, choice, link, phone and email, 15 of number and money, 8 of date and time, 5 of yes_no; further ones, long_text and choices are filtered without.",
    permission: "contacts.configure",
    body: FieldRequest,
    returns: Field,
    status: 201,
    handler: (ctx, { body }) => makeField(ctx, body),
  }),
  route({
    method: "PUT",
    url: "/fields/order",
    summary: "Put the fields into an order",
    permission: "contacts.configure",
    body: FieldOrder,
    returns: FieldList,
    handler: (ctx, { body }) => orderFields(ctx, body.keys),
  }),
  route({
    method: "GET",
    url: "/fields/categories",
    summary: "What the organization's own fields are in its register of personal data",
    permission: "contacts.read",
    returns: FieldCategories,
    handler: (ctx) => listFieldCategories(ctx),
  }),
  route({
    method: "PATCH",
    url: "/fields/:fieldKey",
    summary: "Change a field; type and currency stay",
    permission: "contacts.configure",
    params: FieldPath,
    body: FieldChange,
    returns: Field,
    handler: (ctx, { params, body }) => changeField(ctx, params.fieldKey, body),
  }),
  route({
    method: "DELETE",
    url: "/fields/:fieldKey",
    summary: "Delete a field and its values of all contacts",
    permission: "contacts.configure",
    params: FieldPath,
    handler: (ctx, { params }) => deleteField(ctx, params.fieldKey),
  }),
  route({
    method: "POST",
    url: "/fields/:fieldKey/archive",
    summary: "Archive a field: its values are kept, but neither shown nor written nor filtered by",
    permission: "contacts.configure",
    params: FieldPath,
    returns: Field,
    handler: (ctx, { params }) => archiveField(ctx, params.fieldKey, true),
  }),
  route({
    method: "POST",
    url: "/fields/:fieldKey/unarchive",
    summary: "Bring an archived field back with its values",
    permission: "contacts.configure",
    params: FieldPath,
    returns: Field,
    handler: (ctx, { params }) => archiveField(ctx, params.fieldKey, false),
  }),
];

const stages = [
  route({
    method: "GET",
    url: "/stages",
    summary: "The stages a contact may be in, in their order",
    permission: "contacts.read",
    returns: StageList,
    handler: (ctx) => listStages(ctx),
  }),
  route({
    method: "POST",
    url: "/stages",
    summary: "Make a stage",
    permission: "contacts.configure",
    body: StageRequest,
    returns: Stage,
    status: 201,
    handler: (ctx, { body }) => makeStage(ctx, body),
  }),
  route({
    method: "PUT",
    url: "/stages/order",
    summary: "Put the stages into an order",
    permission: "contacts.configure",
    body: StageOrder,
    returns: StageList,
    handler: (ctx, { body }) => orderStages(ctx, body.keys),
  }),
  route({
    method: "PATCH",
    url: "/stages/:stageKey",
    summary: "Rename or recolour a stage",
    permission: "contacts.configure",
    params: StagePath,
    body: StageChange,
    returns: Stage,
    handler: (ctx, { params, body }) => changeStage(ctx, params.stageKey, body),
  }),
  route({
    method: "DELETE",
    url: "/stages/:stageKey",
    summary: "Take a stage away; the people in it go to another",
    description: "They go in the background, each as a change of its own. `lead` cannot be taken away.",
    permission: "contacts.configure",
    params: StagePath,
    query: StageRemoval,
    handler: (ctx, { params, query }) => removeStage(ctx, params.stageKey, query.successor),
  }),
  route({
    method: "GET",
    url: "/contacts/:contactId/stages",
    summary: "The stages a contact is and was in, with the days they entered and left",
    permission: "contacts.read",
    params: ContactPath,
    returns: StageHistory,
    handler: (ctx, { params }) => readStageHistory(ctx, params.contactId),
  }),
];

const addresses = [
  route({
    method: "POST",
    url: "/contacts/:contactId/addresses",
    summary: "Add a postal address; at most 20",
    permission: "contacts.write",
    params: ContactPath,
    body: AddressRequest,
    returns: ContactAddress,
    status: 201,
    handler: (ctx, { params, body }) => addAddress(ctx, params.contactId, body),
  }),
  route({
    method: "PATCH",
    url: "/contacts/:contactId/addresses/:addressId",
    summary: "Change a postal address",
    permission: "contacts.write",
    params: AddressPath,
    body: AddressRequest,
    returns: ContactAddress,
    handler: (ctx, { params, body }) => changeAddress(ctx, params.contactId, params.addressId, body),
  }),
  route({
    method: "DELETE",
    url: "/contacts/:contactId/addresses/:addressId",
    summary: "Remove a postal address",
    permission: "contacts.write",
    params: AddressPath,
    handler: (ctx, { params }) => removeAddress(ctx, params.contactId, params.addressId),
  }),
];

const scores = [
  route({
    method: "GET",
    url: "/contacts/:contactId/score",
    summary: "What a contact's score is the sum of",
    permission: "contacts.read",
    params: ContactPath,
    returns: ScoreExplained,
    handler: (ctx, { params }) => explainScore(ctx, params.contactId),
  }),
  route({
    method: "GET",
    url: "/score-rules",
    summary: "The rules the lead score is the sum of, in their order",
    permission: "contacts.read",
    returns: ScoreRuleList,
    handler: (ctx) => listScoreRules(ctx),
  }),
  route({
    method: "POST",
    url: "/score-rules",
    summary: "Make a scoring rule; everybody is counted again in the background",
    description:
      "At most 50 rules. What a rule gives one contact is rounded to whole points; points that fade are looked at every quarter of an hour at most.",
    permission: "contacts.configure",
    body: ScoreRuleRequest,
    returns: ScoreRule,
    status: 201,
    handler: (ctx, { body }) => makeScoreRule(ctx, body),
  }),
  route({
    method: "POST",
    url: "/score-rules/preview",
    summary: "What a rule would give a contact now",
    permission: "contacts.read",
    body: ScorePreviewRequest,
    returns: ScorePreview,
    handler: (ctx, { body }) => previewScoreRule(ctx, body),
  }),
  route({
    method: "PATCH",
    url: "/score-rules/:ruleId",
    summary: "Change a scoring rule",
    permission: "contacts.configure",
    params: ScoreRulePath,
    body: ScoreRuleChange,
    returns: ScoreRule,
    handler: (ctx, { params, body }) => changeScoreRule(ctx, params.ruleId, body),
  }),
  route({
    method: "DELETE",
    url: "/score-rules/:ruleId",
    summary: "Remove a scoring rule and what it gave",
    permission: "contacts.configure",
    params: ScoreRulePath,
    handler: (ctx, { params }) => removeScoreRule(ctx, params.ruleId),
  }),
];

export const recordRoutes = [...fields, ...stages, ...addresses, ...scores];
