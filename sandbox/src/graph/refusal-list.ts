/** A refusal as Meta gives it. `status` is the HTTP status of the answer; a failed status has none. */
export type Refusal = {
  code: number;
  title: string;
  details: string;
  status?: number;
  subcode?: number;

  how?: "answer" | "status";
};

const refusal = (code: number, title: string, details: string, more: Omit<Refusal, "code" | "title" | "details"> = {}): Refusal => ({
  code,
  title,
  details,
  ...more,
});

/** By a name of ours; `how` is where Meta gives it, unless a script says otherwise: most come as a failed status. */
export const refusals = {
  token_unreadable: refusal(0, "AuthException", "We were unable to authenticate the app user.", { status: 401 }),
  token_expired: refusal(190, "Error validating access token: Session has expired", "The access token has expired.", {
    status: 401,
    subcode: 463,
  }),
  capability_missing: refusal(3, "API Method", "Capability or permissions issue.", { status: 500 }),
  permission_denied: refusal(10, "Permission Denied", "The app lacks the permission whatsapp_business_messaging.", { status: 403 }),
  permission_not_granted: refusal(200, "API Permission", "Permission is either not granted or has been removed.", { status: 403 }),
  permission_removed: refusal(299, "API Permission", "Permission is either not granted or has been removed.", { status: 403 }),
  app_rate: refusal(4, "API Too Many Calls", "The app has reached its API call rate limit."),
  account_rate: refusal(80007, "Rate limit issues", "The WhatsApp Business Account has reached its rate limit."),
  number_rate: refusal(130429, "Rate limit hit", "Cloud API message throughput has been reached.", { status: 429 }),
  pair_rate: refusal(
    131056,
    "(Business Account, Consumer Account) pair rate limit hit",
    "Too many messages sent from this number to the same number in a short time.",
  ),
  register_rate: refusal(133016, "Account register deregister rate limit exceeded", "The number was registered too often."),
  spam_rate: refusal(
    131048,
    "Spam rate limit hit",
    "Message failed to send because there are restrictions on how many messages can be sent from this phone number.",
    { how: "status" },
  ),
  misclassified_templates: refusal(
    131064,
    "Template misclassification limit",
    "Templates of this account were put into the wrong category.",
  ),
  window_closed: refusal(131047, "Re-engagement message", "More than 24 hours have passed since the customer last replied.", {
    how: "status",
  }),
  marketing_limit: refusal(
    131049,
    "This message was not delivered to maintain healthy ecosystem engagement.",
    "In order to maintain a healthy ecosystem engagement, the message failed to be delivered.",
    { how: "status" },
  ),
  marketing_stopped: refusal(131050, "User stopped marketing messages", "The user has stopped marketing messages from this business.", {
    how: "status",
  }),
  experiment: refusal(
    130472,
    "User's number is part of an experiment",
    "Failed to send message because this user's phone number is part of an experiment.",
    { how: "status" },
  ),
  undeliverable: refusal(131026, "Message undeliverable", "Receiver is incapable of receiving this message.", { how: "status" }),
  self_send: refusal(131021, "Recipient cannot be sender", "The sender and the recipient are the same number."),
  not_in_test_list: refusal(131030, "Recipient phone number not in allowed list", "Add the recipient to the test number's list."),
  unsupported_type: refusal(131051, "Unsupported message type", "The message type is not supported."),
  media_download: refusal(131052, "Media download error", "Unable to download the media.", { how: "status" }),
  media_upload: refusal(131053, "Media upload error", "Unsupported or unreachable media.", { how: "status" }),
  unavailable: refusal(131060, "This message is currently unavailable", "The message is unavailable on this device.", { how: "status" }),
  user_id_refused: refusal(131062, "Business-scoped user id is not accepted for this message", "This message needs a phone number."),
  marketing_elsewhere: refusal(131063, "Marketing messages are turned off here", "Send marketing through the Marketing Messages API."),
  something_wrong: refusal(131000, "Something went wrong", "Message failed to send because of an unknown error.", {
    how: "status",
    status: 500,
  }),
  unavailable_service: refusal(131016, "Service unavailable", "The service is temporarily unavailable.", { status: 500 }),
  maintenance: refusal(131057, "Account in maintenance mode", "The throughput of this number is being upgraded.", { status: 500 }),
  generic: refusal(135000, "Generic user error", "Message failed to send because of an unknown error with your request parameters."),
  account_locked: refusal(131031, "Business Account locked", "The account was restricted or disabled for a violation of a policy.", {
    status: 403,
  }),
  policy_block: refusal(368, "Temporarily blocked for policies violations", "The account is restricted or disabled.", { status: 403 }),
  country_barred: refusal(
    130497,
    "Business account is restricted from messaging users in this country.",
    "The recipient's country is not allowed.",
    {
      status: 403,
    },
  ),
  display_name: refusal(131037, "Display name approval needed", "The number's display name has to be approved before it sends."),
  payment: refusal(131042, "Business eligibility payment issue", "There is a problem with the account's payment method.", {
    how: "status",
  }),
  registration: refusal(131045, "Incorrect certificate", "Message failed to send due to a phone number registration error.", {
    status: 500,
  }),
  template_count: refusal(
    132000,
    "Number of parameters does not match the expected number of params",
    "body: number of localizable_params (1) does not match the expected number of params (2)",
  ),
  template_missing: refusal(132001, "Template name does not exist in the translation", "The template does not exist in this language.", {
    status: 404,
  }),
  template_too_long: refusal(132005, "Translated text too long", "The translated text is too long."),
  template_policy: refusal(132007, "Template format character policy violated", "The template's content violates a policy."),
  template_parameter: refusal(132008, "Parameter format does not match", "A parameter has the wrong format."),
  template_format: refusal(
    132012,
    "Parameter format does not match format in the created template",
    "header: Format mismatch, expected IMAGE, received TEXT",
  ),
  template_paused: refusal(132015, "Template is paused", "The template is paused for low quality."),
  template_disabled: refusal(132016, "Template is disabled", "The template was paused too often and is now permanently disabled."),
  parameter_text: refusal(
    132018,
    "There was an issue with the parameters in your template",
    "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
  ),
  flow_blocked: refusal(132068, "Flow is in blocked state", "The flow is blocked."),
  flow_throttled: refusal(132069, "Flow is in throttled state", "The flow is throttled: ten messages were sent in the last hour."),
  identity_mismatch: refusal(137000, "Recipient identity key hash mismatch", "The recipient's identity has changed."),
  invalid_parameter: refusal(100, "Invalid parameter", "The request includes one or more unsupported or misspelled parameters."),
  parameter_missing: refusal(131008, "Required parameter is missing", "The request is missing a required parameter."),
  parameter_invalid: refusal(131009, "Parameter value is not valid", "One or more parameter values are invalid."),
} satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof refusals;

export const refusalNamed = (name: string): Refusal => {
  const found = (refusals as Record<string, Refusal>)[name];
  if (!found) throw new Error(`the sandbox knows no refusal ${name}; it knows ${Object.keys(refusals).join(", ")}`);
  return found;
};

export const refusalWithCode = (code: number): Refusal | undefined => Object.values<Refusal>(refusals).find((one) => one.code === code);
