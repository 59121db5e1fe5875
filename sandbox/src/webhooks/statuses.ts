import type { Customer } from "../customers/customer.ts";
import { refusalWithCode } from "../graph/refusal-list.ts";
import type { ReceivedMessage } from "../received.ts";
import { type Json, numberOf, type PhoneNumber, type World } from "../world.ts";
import { contactOf, valueFor } from "./body.ts";
import type { Delivery } from "./deliver.ts";

export type Pricing = { billable: boolean; pricing_model: "PMP"; type: string; category: string };

const docs = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

/** Posts one status of a message the business sent; answers when the app was reached. */
export const postStatus = (
  world: World,
  delivery: Delivery,
  message: ReceivedMessage,
  customer: Customer | undefined,
  state: { status: "sent" | "delivered" | "read" | "played" | "failed"; pricing?: Pricing; code?: number },
): Promise<void> => {
  const number = numberOf(world, message.phoneNumberId);
  message.statuses.push(state.status);
  world.changed();
  return delivery.post({
    accountId: number.accountId,
    field: "messages",
    value: statusValue(number, message, customer, state),
    order: `${message.phoneNumberId}:${message.to}`,
  });
};

const statusValue = (
  number: PhoneNumber,
  message: ReceivedMessage,
  customer: Customer | undefined,
  state: { status: string; pricing?: Pricing; code?: number },
): Json => {
  // Failed statuses carry no contacts, and usernames are left out of sent.
  const contacts = customer && state.status !== "failed" ? { contacts: [contactOf(customer, state.status !== "sent")] } : {};
  const recipient = message.to.includes(".") ? { recipient_user_id: message.to } : { recipient_id: message.to };
  const opaque = message.biz_opaque_callback_data;
  return {
    ...valueFor(number),
    ...contacts,
    statuses: [
      {
        id: message.id,
        status: state.status,
        timestamp: String(Math.floor(Date.now() / 1000)),
        ...recipient,
        ...(opaque === undefined ? {} : { biz_opaque_callback_data: opaque }),
        ...(state.pricing ? { pricing: state.pricing } : {}),
        ...(state.code !== undefined ? { errors: [failure(state.code)] } : {}),
      },
    ],
  };
};

const failure = (code: number): Json => {
  const { title, details } = refusalWithCode(code) ?? {
    title: "Message failed to send",
    details: `The sandbox was told to fail with ${code}.`,
  };
  return { code, title, message: title, error_data: { details }, href: docs };
};
