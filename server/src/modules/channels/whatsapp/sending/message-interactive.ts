import { type Of, type Planned, type Planning, placeHeader } from "./message.ts";

type Interactive = Of<"interactive">;

/** A text with something to press below it. The thread shows `header`, `footer` and `action` as they were asked for; a file stands in the message. */
export const planInteractive = async (planning: Planning, message: Interactive): Promise<Planned> => {
  const { text, header, footer, action } = message;
  const file = header?.fileId ? await placeHeader(planning, "header.fileId", header.fileId) : null;
  const head = file
    ? { type: file.kind, [file.kind]: { ...file.placed, ...(file.kind === "document" ? { filename: file.name } : {}) } }
    : header?.text
      ? { type: "text", text: header.text }
      : null;
  return {
    type: "interactive",
    text,
    content: { ...(header?.text ? { header: { text: header.text } } : {}), ...(footer ? { footer } : {}), action },
    fileId: header?.fileId ?? null,
    payload: {
      type: "interactive",
      interactive: {
        type: types[action.kind],
        ...(head ? { header: head } : {}),
        body: { text },
        ...(footer ? { footer: { text: footer } } : {}),
        action: actionOf(action),
      },
    },
  };
};

const types = { buttons: "button", list: "list", link: "cta_url", flow: "flow", ask_location: "location_request_message" };

const actionOf = (action: Interactive["action"]): Record<string, unknown> => {
  if (action.kind === "buttons") return { buttons: action.buttons.map(({ id, title }) => ({ type: "reply", reply: { id, title } })) };
  if (action.kind === "list") return { button: action.button, sections: action.sections };
  if (action.kind === "link") return { name: "cta_url", parameters: { display_text: action.title, url: action.url } };
  if (action.kind === "ask_location") return { name: "send_location" };
  const { flowId, title, token, screen, data, draft } = action;
  return {
    name: "flow",
    parameters: {
      flow_message_version: "3",
      flow_id: flowId,
      ...(token ? { flow_token: token } : {}),
      flow_cta: title,
      ...(draft ? { mode: "draft" } : {}),
      // Without a first screen the flow's own endpoint says where it begins.
      ...(screen
        ? { flow_action: "navigate", flow_action_payload: { screen, ...(data ? { data } : {}) } }
        : { flow_action: "data_exchange" }),
    },
  };
};
