import type { Account, Json, PhoneNumber, World } from "../world.ts";

export const numberNode = (world: World, number: PhoneNumber): Json => {
  const level = number.throughput >= 1000 ? "HIGH" : number.throughput >= 80 ? "STANDARD" : "NOT_APPLICABLE";
  return {
    id: number.phoneNumberId,
    display_phone_number: number.displayPhoneNumber,
    verified_name: number.verifiedName,
    quality_rating: number.quality,
    quality_score: { score: number.quality },
    name_status: number.nameStatus,
    new_name_status: "NONE",
    code_verification_status: "VERIFIED",
    platform_type: "CLOUD_API",
    throughput: { level },
    status: "CONNECTED",
    account_mode: "LIVE",
    certificate: undefined,
    is_official_business_account: false,
    is_pin_enabled: true,
    is_on_biz_app: number.coexistence,
    is_preverified_number: false,
    search_visibility: "VISIBLE",
    last_onboarded_time: "2026-01-05T09:00:00+0000",
    whatsapp_business_manager_messaging_limit: number.limit,
    webhook_configuration: webhookConfiguration(world, number),
    health_status: {
      can_send_message: "AVAILABLE",
      entities: [
        { entity_type: "PHONE_NUMBER", id: number.phoneNumberId, can_send_message: "AVAILABLE" },
        { entity_type: "WABA", id: number.accountId, can_send_message: "AVAILABLE" },
        { entity_type: "APP", id: world.accounts.get(number.accountId)?.appId, can_send_message: "AVAILABLE" },
      ],
    },
  };
};

const webhookConfiguration = (world: World, number: PhoneNumber): Json => {
  const account = world.accounts.get(number.accountId);
  const app = account && world.apps.get(account.appId);
  return {
    ...(account?.callbackOverride ? { whatsapp_business_account: account.callbackOverride } : {}),
    ...(app ? { application: app.webhookUrl } : {}),
  };
};

export const usualNumberFields = [
  "verified_name",
  "code_verification_status",
  "display_phone_number",
  "quality_rating",
  "platform_type",
  "throughput",
  "webhook_configuration",
  "last_onboarded_time",
];

export const accountNode = (world: World, account: Account): Json => ({
  id: account.accountId,
  name: account.name,
  currency: "GBP",
  timezone_id: "1",
  country: "GB",
  message_template_namespace: `namespace_${account.accountId}`,
  account_review_status: "APPROVED",
  business_verification_status: "verified",
  ownership_type: "SELF",
  status: "ACTIVE",
  is_enabled_for_insights: true,
  marketing_messages_onboarding_status: "ELIGIBLE",
  primary_funding_id: undefined,
  whatsapp_business_manager_messaging_limit: [...world.numbers.values()].find((number) => number.accountId === account.accountId)?.limit,
  owner_business_info: { name: account.name, id: account.portfolioId },
  on_behalf_of_business_info: { name: account.name, id: account.portfolioId, status: "APPROVED", type: "SELF" },
  health_status: {
    can_send_message: "AVAILABLE",
    entities: [{ entity_type: "WABA", id: account.accountId, can_send_message: "AVAILABLE" }],
  },
});

export const usualAccountFields = ["name", "currency", "timezone_id", "message_template_namespace"];
